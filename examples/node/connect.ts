import { createClient, type ClientOptions, type Clientele } from '@clientele/sdk'

/** A client of the server that CLIENTELE_URL and CLIENTELE_KEY name. The key is secret: it is never an argument. */
export function connect(options: Partial<ClientOptions> = {}): Clientele {
  const { CLIENTELE_URL: baseUrl, CLIENTELE_KEY: apiKey } = process.env
  if (!baseUrl || !apiKey) {
    throw new Error(
      'CLIENTELE_URL and CLIENTELE_KEY are needed to reach the server. Set them to its address and an API key of yours.',
    )
  }
  return createClient({ baseUrl, apiKey, ...options })
}
