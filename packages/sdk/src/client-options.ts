import { usageError } from './error-text.ts'
import { checkHeaders, isHeaderToken } from './header-text.ts'
import type { Token } from './token.ts'

/** How calls are sent. Milliseconds all. */
export interface CallLimits {
  /** For one attempt, its body included. @default 10_000 */
  timeout?: number
  /** For the whole call: token, attempts and the waits between. @default 60_000 */
  totalTimeout?: number
  /** How often a call that failed in passing is sent again. @default 2 */
  retries?: number
}

export interface ClientOptions extends CallLimits {
  /** Where the API is, without `/v1`: `https://clients.example.com`. In a browser it may be relative to the page. */
  baseUrl: string
  /** A secret key, `ck_…`. For backends and scripts alone: in a browser it is refused. */
  apiKey?: string
  /**
   * The token of a widget session, or a function that gets one, sync or async. A function is asked again 30 s before
   * the token ends (by `expiresAt`, or the `exp` inside a JWT) and once after a 401; parallel calls share its answer.
   */
  token?: Token | (() => Token | Promise<Token>)
  /** The token of a link that was mailed to a person, for the rows that are called by one. Alone, or beside a `token`. */
  link?: string
  /** Sends a request. It should heed `request.signal`. @default the global `fetch` */
  fetch?: (request: Request) => Promise<Response>
  /** A `Retry-After` above this is not waited for: the error comes at once, with `retryAfterMs`. @default 30_000 */
  maxRetryAfter?: number
  /** Sent with every call. */
  headers?: Readonly<Record<string, string>>
}

export type Settings = Required<Omit<ClientOptions, 'apiKey' | 'token' | 'link'>>

const longestTimer = 2 ** 31 - 1 // above it, timers fire at once
export const transportOptions: readonly string[] =
  'baseUrl apiKey token link fetch timeout totalTimeout retries maxRetryAfter headers'.split(' ')

/** Checks what can be checked before the first call, and fills in the defaults. */
export function checkOptions(name: string, options: ClientOptions): Settings {
  refuseUnknown(name, options, transportOptions)
  checkLimits(name, options)
  checkNumber(name, 'maxRetryAfter', options.maxRetryAfter, 0)
  if (options.fetch !== undefined && typeof options.fetch !== 'function') {
    throw usageError(name, 'got a `fetch` that is no function')
  }
  checkCredentials(name, options)
  return {
    baseUrl: checkBaseUrl(name, options.baseUrl),
    // looked up on each call, and never detached: browsers call that an illegal invocation
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    timeout: options.timeout ?? 10_000,
    totalTimeout: options.totalTimeout ?? 60_000,
    retries: options.retries ?? 2,
    maxRetryAfter: options.maxRetryAfter ?? 30_000,
    headers: {
      ...checkHeaders(name, options.headers),
      ...(options.link !== undefined && { 'clientele-link': options.link }),
    },
  }
}

export function checkLimits(name: string, limits: CallLimits): void {
  checkNumber(name, 'timeout', limits.timeout, 1)
  checkNumber(name, 'totalTimeout', limits.totalTimeout, 1)
  checkNumber(name, 'retries', limits.retries, 0)
  if (limits.retries !== undefined && !Number.isInteger(limits.retries)) {
    throw usageError(name, `got ${limits.retries} as \`retries\`, and needs a whole number`)
  }
}

export function refuseUnknown(name: string, options: object, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null) throw usageError(name, 'needs its options as an object')
  for (const key of Object.keys(options)) {
    if (!names.includes(key)) throw usageError(name, `has no option \`${key}\`. It takes ${names.join(', ')}`)
  }
}

function checkNumber(name: string, key: string, value: number | undefined, least: number): void {
  if (value === undefined || (typeof value === 'number' && value >= least && value <= longestTimer)) return
  throw usageError(name, `got ${String(value)} as \`${key}\`, and needs a number from ${least} to ${longestTimer}`)
}

function checkBaseUrl(name: string, baseUrl: unknown): string {
  if (typeof baseUrl !== 'string' || baseUrl === '') {
    throw usageError(name, "needs `baseUrl`, the address of the API: { baseUrl: 'https://clients.example.com' }")
  }
  const url = parseUrl(name, baseUrl)
  if (!/^https?:$/.test(url.protocol)) {
    throw usageError(name, 'got a `baseUrl` that starts with neither https:// nor http://')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw usageError(name, 'got a `baseUrl` with a user, a query or a fragment. Give scheme, host and path alone')
  }
  const path = url.pathname.replace(/\/+$/, '')
  if (path.endsWith('/v1')) throw usageError(name, 'got a `baseUrl` that ends in /v1. Leave it out: the SDK adds it')
  return `${url.origin}${path}/v1`
}

function parseUrl(name: string, baseUrl: string): URL {
  try {
    return new URL(baseUrl, globalThis.document?.baseURI)
  } catch (cause) {
    throw usageError(
      name,
      'got a `baseUrl` that is no address. Give it with its scheme: https://clients.example.com',
      cause,
    )
  }
}

function checkCredentials(name: string, { apiKey, token, link }: ClientOptions): void {
  if (link !== undefined && !isHeaderToken(link)) {
    throw usageError(name, 'got a `link` that no link can be. Give what follows the # in the address of the page')
  }
  if (apiKey === undefined && token === undefined && link !== undefined) return
  if ((apiKey === undefined) === (token === undefined)) {
    throw usageError(
      name,
      apiKey === undefined
        ? 'needs `apiKey` (in a backend) or `token` (in a browser), so that the server knows who is calling'
        : 'got both `apiKey` and `token`, and cannot tell as whom to call. Give one of them',
    )
  }
  if (apiKey !== undefined && !isHeaderToken(apiKey)) {
    throw usageError(
      name,
      'got an `apiKey` that no key can be: it is empty, or has spaces or line breaks (from a file?)',
    )
  }
}
