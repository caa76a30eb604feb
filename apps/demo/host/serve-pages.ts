import type { Asset } from './front-end.ts'

// the strictest policy that pages can live under: neither inline styles nor inline scripts, no text made into code
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  // a mail is a document of its own
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }

/** Answers with a file of the front end, and with the page itself for every address inside it. */
export function servePages(assets: ReadonlyMap<string, Asset>): (request: Request) => Response {
  return (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: always })
    const { pathname } = new URL(request.url)
    const asset = assets.get(pathname)
    if (asset && pathname !== '/index.html') {
      // their names change with their content
      return answer(asset, { 'cache-control': 'public, max-age=31536000, immutable' })
    }
    const page = assets.get('/index.html')
    if (!page || /\.\w+$/.test(pathname)) return new Response('Not found\n', { status: 404, headers: always })
    return answer(page, { 'cache-control': 'no-cache', 'content-security-policy': policy })
  }
}

function answer({ body, type }: Asset, headers: Record<string, string>): Response {
  return new Response(body, { headers: { ...always, ...headers, 'content-type': type } })
}
