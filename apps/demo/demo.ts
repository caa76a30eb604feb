import { resolve } from 'node:path'
import { buildFrontEnd } from './host/front-end.ts'
import { listen } from './host/listen.ts'
import { openDemo, type DemoOptions } from './host/open-demo.ts'
import { servePages } from './host/serve-pages.ts'

const folder = resolve(import.meta.dirname, '.data')

await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

async function run(): Promise<void> {
  const { PORT: port, DATABASE_URL: database } = process.env
  // links in mails name the address, so it has to be known before there is anything to show at it
  let answer: (request: Request) => Promise<Response> = async () => notYet()
  const server = await listen((request) => answer(request), { port: port ? Number(port) : 5173, orNext: !port })
  const say = (line: string) => console.log(line)
  const demo = await openDemo({ ...placeOf(database), address: server.address, say })
  const pages = servePages(await buildFrontEnd())
  const isOfHost = (request: Request) => /^\/(v1|host)(\/|$)/.test(new URL(request.url).pathname)
  answer = async (request) => (isOfHost(request) ? demo.fetch(request) : pages(request))
  console.log(`\n  Brightquay Hosting, a panel with Clientele inside: ${server.address}\n\n  Ctrl-C ends it.`)

  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // a second signal means it
      if (isStopping) process.exit(1)
      isStopping = true
      void server
        .close()
        .then(() => demo.close())
        .then(() => process.exit(0))
    })
  }
}

function notYet(): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', refresh: '2', 'retry-after': '2' }
  return new Response('The demo is being set up. This page loads again by itself.\n', { status: 503, headers })
}

/** `memory:` keeps nothing; `postgres://…` is used in place of the embedded database. */
function placeOf(database: string | undefined): Pick<DemoOptions, 'folder' | 'postgres'> {
  if (database === 'memory:') return { folder: undefined }
  if (!database) return { folder }
  if (/^postgres(ql)?:/.test(database)) return { folder, postgres: database }
  return { folder: resolve(database) }
}
