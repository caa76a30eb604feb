import { serve, type ServerType } from '@hono/node-server'

const hostname = '127.0.0.1'
const attempts = 20

/** An HTTP server on the loopback interface, and where it is. */
export interface Listening {
  address: string
  close(): Promise<void>
}

/** Listens on `port`, or where `orNext` is set and it is taken on the next one that is free. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  { port, orNext }: { port: number; orNext: boolean },
): Promise<Listening> {
  for (let next = port; ; next++) {
    const server = await tryPort(fetch, next)
    if (server) return { address: `http://${hostname}:${next}`, close: () => closeServer(server) }
    if (!orNext || next >= port + attempts) {
      throw new Error(
        `Port ${port} is taken by another program, so the demo cannot listen there. Set PORT to a free one.`,
      )
    }
  }
}

function tryPort(fetch: (request: Request) => Promise<Response>, port: number): Promise<ServerType | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port })
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
  })
}

async function closeServer(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    // browsers keep connections open that carry nothing
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
