import type { ClienteleServer } from '@clientele/server'
import { getRequestListener } from '@hono/node-server'
import express, { type Express } from 'express'

/**
 * A host's own Express 5 app with the API at `/clientele`.
 *
 * @example
 * const clientele = createServer({ basePath: '/clientele' })
 * createHost(clientele).listen(3000)
 */
export function createHost(clientele: ClienteleServer): Express {
  const app = express()
  // it would replace Request and Response for all of the host
  const listener = getRequestListener((request) => clientele.fetch(request), { overrideGlobalObjects: false })
  // Before every parser: a body can be read once, and express.json() would have read it. `all` and not `use`: that one
  // takes the path off the address, and the server looks for its basePath there.
  app.all('/clientele/{*path}', listener)
  app.use(express.json())
  app.get('/', (_request, response) => void response.send('The panel of Example Hosting'))
  app.post('/echo', (request, response) => void response.json(request.body))
  return app
}
