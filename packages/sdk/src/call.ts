import type { Input, Item, Output, Params, Query, Row } from '@clientele/contract'
import type { CallOptions } from './call-options.ts'
import { Call } from './call-promise.ts'
import { failure, usageError } from './error-text.ts'
import { PagedCall } from './paged-call.ts'
import { requestPath, requestQuery } from './request-path.ts'
import type { Answer, Transport, TransportRequest } from './transport.ts'

/** Path parameters: `{id}` alone is a string. */
type PathArgs<P> = [P] extends [undefined] ? [] : [keyof P] extends ['id'] ? [id: P['id' & keyof P]] : [params: P]
type QueryArgs<Q> = [Q] extends [undefined] ? [] : object extends Q ? [query?: Q] : [query: Q]
type InputArgs<I> = [I] extends [undefined] ? [] : [input: I]

/** What a row is called with, each where the row has it: path parameters, query or input, options. */
export type CallArgs<R extends Row> = [
  ...PathArgs<Params<R>>,
  ...QueryArgs<Query<R>>,
  ...InputArgs<Input<R>>,
  options?: CallOptions,
]

/** What calling a row gives. */
export type CallResult<R extends Row> = [Item<R>] extends [never] ? Call<Output<R>> : PagedCall<Item<R>>

/**
 * Calls one row of the contract: the small way in, which bundles nothing of the other rows.
 *
 * @example
 * import { call, createTransport } from '@clientele/sdk'
 * import { clients } from '@clientele/contract'
 *
 * const transport = createTransport({ baseUrl: 'https://clients.example.com', apiKey: 'ck_…' })
 * for await (const client of call(transport, clients.list, { q: 'mue' })) console.log(client.name)
 */
export function call<R extends Row>(transport: Transport, row: R, ...args: CallArgs<R>): CallResult<R> {
  return callNamed(`${row.method} ${row.path}`, transport, row, args)
}

/** `call` with the name by which errors speak of it. */
export function callNamed<R extends Row>(
  name: string,
  transport: Transport,
  row: R,
  args: readonly unknown[],
): CallResult<R> {
  const made = row.paged
    ? pagedCall(name, transport, row, args)
    : new Call(
        withSecret(
          name,
          row,
          send(transport, () => request(name, row, args)),
        ),
      )
  return made as CallResult<R>
}

function pagedCall(name: string, transport: Transport, row: Row, args: readonly unknown[]) {
  const page = (cursor?: string) => {
    return send(transport, () => request(name, row, args, cursor)) as Promise<
      Answer<{ data: unknown[]; nextCursor: string | null }>
    >
  }
  return new PagedCall(name, page(), page)
}

/** Async, so that what is wrong with the arguments is a rejection like any other. */
async function send(transport: Transport, make: () => TransportRequest): Promise<Answer<unknown>> {
  return await transport.send(make())
}

/** A secret is answered once. Where that answer was lost on the way, a replay of it is no success. */
async function withSecret(name: string, row: Row, sent: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  const answer = await sent
  if (!row.secret || !answer.response.replayed) return answer
  const { status, requestId, attempts } = answer.response
  const { id } = answer.data as { id?: string }
  const what = `was done by an earlier attempt, whose answer with the secret was lost. It is shown once: revoke ${id ?? 'what was made'} and make another`
  throw failure('protocol', name, what, { status, requestId, attempts })
}

function request(name: string, row: Row, args: readonly unknown[], cursor?: string): TransportRequest {
  const rest = [...args]
  const path = requestPath(name, row.path, row.path.includes('{') ? rest.shift() : undefined)
  const query = row.paged
    ? { ...(rest.shift() as object | undefined), ...(cursor !== undefined && { cursor }) }
    : undefined
  const body = row.method === 'GET' || row.bodyless ? undefined : bodyText(name, rest.shift())
  const options = (rest.shift() ?? {}) as CallOptions
  if (rest.length > 0) throw usageError(name, 'got more arguments than it takes: options are the last one')
  const writes = row.method !== 'GET' && !row.reads
  return { name, method: row.method, path: path + requestQuery(name, query), body, writes, options }
}

function bodyText(name: string, input: unknown): string {
  if (typeof input !== 'object' || input === null) throw usageError(name, 'needs its input as an object')
  try {
    return JSON.stringify(input)
  } catch (cause) {
    throw usageError(name, 'got an input that cannot be written as JSON', cause)
  }
}
