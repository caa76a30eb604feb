import { errors, type ErrorCode } from '@clientele/contract'
import { errorExamples } from '@clientele/contract/examples'
import type { HttpHandler } from 'msw/http'
import { answering, type Matched } from './answers/answer-request.ts'
import { refusalResponse } from './answers/responses.ts'
import { contractEndpoints, type Endpoint } from './contract-table.ts'
import { handlerFor, type Place } from './handler-for.ts'
import { mockFetch } from './mock-fetch.ts'
import { codesOf } from './mock.ts'
import { Refusal } from './refusal.ts'

interface Conflicting extends Place {
  times?: number
  otherwise: readonly HttpHandler[]
}

/** Handlers of all writes that can meet with a conflict. */
export function conflictHandlers(options: Conflicting): HttpHandler[] {
  return contractEndpoints
    .filter(({ row }) => row.method !== 'GET')
    .flatMap((endpoint) => {
      const code = conflictOf(endpoint)
      return code === undefined ? [] : [conflictHandler(endpoint, code, options)]
    })
}

function conflictHandler(endpoint: Endpoint, code: ErrorCode, options: Conflicting): HttpHandler {
  let left = options.times ?? Infinity
  return handlerFor(endpoint, options, async (matched) => {
    if (left-- <= 0 || (await isAccepted(matched.request))) return undefined
    // the version that was sent is an old one then, and the handlers say so themselves
    if (code === 'etag_mismatch' && (await somebodyElse(endpoint, matched, options))) return undefined
    const refusal = new Refusal(code, `A mock refuses this: ${errors[code].title}.`, errorExamples[code])
    return answering(matched.request, async (headers) => refusalResponse(refusal, headers))
  })
}

const likeliest: readonly ErrorCode[] = ['etag_mismatch', 'duplicate_suspected', 'access_request_pending']

function conflictOf(endpoint: Endpoint): ErrorCode | undefined {
  const codes = codesOf(endpoint).filter((code) => [409, 412].includes(errors[code].status))
  return likeliest.find((code) => codes.includes(code)) ?? codes[0]
}

/** Whether the person has seen the conflict and goes on all the same. */
async function isAccepted(request: Request): Promise<boolean> {
  const body = await request.clone().text()
  return body.includes('"acceptDuplicate":true') || body.includes('"supersede":')
}

/** What the other person sends: about the same as the caller, so that there is something to choose between. */
type Theirs = (time: number, mine: Readonly<Record<string, unknown>>) => { path?: string; method: string; body: object }

const rename: Theirs = (time, mine) => {
  const names = ['name', 'company'].filter((field) => typeof mine[field] === 'string')
  const renamed = Object.fromEntries(names.map((field) => [field, `${String(mine[field])} & Co`]))
  return { method: 'PATCH', body: { phone: `+4940555${String(1000 + (time % 9000))}`, ...renamed } }
}

const theirs: Readonly<Record<string, Theirs>> = {
  'clients.update': rename,
  'clients.setVerification': rename,
  'clients.setTags': (time) => ({ path: '/tags', method: 'PUT', body: { tags: [`theirs ${time}`] } }),
  'clients.setDescription': (time) => ({
    path: '/description',
    method: 'PUT',
    body: { text: `Somebody else wrote this (${time}).` },
  }),
}
let times = 0

/** Changes the record before the caller's change arrives. Says whether the caller can find out by its version. */
async function somebodyElse(
  { resource, name }: Endpoint,
  { request, params }: Matched,
  { otherwise }: Conflicting,
): Promise<boolean> {
  const change = theirs[`${resource}.${name}`]
  const authorization = request.headers.get('authorization')
  if (!change || otherwise.length === 0 || !request.headers.has('if-match') || !authorization) return false
  const { path = '', method, body } = change(++times, Object(await bodyOf(request)) as Record<string, unknown>)
  const [base = ''] = request.url.split(`/v1/${resource}/`)
  const headers = { authorization, 'content-type': 'application/json' }
  const url = `${base}/v1/${resource}/${params['id'] ?? ''}${path}`
  return (await mockFetch(otherwise)(new Request(url, { method, headers, body: JSON.stringify(body) }))).ok
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return (await request.clone().json()) as unknown
  } catch {
    return undefined
  }
}
