import { createServer, type ClienteleServer } from '@clientele/server'

/*
 * app/api/clientele/[...path]/route.ts of a Next.js app: the API at /api/clientele.
 *
 * In next.config, `serverExternalPackages: ['@clientele/server']`: the embedded database brings files of its own, which
 * a bundler would not find.
 */

/** The embedded database needs Node and a folder. */
export const runtime = 'nodejs'
/** No answer is ever prepared while building. */
export const dynamic = 'force-dynamic'

const shared = globalThis as { clientele?: ClienteleServer }

// `next dev` loads this file again on each change, and one folder takes one server
function clientele(): ClienteleServer {
  const { DATABASE_URL: database, CLIENTELE_MASTER_KEY: masterKey } = process.env
  return (shared.clientele ??= createServer({
    basePath: '/api/clientele',
    ...(database === undefined ? {} : { database }),
    ...(masterKey === undefined ? {} : { masterKey }),
  }))
}

function handle(request: Request): Promise<Response> {
  return clientele().fetch(request)
}

export { handle as DELETE, handle as GET, handle as OPTIONS, handle as PATCH, handle as POST, handle as PUT }
