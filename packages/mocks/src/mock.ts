import { commonErrors, errors, type ErrorCode, type Output, type Parsed, type Row } from '@clientele/contract'
import { errorExamples } from '@clientele/contract/examples'
import { errorData } from '@clientele/contract/schemas'
import type { HttpHandler } from 'msw/http'
import { answering, etagIn } from './answers/answer-request.ts'
import { checkAnswer, checkData } from './answers/check-answer.ts'
import { parseRequest, readBody } from './answers/read-request.ts'
import { addBudget, jsonResponse, refusalResponse } from './answers/responses.ts'
import { endpointOf, type Endpoint } from './contract-table.ts'
import { handlerFor, type Place } from './handler-for.ts'
import { Refusal, type RefusalData } from './refusal.ts'

export interface MockOptions extends Place {
  /** Answers one call, and leaves the others to the handlers after it. @default false */
  once?: boolean
}

/** One call of a row, as its answer sees it. */
export interface CallOf<R extends Row> extends Parsed<R> {
  request: Request
}

/** What a row is answered with, or a function that says so. It may {@link refuse}. */
export type MockAnswer<R extends Row> = Output<R> | ((call: CallOf<R>) => Output<R> | Promise<Output<R>>)

/**
 * Answers one row otherwise than {@link handlers} do. Put it before them, or `server.use` it. An answer that the contract
 * does not know throws: at once where it is a value, else in the console and as an error 500 of the call.
 *
 * @example
 * server.use(mock(clients.list, aPage([aClient({ status: 'suspended' })])))
 * server.use(mock(clients.check, ({ input }) => aClientCheck({ domain: input.primaryDomain ? 'other' : 'not_checked' })))
 */
export function mock<R extends Row>(row: R, answer: MockAnswer<R>, options: MockOptions = {}): HttpHandler {
  const endpoint = endpointOf(row)
  const isFunction = typeof answer === 'function'
  if (!isFunction) checkAnswer(endpoint, answer)
  return handlerFor(
    endpoint,
    options,
    ({ request, params }) =>
      answering(request, async (headers) => {
        addBudget(headers, row)
        const parsed = parseRequest(endpoint, params, new URL(request.url).searchParams, await readBody(request))
        const body = isFunction
          ? await (answer as (call: unknown) => unknown)({ ...parsed, request })
          : structuredClone(answer)
        if (isFunction) checkAnswer(endpoint, body)
        const etag = etagIn(body)
        if (etag !== undefined) headers.set('etag', etag)
        return jsonResponse(row.status ?? 200, body, headers)
      }),
    options,
  )
}

/**
 * Refuses one row with a code it can answer with, and the data that belongs to it.
 *
 * @example
 * server.use(mockError(clients.create, 'quota_exceeded', { limit: 5, used: 5, missing: 1 }))
 * server.use(mockError(clients.create, 'validation_failed', { errors: [{ pointer: '/company', code: 'required' }] }))
 */
export function mockError<C extends ErrorCode>(
  row: Row,
  code: C,
  /** @default the example of the contract */
  data?: RefusalData<C>,
  options: MockOptions = {},
): HttpHandler {
  const endpoint = endpointOf(row)
  requireCode(endpoint, code)
  const refusal = new Refusal(code, `A mock refuses this: ${errors[code].title}.`, data ?? dataOf(code))
  checkData(refusal.data, errorData[code], `the data of mockError(${endpoint.resource}.${endpoint.name}, '${code}')`)
  return refusing(endpoint, refusal, options)
}

/** A handler that refuses whatever comes. */
export function refusing(endpoint: Endpoint, refusal: Refusal, options: MockOptions): HttpHandler {
  const refuse = async (headers: Headers) => {
    addBudget(headers, endpoint.row)
    return refusalResponse(refusal, headers)
  }
  return handlerFor(endpoint, options, ({ request }) => answering(request, refuse), options)
}

const ofBodies: readonly ErrorCode[] = ['payload_too_large', 'unsupported_media_type', 'validation_failed']
const ofKeys: readonly ErrorCode[] = ['idempotency_in_progress', 'idempotency_key_reused']

/** The codes a row can answer with. */
export function codesOf({ row }: Pick<Endpoint, 'row'>): ErrorCode[] {
  const isWrite = row.method !== 'GET'
  const codes: readonly ErrorCode[] = [
    ...(row.errors ?? []),
    ...commonErrors,
    'filter_invalid',
    ...(isWrite ? ofBodies : []),
    ...(isWrite && !row.reads ? ofKeys : []),
  ]
  return [...new Set(codes)]
}

function requireCode(endpoint: Endpoint, code: ErrorCode): void {
  const codes = codesOf(endpoint)
  if (codes.includes(code)) return
  throw new TypeError(
    `Clientele mocks: ${endpoint.resource}.${endpoint.name} never answers with ${code}, so a test of it proves nothing. It can answer with ${codes.join(', ')}.`,
  )
}

function dataOf(code: ErrorCode): unknown {
  const isAboutFields = code === 'validation_failed' || code === 'filter_invalid'
  return isAboutFields ? { errors: [] } : errorExamples[code]
}
