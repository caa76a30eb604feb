import { createClient } from '@clientele/sdk'
import { sessionRoute } from '@clientele/sdk/session-route'
import { createServer, demoConnector } from '@clientele/server'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize } from 'node:path'
import { brands, seed, type Seeded } from './seed.ts'

/** Strict: no inline style, no inline script, and no text that is made into code. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

export interface PanelHost extends Seeded {
  fetch: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

/** The panel without its PHP: the same page and the same session route, before a Clientele server with sample clients. */
export async function openPanel(options: {
  /** The folder with mount.js: `node_modules/@clientele/react/dist/mount` of an installed package. */
  mountFolder: string
  /** More pages, scripts and styles, by their addresses. */
  files?: Readonly<Record<string, string>>
}): Promise<PanelHost> {
  const server = createServer({ database: 'memory:', connector: demoConnector() })
  const seeded = await seed(server)
  const bootstrap = dirname(createRequire(import.meta.url).resolve('bootstrap-3/dist/css/bootstrap.min.css'))
  const folders = { clientele: options.mountFolder, bootstrap }
  const files: Record<string, string> = {
    '/': join(import.meta.dirname, 'index.html'),
    '/panel.js': join(import.meta.dirname, 'panel.js'),
    '/panel.css': join(import.meta.dirname, 'panel.css'),
    ...options.files,
  }
  return {
    ...seeded,
    close: () => server.close(),
    async fetch(request) {
      const { pathname, searchParams, origin } = new URL(request.url)
      if (pathname.startsWith('/v1/')) return await server.fetch(request)
      if (pathname === '/session.php') return await session(seeded, origin, searchParams.get('brand'), request)
      if (pathname === '/favicon.ico') return new Response(null, { status: 204 })
      const file = files[pathname] ?? inFolder(folders, pathname)
      return file === undefined ? new Response('Not found', { status: 404 }) : await send(file)
    },
  }

  function session({ apiKey, accounts }: Seeded, origin: string, chosen: string | null, request: Request) {
    const client = createClient({ baseUrl: origin, apiKey, fetch: (sent) => server.fetch(sent) })
    const brand = brands.find((one) => one === chosen)
    const viewer = { id: 'staff-7', name: 'Lena Brandt' }
    const who = brand && { accountId: accounts[brand], role: 'reseller_owner' as const, viewer }
    return sessionRoute({ client, origins: [origin], whoIs: () => who })(request)
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

function inFolder(folders: Record<string, string>, pathname: string): string | undefined {
  const [, name = '', ...rest] = pathname.split('/')
  const folder = folders[name]
  return folder === undefined ? undefined : join(folder, normalize(`/${rest.join('/')}`))
}

async function send(file: string): Promise<Response> {
  const type = types[extname(file)]
  const body = type === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (type === undefined || body === undefined) return new Response('Not found', { status: 404 })
  const headers = { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-cache' }
  return new Response(body, { headers })
}
