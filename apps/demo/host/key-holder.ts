import { createClient, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'

/** The API as a backend calls it, with a key of an account. */
export function keyHolder(server: Pick<ClienteleServer, 'fetch'>, apiKey: string | undefined): Clientele {
  return createClient({
    baseUrl: 'http://demo.localhost',
    apiKey: apiKey ?? '',
    fetch: (request) => server.fetch(request),
  })
}
