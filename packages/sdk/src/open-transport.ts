import { checkCallOptions } from './call-options.ts'
import { checkOptions, type ClientOptions, type Settings } from './client-options.ts'
import type { Clock } from './clock.ts'
import { failure } from './error-text.ts'
import { isApiError, type ClienteleError } from './errors.ts'
import { exchange } from './exchange.ts'
import { checkHeaders } from './header-text.ts'
import { retryDelay } from './retry-delay.ts'
import { fixedToken, refuseInBrowser, renewedToken, type TokenSource } from './token.ts'
import type { Answer, Transport, TransportRequest } from './transport.ts'
import { pause, Stopped, within } from './within.ts'

/** `createTransport` with a clock of the caller's, and perhaps something between it and `fetch`. */
export function openTransport(
  options: ClientOptions,
  clock: Clock,
  around: (fetch: Settings['fetch']) => Settings['fetch'] = (fetch) => fetch,
): Transport {
  const checked = checkOptions('the client', options)
  const settings = { ...checked, fetch: around(checked.fetch) }
  const tokens = tokenSource(options, settings, clock)
  return { send: async (request) => await new Sending(request, settings, tokens, clock).run() }
}

function tokenSource({ apiKey, token }: ClientOptions, { totalTimeout: ms }: Settings, clock: Clock): TokenSource {
  if (apiKey !== undefined) {
    refuseInBrowser('`apiKey`')
    return fixedToken(apiKey)
  }
  // a link alone says who is calling
  if (token === undefined) return { current: () => '' }
  return typeof token === 'function' ? renewedToken(token, { clock, ms }) : fixedToken(token)
}

/** One call on its way, from its first attempt to its last. */
class Sending {
  readonly #request: TransportRequest
  readonly #settings: Settings
  readonly #tokens: TokenSource
  readonly #clock: Clock
  readonly #endsAt: number
  readonly #idempotencyKey: string | undefined
  readonly #headers: Record<string, string>
  #attempts = 0

  constructor(request: TransportRequest, settings: Settings, tokens: TokenSource, clock: Clock) {
    const { name, options, writes } = request
    checkCallOptions(name, options)
    this.#request = request
    this.#settings = settings
    this.#tokens = tokens
    this.#clock = clock
    this.#endsAt = clock.now() + (options.totalTimeout ?? settings.totalTimeout)
    // made once: whatever is sent again is the same write
    this.#idempotencyKey = writes ? (options.idempotencyKey ?? newKey()) : undefined
    this.#headers = this.#makeHeaders()
  }

  async run(): Promise<Answer<unknown>> {
    const { signal } = this.#request.options
    if (signal?.aborted) return this.#fail(new Stopped('aborted', signal.reason))
    const held = this.#tokens.current()
    let token = typeof held === 'string' ? held : await this.#waitFor(() => held)
    let renewed = false
    let retriesMade = 0
    for (;;) {
      try {
        return await this.#attempt(token)
      } catch (cause) {
        const error = cause as ClienteleError
        if (!renewed && isRenewable(error)) {
          renewed = true
          const next = await this.#renew(token)
          if (next !== token) {
            token = next
            continue
          }
        }
        await this.#pauseAfter(error, retriesMade++)
      }
    }
  }

  async #attempt(token: string): Promise<Answer<unknown>> {
    const { name, method, path, body, options } = this.#request
    const { baseUrl, fetch } = this.#settings
    const clock = this.#clock
    const headers = token === '' ? this.#headers : { ...this.#headers, authorization: `Bearer ${token}` }
    const ms = Math.min(options.timeout ?? this.#settings.timeout, this.#remaining())
    return await this.#step(ms, (signal) => {
      this.#attempts++
      return exchange({ name, method, url: baseUrl + path, headers, body, fetch, clock, ...this.#facts() }, signal)
    })
  }

  async #renew(refused: string): Promise<string> {
    return await this.#waitFor(async () => (await this.#tokens.renew?.(refused)) ?? refused)
  }

  #waitFor(step: () => Promise<string>): Promise<string> {
    return this.#step(this.#remaining(), step)
  }

  async #pauseAfter(error: ClienteleError, made: number): Promise<void> {
    const retries = this.#request.options.retries ?? this.#settings.retries
    const { maxRetryAfter } = this.#settings
    const ms = retryDelay(error, { clock: this.#clock, made, retries, maxRetryAfter, remaining: this.#remaining() })
    if (ms === undefined) throw error
    try {
      await pause({ clock: this.#clock, signal: this.#request.options.signal }, ms)
    } catch (cause) {
      this.#fail(cause)
    }
  }

  #step<T>(ms: number, step: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal } = this.#request.options
    const isWhole = ms >= this.#remaining()
    const what = isWhole ? 'was not done in time (`totalTimeout`)' : `had no whole answer within ${ms} ms (\`timeout\`)`
    return within({ clock: this.#clock, signal, ms }, step).catch((cause: unknown) => this.#fail(cause, what))
  }

  #fail(cause: unknown, what = ''): never {
    if (!(cause instanceof Stopped)) throw cause
    const { name } = this.#request
    if (cause.why === 'aborted') {
      throw failure('aborted', name, 'was aborted by its signal', { ...this.#facts(), cause: cause.reason })
    }
    throw failure('timeout', name, what, { ...this.#facts(), retryable: true })
  }

  #facts() {
    return { attempts: this.#attempts, idempotencyKey: this.#idempotencyKey }
  }

  #remaining(): number {
    return Math.max(0, this.#endsAt - this.#clock.now())
  }

  #makeHeaders(): Record<string, string> {
    const { name, body, options } = this.#request
    const headers: Record<string, string> = { ...this.#settings.headers, accept: 'application/json' }
    if (options.headers) Object.assign(headers, checkHeaders(name, options.headers))
    if (body !== undefined) headers['content-type'] = 'application/json'
    if (this.#idempotencyKey !== undefined) headers['idempotency-key'] = this.#idempotencyKey
    if (options.ifMatch !== undefined) headers['if-match'] = options.ifMatch
    return headers
  }
}

function isRenewable(error: ClienteleError): boolean {
  return isApiError(error, 'session_expired') || isApiError(error, 'unauthenticated')
}

/** A UUID where there are any: browsers have them on https pages alone. */
function newKey(): string {
  const { randomUUID } = crypto as Partial<Crypto>
  if (randomUUID) return randomUUID.call(crypto)
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
