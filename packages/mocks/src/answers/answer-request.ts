import { errors, problemOf, type Row } from '@clientele/contract'
import { behaviourOf } from '../behaviours/behaviour-of.ts'
import { doWhatIsDue } from '../behaviours/due/what-is-due.ts'
import type { Endpoint } from '../contract-table.ts'
import { Refusal } from '../refusal.ts'
import { storeOf, type Store } from '../store.ts'
import { checkAnswer, WrongMock } from './check-answer.ts'
import type { MockCall } from './mock-call.ts'
import { linkInvalid, parseRequest, readBody } from './read-request.ts'
import { addBudget, commonHeaders, jsonResponse, refusalResponse, requestIdOf, withoutBudget } from './responses.ts'

/** A request that was matched to a row. */
export interface Matched {
  request: Request
  params: Record<string, string>
}

/** Answers one request as the server would: who is it, may they, what do they ask, was it asked before. */
export async function answerRequest(
  endpoint: Endpoint,
  { request, params }: Matched,
  opened: Store,
  now: () => Date,
): Promise<Response> {
  return answering(request, async (headers) => {
    const { row } = endpoint
    const body = await readBody(request)
    const { token, ...caller } = identify(row, request.headers)
    const store = token === undefined ? opened : storeOf(opened, token)
    addBudget(headers, row)
    requireRight(endpoint, store)
    const url = new URL(request.url)
    const parsed = parseRequest(endpoint, params, url.searchParams, body)
    const ifMatch = request.headers.get('if-match') ?? undefined
    const requestId = headers.get('x-request-id') ?? ''
    const call: MockCall = { ...parsed, ...caller, endpoint, store, now: now(), ifMatch, requestId }
    const key = row.method === 'GET' || row.reads ? null : readKey(request)
    // each caller has keys of their own, and each link is a request of its own
    const slot = `${store.me.account.id} ${key}`
    const asked = `${row.method} ${url.pathname} ${call.link ?? ''}\n${body.text}`
    const kept = key === null ? undefined : store.kept.get(slot)
    if (kept && kept.request !== asked) {
      throw new Refusal('idempotency_key_reused', 'This Idempotency-Key was used for another request.', undefined)
    }
    if (kept) headers.set('idempotency-replayed', 'true')
    doWhatIsDue(call)
    const answer = kept ?? (await run(call))
    if (key !== null && !kept)
      store.kept.set(slot, { request: asked, ...answer, body: withoutLinks(withoutSecret(endpoint, answer.body)) })
    if (answer.etag !== undefined) headers.set('etag', answer.etag)
    return jsonResponse(answer.status, answer.body, headers)
  })
}

/** Runs a call and turns what it throws into an answer: a refusal into its problem, a wrong mock into a loud failure. */
export async function answering(request: Request, answer: (headers: Headers) => Promise<Response>): Promise<Response> {
  const headers = commonHeaders(requestIdOf(request))
  try {
    return await answer(headers)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_invalid') withoutBudget(headers)
    if (error instanceof Refusal) return refusalResponse(error, headers)
    const { message } = error as Error
    const said =
      error instanceof WrongMock ? message : `Clientele mocks: a mock threw while it answered, mend it: ${message}`
    // a component would show no more than that something failed
    console.error(said, error instanceof WrongMock ? '' : error)
    const failure = problemOf(new Refusal('internal', said, undefined), headers.get('x-request-id') ?? '')
    // sent again it would fail again
    return jsonResponse(500, { ...failure, retryable: false }, headers)
  }
}

/** The version in an answer, for its header. */
export function etagIn(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'etag' in body ? String(body.etag) : undefined
}

async function run(call: MockCall) {
  const { endpoint, store, requestId } = call
  try {
    const body = structuredClone(await behaviourOf(endpoint, store)(call))
    checkAnswer(endpoint, body)
    return { status: endpoint.row.status ?? 200, body, etag: etagIn(body) }
  } catch (error) {
    const isEarly = error instanceof Refusal && error.code === 'link_invalid'
    if (!(error instanceof Refusal) || isEarly || [401, 403, 429].includes(errors[error.code].status)) throw error
    return { status: errors[error.code].status, body: problemOf(error, requestId), etag: undefined }
  }
}

/** By any token; by any link, with a token or without; or nobody in particular. */
function identify(row: Row, headers: Headers): Pick<MockCall, 'link' | 'isSignedIn'> & { token: string | undefined } {
  if (row.public) return { link: undefined, isSignedIn: false, token: undefined }
  const link = row.link && (headers.get('clientele-link') ?? '')
  if (link === '') throw linkInvalid()
  const isSignedIn = headers.has('authorization')
  const token = link === undefined || isSignedIn ? requireToken(headers) : undefined
  return { link, isSignedIn, token }
}

function requireToken(headers: Headers): string {
  const [, token] = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '') ?? []
  if (token !== undefined) return token
  throw new Refusal(
    'unauthenticated',
    'There is no `Authorization: Bearer …`. Any token will do for a mock.',
    undefined,
  )
}

function requireRight({ row }: Endpoint, { me }: Store): void {
  if (row.right === undefined || me.rights[row.right] !== undefined) return
  throw new Refusal('permission_denied', `The role ${me.role} does not hold ${row.right}.`, { right: row.right })
}

function readKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null || /^[\x21-\x7E]{1,255}$/.test(key)) return key
  throw new Refusal('malformed_request', 'The Idempotency-Key has to be 1 to 255 visible ASCII characters.', undefined)
}

/** A replay names what was made and says that its secret was shown once. */
function withoutSecret({ row }: Endpoint, body: unknown): unknown {
  if (!row.secret) return body
  const { secret: _secret, token: _token, ...rest } = body as Record<string, unknown>
  return { ...rest, secretShownOnce: true }
}

/** Links let people in as secrets do: a replay leaves them out. */
function withoutLinks(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const links = ['copyableLink', 'manageLink'].filter((name) => name in body)
  return { ...body, ...Object.fromEntries(links.map((name) => [name, null])) }
}
