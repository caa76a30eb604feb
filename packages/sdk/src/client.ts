import { refuseUnknown, transportOptions, type ClientOptions } from './client-options.ts'
import { clientOver, type Clientele } from './client-over.ts'
import { systemClock } from './clock.ts'
import { kyFetch, type RequestHooks } from './ky-fetch.ts'
import { openTransport } from './open-transport.ts'

/** Options of the whole client: those of a transport, and hooks around each attempt. */
export interface CreateClientOptions extends ClientOptions {
  /** Run around each attempt, as ky runs them. */
  hooks?: RequestHooks
}

/**
 * Makes a client of the whole API, on ky.
 *
 * @throws ClienteleError of kind `usage` where the options cannot be right.
 * @example
 * const client = createClient({ baseUrl: 'https://clients.example.com', apiKey: 'ck_…' })
 * const added = await client.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } })
 * for await (const one of client.clients.list({ q: 'ada' })) console.log(one.name)
 */
export function createClient(options: CreateClientOptions): Clientele {
  refuseUnknown('the client', options, [...transportOptions, 'hooks'])
  const { hooks = {}, ...rest } = options
  return clientOver(openTransport(rest, systemClock, (fetch) => kyFetch(fetch, hooks)))
}
