import type { MiddlewareHandler } from 'hono'

/** Lets in what runs on this machine alone, and lets nothing but our own pages change anything. */
export const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  const own = new URL(c.req.url).origin
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
  // what another site's page asks for it cannot read; what it could do is to change something
  if (!isLoopback(own) || (!isReading && c.req.header('origin') !== own)) return c.json({ error: 'wrong_origin' }, 403)
  c.header('cache-control', 'no-store')
  return next()
}

/** Names that cannot be pointed here from outside, as a rebound DNS name could. */
function isLoopback(origin: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(origin).hostname)
}
