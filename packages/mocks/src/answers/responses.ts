import { problemOf, type Row } from '@clientele/contract'
import type { Refusal } from '../refusal.ts'

const exposed = 'ETag, Idempotency-Replayed, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
const budgets = { general: 6000, lookup: 120, check: 60_000 }
let requests = 0

/** What every answer carries. */
export function commonHeaders(requestId: string): Headers {
  return new Headers({
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposed,
    'x-content-type-options': 'nosniff',
  })
}

/** What is left of the caller's budget: always all but this call. */
export function addBudget(headers: Headers, row: Row): void {
  const budget = row.limit ?? 'general'
  headers.set('ratelimit-policy', `"${budget}";q=${budgets[budget]};w=60`)
  headers.set('ratelimit', `"${budget}";r=${budgets[budget] - 1};t=60`)
}

/** Whoever holds no link has no budget: that is found out first. */
export function withoutBudget(headers: Headers): void {
  for (const name of ['ratelimit-policy', 'ratelimit']) headers.delete(name)
}

/** The caller's own, where it is one that can go into a log; else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  if (given !== null && /^[\w.:-]{1,100}$/.test(given)) return given
  return `req_${String(++requests).padStart(26, '0')}`
}

/** An answer with a body, or with none where the status has none. */
export function jsonResponse(status: number, body: unknown, headers: Headers): Response {
  if (status === 204) return new Response(null, { status, headers })
  headers.set('content-type', status < 400 ? 'application/json' : 'application/problem+json')
  return new Response(JSON.stringify(body), { status, headers })
}

/** A refusal as a whole answer. */
export function refusalResponse(refusal: Refusal, headers: Headers): Response {
  const problem = problemOf(refusal, headers.get('x-request-id') ?? '')
  const { retryAfterMs } = (problem.data ?? {}) as { retryAfterMs?: number }
  const wait = retryAfterMs ?? (problem.retryable ? 1000 : 0)
  if (wait > 0) headers.set('retry-after', String(Math.ceil(wait / 1000)))
  return jsonResponse(problem.status, problem, headers)
}
