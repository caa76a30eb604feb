import type { CallOptions } from './call-options.ts'
import type { ClientOptions } from './client-options.ts'
import { systemClock } from './clock.ts'
import { openTransport } from './open-transport.ts'

/** One call as the transport gets it: checked, with its address written out. */
export interface TransportRequest {
  /** For messages: `clients.create`. */
  readonly name: string
  readonly method: string
  /** Below `/v1`, with its query. */
  readonly path: string
  /** JSON text. */
  readonly body: string | undefined
  /** It changes something, and so carries an idempotency key. */
  readonly writes: boolean
  readonly options: CallOptions
}

/** What is known of an answer besides its data. */
export interface ResponseFacts {
  readonly status: number
  readonly headers: Headers
  readonly requestId: string | undefined
  /** How many requests were sent. */
  readonly attempts: number
  /** The server had done this already, and gave its first answer again. */
  readonly replayed: boolean
}

export interface Answer<T> {
  readonly data: T
  readonly response: ResponseFacts
}

/** Takes calls to the API. All that a call needs, and the seam to put another one in. */
export interface Transport {
  /** Rejects with `ClienteleError` alone. */
  send(request: TransportRequest): Promise<Answer<unknown>>
}

/**
 * Makes the way to the API: who calls, where to, and how patiently. `call` takes it; `createClient` makes its own.
 *
 * @throws ClienteleError of kind `usage` where the options cannot be right.
 * @example
 * const transport = createTransport({ baseUrl: 'https://clients.example.com', apiKey: 'ck_…' })
 * const page = await call(transport, clients.list, { q: 'mue' })
 */
export function createTransport(options: ClientOptions): Transport {
  return openTransport(options, systemClock)
}
