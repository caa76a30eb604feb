import { failure, usageError } from './error-text.ts'
import { isHeaderToken } from './header-text.ts'
import { Stopped, within, type Limits } from './within.ts'

/** A token, or a token with its end: `sessions.create` answers with the latter. */
export type Token = string | { readonly token: string; readonly expiresAt?: string | Date }

/** Where a call gets its token from. */
export interface TokenSource {
  /** The token to send. It waits only where there is none that holds. */
  current(): string | Promise<string>
  /** Another token than the one that was refused, where one can be had. */
  renew?(refused: string): string | Promise<string>
}

interface Held {
  readonly token: string
  readonly renewAt: number
  readonly expiresAt: number
}

const early = 30_000
const quietAfterFailure = 5000
const name = 'the `token` function'

/** A token that stays what it is. */
export function fixedToken(value: Token): TokenSource {
  const { token } = checkToken('`token`', value)
  return { current: () => token }
}

/** Tokens from the host's function: kept until they end, got once for all who wait. */
export function renewedToken(get: () => Token | Promise<Token>, { clock, ms }: Limits): TokenSource {
  let held: Held | undefined
  let renewing: Promise<string> | undefined
  let quietUntil = 0

  async function fetchToken(): Promise<string> {
    const value = await within({ clock, ...(ms && { ms }) }, async () => get()).catch((cause: unknown) => {
      throw getFailed(cause, ms)
    })
    held = hold(checkToken(name, value), clock.now())
    return held.token
  }

  function renew(): Promise<string> {
    renewing ??= fetchToken().finally(() => (renewing = undefined))
    return renewing
  }

  return {
    current() {
      const now = clock.now()
      if (held === undefined || now >= held.expiresAt) return renew()
      if (now >= held.renewAt && now >= quietUntil) {
        quietUntil = now + quietAfterFailure
        renew().catch(() => {}) // the present token holds; when it has ended, the failure is the call's
      }
      return held.token
    },
    renew: (refused) => (held === undefined || held.token === refused ? renew() : held.token),
  }
}

function hold({ token, expiresAt = expiryOf(token) }: { token: string; expiresAt?: number }, now: number): Held {
  const left = (expiresAt ?? 0) - now
  // over on arrival: this machine's clock is wrong, or there is no end to know. A 401 will tell
  if (left <= 0) return { token, renewAt: Infinity, expiresAt: Infinity }
  return { token, renewAt: now + Math.max(left - early, left / 2), expiresAt: now + left }
}

function checkToken(source: string, value: Token): { token: string; expiresAt?: number } {
  const { token, expiresAt } = typeof value === 'object' && value !== null ? value : { token: value }
  if (!isHeaderToken(token)) {
    throw usageError(source, 'gave no token. It has to be a string without spaces, or `{ token, expiresAt }`')
  }
  if (token.startsWith('ck_')) refuseInBrowser(source)
  if (expiresAt === undefined) return { token }
  const at = new Date(expiresAt).getTime()
  if (Number.isNaN(at)) throw usageError(source, 'gave an `expiresAt` that is no date. Give it as ISO 8601 or a Date')
  return { token, expiresAt: at }
}

/** Refuses a secret key where anybody could read it. */
export function refuseInBrowser(source: string): void {
  if (!('window' in globalThis && 'document' in globalThis)) return
  throw usageError(
    source,
    'got a secret API key in a browser, where every visitor can read it. Make a widget session in your backend ' +
      '(`sessions.create`) and give its token as `token`',
  )
}

function getFailed(cause: unknown, ms = 0): Error {
  const timedOut = cause instanceof Stopped
  const what = timedOut ? `gave no token within ${ms} ms` : 'failed, so the call was not sent. Its error is the `cause`'
  return failure(timedOut ? 'timeout' : 'network', name, what, timedOut ? {} : { cause })
}

/** When a JWT ends, in milliseconds. What is no JWT has no end that can be known. */
function expiryOf(token: string): number | undefined {
  try {
    const payload = token.split('.')[1] ?? ''
    const { exp } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: unknown }
    return typeof exp === 'number' ? exp * 1000 : undefined
  } catch {
    return undefined
  }
}
