import { problemOf, type ErrorCode, type Problem } from '@clientele/contract'
import type { Refusal } from '../refusal.ts'
import { commonHeaders } from './common-headers.ts'

/** A refusal as `application/problem+json`, with what every answer carries and `more`. */
export function refusalResponse(refusal: Refusal, requestId: string, more = new Headers()): Response {
  const problem = problemOf(refusal, requestId)
  const headers = new Headers({ ...commonHeaders(requestId), ...retryAfter(problem) })
  for (const [name, value] of more) headers.set(name, value)
  headers.set('content-type', 'application/problem+json')
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

function retryAfter({ code, data, retryable }: Problem): Record<string, string> {
  const milliseconds =
    code === ('rate_limited' satisfies ErrorCode) ? Number(data?.['retryAfterMs']) : retryable ? 1000 : 0
  return milliseconds > 0 ? { 'retry-after': String(Math.ceil(milliseconds / 1000)) } : {}
}
