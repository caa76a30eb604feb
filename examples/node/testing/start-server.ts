import { createClient, type Clientele } from '@clientele/sdk'
import { createServer, type ClienteleServer, type ServerOptions } from '@clientele/server'
import { serve } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

type Fetch = (request: Request) => Promise<Response>

/** A real server on a loopback port, with an empty database in memory. */
export interface RunningServer extends AsyncDisposable, Pick<ClienteleServer, 'mailbox' | 'runDue'> {
  url: string
  port: number
  /** What scripts read. */
  env: { CLIENTELE_URL: string; CLIENTELE_KEY: string }
  client: Clientele
  /** Stands between the network and the server: sees requests and answers, or answers itself. */
  between: (request: Request, next: Fetch) => Promise<Response>
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const server = createServer({ database: 'memory:', checkAnswers: true, jobs: false, ...options })
  const platform = await server.bootstrap({ name: 'Example Hosting' })
  if (!platform) throw new Error('The database is not empty.')
  const http = serve({
    fetch: (request: Request) => running.between(request, (passed) => server.fetch(passed)),
    hostname: '127.0.0.1',
    port: 0,
    overrideGlobalObjects: false,
  })
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const running: RunningServer = {
    url,
    port,
    env: { CLIENTELE_URL: url, CLIENTELE_KEY: platform.secret },
    client: createClient({ baseUrl: url, apiKey: platform.secret }),
    mailbox: server.mailbox,
    runDue: server.runDue,
    between: (request, next) => next(request),
    async [Symbol.asyncDispose]() {
      const closed = once(http, 'close')
      http.close()
      if ('closeAllConnections' in http) http.closeAllConnections()
      await closed
      await server.close()
    },
  }
  return running
}
