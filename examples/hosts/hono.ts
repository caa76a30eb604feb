import type { ClienteleServer } from '@clientele/server'
import { Hono } from 'hono'

/**
 * A host's own Hono app with the API at `/clientele`.
 *
 * @example
 * const clientele = createServer({ basePath: '/clientele' })
 * serve({ fetch: createHost(clientele).fetch })
 */
export function createHost(clientele: ClienteleServer): Hono {
  const app = new Hono()
  app.get('/', (c) => c.text('The panel of Example Hosting'))
  // the request as it came: the server reads its body itself, up to its own limit
  app.all('/clientele/*', (c) => clientele.fetch(c.req.raw))
  return app
}
