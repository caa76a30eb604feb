import { clients } from '@clientele/contract'
import { call } from '../call.ts'
import type { CallOptions } from '../call-options.ts'
import type { ClientOptions } from '../client-options.ts'
import { isClienteleError, type ClienteleError } from '../errors.ts'
import { kyFetch } from '../ky-fetch.ts'
import { openTransport } from '../open-transport.ts'
import type { Transport } from '../transport.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

export const secret = 'ck_live_0123456789abcdef'

export interface CallSetup {
  readonly transport: Transport
  readonly clock: TestClock
  /** `clients.get` of one client. */
  readonly read: (options?: CallOptions) => Promise<unknown>
  /** `clients.create` of one client. */
  readonly write: (options?: CallOptions) => Promise<unknown>
}

/** A transport on a clock of its own, and two calls to make on it. */
export function setUp({ baseUrl }: { baseUrl: string }, options: Partial<ClientOptions> = {}): CallSetup {
  const clock = createTestClock()
  const transport = openTransport(
    { baseUrl, ...(options.token === undefined && { apiKey: secret }), ...options },
    clock,
    // the same promises have to hold on either way
    process.env['SDK_SENDS_BY'] === 'ky' ? (fetch) => kyFetch(fetch, {}) : undefined,
  )
  return {
    transport,
    clock,
    read: (options) => call(transport, clients.get, 'acc_1', options),
    write: (options) => call(transport, clients.create, aClient, options),
  }
}

export const aClient = { form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } } as const

/** The error that a call ends with. Anything else fails the test. */
export async function failureOf(call: PromiseLike<unknown>): Promise<ClienteleError> {
  try {
    await call
  } catch (error) {
    if (isClienteleError(error)) return error
    throw error
  }
  throw new Error('The call succeeded, and was expected to fail.')
}
