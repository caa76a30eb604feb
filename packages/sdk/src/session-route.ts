import type { CreateSession } from '@clientele/contract'
import type { Clientele } from './client-over.ts'
import { usageError } from './error-text.ts'
import { isClienteleError } from './errors.ts'

/** Somebody who is signed in to the host's panel, by the host's own records. */
export interface SignedIn extends Pick<CreateSession, 'accountId' | 'role' | 'viewer'> {
  /** When they last proved who they are: what is sensitive wants that to be recent. */
  signedInAt?: Date
}

export interface SessionRouteOptions {
  /** With a secret key, so only ever in the backend. */
  client: Clientele
  /** The origins of the panel, as `https://panel.example.com`. A token that is stolen works from no other page. */
  origins: readonly string[]
  /**
   * Who sends the request, by the host's own cookie; nobody for `undefined`. Account and role have to come from the
   * host's records, never from the request.
   */
  whoIs: (request: Request) => SignedIn | undefined | Promise<SignedIn | undefined>
  /** Seconds that a token lasts, 60 to 3600. @default 900 */
  expiresIn?: number
}

/**
 * The one route that a host adds for the widgets: it answers a `POST` of the panel's own pages with a session for
 * whoever is signed in, `{ token, expiresAt }`. It takes and gives what `fetch` does, so it fits any backend.
 *
 * Another page's request is a 403, also with the visitor's cookie; somebody who is signed out gets a 401, and a 502
 * names the request id where the API gave no session. No answer is kept by caches. What `whoIs` throws is the host's.
 *
 * @throws ClienteleError of kind `usage` where `origins` are none.
 * @example
 * const route = sessionRoute({ client, origins: ['https://panel.example.com'], whoIs: (request) => staffOf(request) })
 * export const POST = (request: Request) => route(request)
 */
export function sessionRoute(options: SessionRouteOptions): (request: Request) => Promise<Response> {
  const { client, whoIs, expiresIn } = options
  const origins = options.origins.map(checkOrigin)
  if (origins.length === 0) throw usageError('the session route', 'needs `origins`, the origins of the panel')
  return async (request) => {
    if (request.method !== 'POST') return answer(405, { error: 'method_not_allowed' }, { allow: 'POST' })
    const origin = request.headers.get('origin')
    if (origin === null || !origins.includes(origin) || !isSamePage(request))
      return answer(403, { error: 'wrong_origin' })
    const person = await whoIs(request)
    if (!person) return answer(401, { error: 'signed_out' })
    const { accountId, role, viewer, signedInAt } = person
    try {
      const session = await client.sessions.create(
        {
          accountId,
          role,
          viewer,
          origins: [origin],
          ...(expiresIn !== undefined && { expiresIn }),
          ...(signedInAt && { authenticatedAt: signedInAt.toISOString() }),
        },
        { signal: request.signal },
      )
      return answer(200, { token: session.token, expiresAt: session.expiresAt })
    } catch (error) {
      if (!isClienteleError(error)) throw error
      return answer(502, { error: 'no_session', requestId: error.requestId })
    }
  }
}

/** Browsers say it where they can (Fetch Metadata); a page of the panel is never anywhere else than its backend. */
function isSamePage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site === null || site === 'same-origin'
}

function checkOrigin(origin: string): string {
  if (URL.parse(origin)?.origin === origin) return origin
  throw usageError('the session route', `got '${origin}' among its \`origins\`, and needs scheme, host and port alone`)
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', vary: 'Origin, Cookie', ...headers } })
}
