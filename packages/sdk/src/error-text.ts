import type { Problem } from '@clientele/contract'
import { ApiError, ClienteleError, type ErrorKind, type FailureFacts } from './errors.ts'

/** An error of a call that never left: it could not be made as it was written. */
export function usageError(name: string, what: string, cause?: unknown): ClienteleError {
  return new ClienteleError('usage', `Clientele: ${name} ${what}.`, cause === undefined ? {} : { cause })
}

/** An error of a call that was under way. `what` says what happened and what to do, without a full stop. */
export function failure(kind: ErrorKind, name: string, what: string, facts: FailureFacts): ClienteleError {
  return new ClienteleError(kind, `Clientele: ${name} ${what}. ${trace(facts)}`, facts)
}

/** The error of a call that the server refused. */
export function refusal(name: string, problem: Problem, facts: FailureFacts): ApiError {
  const [title, detail] = [sentence(problem.title), sentence(problem.detail)]
  const message = [
    `Clientele: ${name} was refused (${facts.status} ${problem.code}):`,
    detail.startsWith(title.slice(0, -1)) ? '' : title,
    detail,
    fieldText(problem),
    hint(problem.code, facts),
    trace(facts),
  ]
  return new ApiError(message.filter(Boolean).join(' '), problem, facts)
}

function hint(code: string, { retryAfterMs }: FailureFacts): string {
  if (code === 'session_expired') return 'Give `token` as a function and it is renewed in time.'
  return retryAfterMs ? `Try again in ${Math.ceil(retryAfterMs / 1000)} s.` : ''
}

function fieldText({ errors = [] }: Problem): string {
  const shown = errors.slice(0, 3).map(({ pointer, code }) => `${pointer || 'body'}: ${code}`)
  if (errors.length > shown.length) shown.push(`${errors.length - shown.length} more in \`errors\``)
  return shown.length === 0 ? '' : `(${shown.join(', ')})`
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`
}

function trace({ requestId, attempts = 0 }: FailureFacts): string {
  return `[${requestId ? `request ${requestId}, ` : ''}${attempts} attempt${attempts === 1 ? '' : 's'}]`
}
