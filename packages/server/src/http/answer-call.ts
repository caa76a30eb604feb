import { errors, problemOf, type Row } from '@clientele/contract'
import { fieldErrors } from '@clientele/contract/forms'
import { schemasOf } from '@clientele/contract/schemas'
import * as z from 'zod/mini'
import { authenticate } from '../auth/authenticate.ts'
import { anybody, authenticateLink } from '../auth/links.ts'
import { callerKey, requireRight, scopeOf, type Caller } from '../auth/caller.ts'
import type { Transact, Tx } from '../database/transaction.ts'
import type { Answer, Call, Handler, Surroundings } from '../handler.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'
import { readBody } from './body.ts'
import { isKept, keep, readIdempotencyKey, replay, type KeptAnswer, type KeyedWrite } from './idempotency.ts'
import { readQuery } from './query.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { requireRecentSignIn } from './step-up.ts'

/** One row of the table with its handler. */
export interface Endpoint {
  name: string
  resource: string
  row: Row
  handler: Handler<Row>
}

/** What answering needs besides the endpoint. */
export interface Answering extends Surroundings {
  transact: Transact
  limiter: RateLimiter
  maxBodyBytes: number
  /** Checks what handlers return against the contract. */
  checkAnswers: boolean
}

/** One request on its way. */
export interface Incoming {
  request: Request
  url: URL
  params: Record<string, string>
  requestId: string
  now: Date
  /** Of the answer. */
  headers: Headers
  /** For the log. */
  seen: (caller: Caller) => void
}

/**
 * Answers one call of one row: who is it, may they, what do they ask, was it asked before; then the handler, in one
 * transaction that ends with the answer. So a write and its kept answer are both there or both not.
 */
export async function answerCall(
  endpoint: Endpoint,
  incoming: Incoming,
  by: Answering,
): Promise<KeptAnswer & { replayed: boolean }> {
  const { row, handler } = endpoint
  const body = row.method === 'GET' ? { text: '', value: undefined } : await readBody(incoming.request, by.maxBodyBytes)
  const isAsking = typeof handler !== 'function'
  const answer = isAsking
    ? await handler.ask(await by.transact({ reach: 'system' }, (tx) => admit(endpoint, incoming, by, body.value, tx)))
    : handler
  let isCounted = isAsking
  return by.transact({ reach: 'system' }, async (tx) => {
    const call = await admit(endpoint, incoming, by, body.value, tx, isCounted)
    // a transaction that is run again is one call
    isCounted = true
    const key = row.method === 'GET' || row.reads ? undefined : readIdempotencyKey(incoming.request.headers)
    // whoever is signed in may hold several links, and each is a request of its own
    const link = call.link ? ` ${call.link.hash.toString('hex')}` : ''
    const request = `${row.method} ${incoming.url.pathname}${link}\n${body.text}`
    const write = key === undefined ? undefined : { caller: call.caller, key, request, now: incoming.now }
    const kept = write && (await replay(tx, write))
    if (kept) return { ...kept, replayed: true }
    return { ...(await run({ endpoint, incoming, by, call, answer, tx, write })), replayed: false }
  })
}

/** What a row without an input takes. */
const nothing = z.strictObject({})

/** Lets a call in, or refuses it; afterwards the transaction sees what the caller may see. */
async function admit(
  { row, resource, name }: Endpoint,
  incoming: Incoming,
  by: Answering,
  body: unknown,
  tx: Tx,
  isCounted = false,
): Promise<Call> {
  const { request, now, headers } = incoming
  const { caller, link } = await identify(row, request.headers, by, now, tx)
  incoming.seen(caller)
  if (!isCounted) by.limiter.take(callerKey(caller), row.limit ?? 'general', headers)
  const reach = row.right ? requireRight(caller, row.right) : 'self'
  if (row.stepUp) requireRecentSignIn(caller, now)
  const schemas = schemasOf(resource, name)
  const params = schemas.params?.safeParse(incoming.params)
  // an id of another shape is an id of nothing
  if (params && !params.success) throw notFound()
  const query = readQuery(schemas.query, incoming.url.searchParams)
  // no body at all is an empty one, so that what is missing has its names
  const given = body === undefined ? {} : body
  const input = (schemas.input ?? nothing).safeParse(given)
  if (!input.success) refuseInvalid(fieldErrors(input.error, { input: given }))
  tx.enter(scopeOf(caller, reach))
  return {
    ...by,
    params: params?.data as undefined,
    query: query as undefined,
    input: input.data as undefined,
    caller,
    link,
    reach,
    now,
    requestId: incoming.requestId,
    ifMatch: request.headers.get('if-match') ?? undefined,
  }
}

/** By a key or a session; by the link in a mail, with a session or without; or nobody in particular. */
async function identify(
  row: Row,
  headers: Headers,
  by: Answering,
  now: Date,
  tx: Tx,
): Promise<Pick<Call, 'caller' | 'link'>> {
  if (row.public) return { caller: anybody, link: undefined }
  const link = row.link && (await authenticateLink(tx, headers, row.link, by.limiter))
  if (link && !headers.has('authorization')) return { caller: link.holder, link }
  return { caller: await authenticate(tx, headers, by.signingKeys, now), link }
}

interface Running {
  endpoint: Endpoint
  incoming: Incoming
  by: Answering
  call: Call
  answer: Answer<Row>
  tx: Tx
  write: KeyedWrite | undefined
}

async function run({ endpoint, incoming, by, call, answer, tx, write }: Running): Promise<KeptAnswer> {
  const { row, resource, name } = endpoint
  const undo = write && (await tx.mark())
  try {
    const body: unknown = await answer(call, tx)
    if (by.checkAnswers) requireContract(schemasOf(resource, name).output.safeParse(body), `${resource}.${name}`)
    const done = { status: row.status ?? 200, body, etag: etagIn(body) }
    if (write) await keep(tx, write, { ...done, body: row.secret ? withoutSecret(body) : withoutLinks(body) })
    return done
  } catch (error) {
    // N22: whoever learns by trying to add them which domains others have is counted like one who looks them up
    const isLookup = error instanceof Refusal && error.code === 'domain_taken_other'
    if (isLookup) by.limiter.take(callerKey(call.caller), 'lookup', incoming.headers)
    if (!(error instanceof Refusal) || !write || !undo || !isKept(error)) throw error
    const { code } = error as Refusal
    await undo()
    const refused = { status: errors[code].status, body: problemOf(error, call.requestId), etag: undefined }
    await keep(tx, write, refused)
    return refused
  }
}

function etagIn(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'etag' in body ? String(body.etag) : undefined
}

/** A replay names what was made and says that its secret was shown once. */
function withoutSecret(body: unknown): Record<string, unknown> {
  const { secret: _secret, token: _token, ...rest } = body as Record<string, unknown>
  return { ...rest, secretShownOnce: true }
}

/** Links let people in as secrets do. They go out by mail, and whoever may copy one reads it again. */
function withoutLinks(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const kept = { ...body } as Record<string, unknown>
  for (const link of ['copyableLink', 'manageLink']) if (link in kept) kept[link] = null
  return kept
}

function requireContract(parsed: { success: boolean; error?: unknown }, name: string): void {
  if (parsed.success) return
  throw new Error(`Clientele: the handler of ${name} answered with something the contract does not know.`, {
    cause: parsed.error,
  })
}
