import { Hono, type Context } from 'hono'
import type { Clock } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import { answerCall, type Answering, type Endpoint } from './answer-call.ts'
import { commonHeaders } from './common-headers.ts'
import { describeFailure, type Log } from './log.ts'
import { refusalResponse } from './problem.ts'
import { requestIdOf } from './request-id.ts'

/** What the HTTP layer needs. */
export interface AppOptions {
  endpoints: readonly Endpoint[]
  answering: () => Promise<Answering>
  isReady: () => Promise<boolean>
  clock: Clock
  log: Log
  basePath: string
}

const allowedHeaders = 'Authorization, Clientele-Link, Content-Type, Idempotency-Key, If-Match, X-Request-Id'

/** Routes, made from the table; everything that is not an answer is problem+json. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono().basePath(options.basePath)
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) =>
    (await options.isReady()) ? c.json({ status: 'ready' }) : c.json({ status: 'not_ready' }, 503),
  )

  const methods = new Map<string, string[]>()
  // a word before a parameter: /access-requests/current is no id
  const inOrder = options.endpoints.toSorted((a, b) => (a.row.path < b.row.path ? -1 : a.row.path > b.row.path ? 1 : 0))
  for (const endpoint of inOrder) {
    const path = `/v1${endpoint.row.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    // one address, whatever its parameters are called in each row
    const address = path.replaceAll(/:\w+/g, ':part')
    methods.set(address, [...(methods.get(address) ?? []), endpoint.row.method])
    app.on(endpoint.row.method, path, (c) => respond(c, options, endpoint))
  }
  for (const [path, allowed] of methods) {
    app.options(path, () => preflight(allowed))
    app.all(path, (c) => refuse(c, options, wrongMethod(c.req.method, allowed), { allow: allowed.join(', ') }))
  }
  app.notFound((c) =>
    refuse(
      c,
      options,
      new Refusal('not_found', `There is no address ${c.req.path}. See docs/api.md for those there are.`),
    ),
  )
  return app
}

async function respond(c: Context, options: AppOptions, endpoint: Endpoint): Promise<Response> {
  const started = performance.now()
  const requestId = requestIdOf(c.req.raw.headers, options.clock)
  const headers = new Headers(commonHeaders(requestId))
  const about = { requestId, method: endpoint.row.method, route: `${endpoint.resource}.${endpoint.name}` }
  let who: { caller?: string; account?: string } = {}
  let response: Response
  let failure: unknown
  try {
    const answer = await answerCall(
      endpoint,
      {
        request: c.req.raw,
        url: new URL(c.req.url),
        params: c.req.param() as Record<string, string>,
        requestId,
        now: options.clock.now(),
        headers,
        seen: (caller) => (who = { caller: `${caller.kind}:${caller.keyId}`, account: caller.account.id }),
      },
      await options.answering(),
    )
    if (answer.replayed) headers.set('idempotency-replayed', 'true')
    if (answer.etag !== undefined) headers.set('etag', answer.etag)
    headers.set('content-type', answer.status < 400 ? 'application/json' : 'application/problem+json')
    response = new Response(JSON.stringify(answer.body), { status: answer.status, headers })
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(
            'internal',
            'The server failed. Nothing was changed. Send the request again, and tell us the request id if it goes on.',
          )
    if (!(error instanceof Refusal)) failure = error
    response = refusalResponse(refusal, requestId, headers)
  }
  options.log({
    ...about,
    ...who,
    status: response.status,
    ms: Math.round((performance.now() - started) * 10) / 10,
    ...(failure === undefined ? {} : { error: describeFailure(failure) }),
  })
  return response
}

function refuse(c: Context, options: AppOptions, refusal: Refusal, more: Record<string, string> = {}): Response {
  return refusalResponse(refusal, requestIdOf(c.req.raw.headers, options.clock), new Headers(more))
}

function wrongMethod(method: string, allowed: string[]): Refusal {
  return new Refusal('method_not_allowed', `${method} does not work here. Use ${allowed.join(' or ')}.`, {
    data: { allowed },
  })
}

function preflight(methods: string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': '7200',
    },
  })
}
