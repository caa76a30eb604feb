import type { Problem } from '@clientele/contract'
import { failure, refusal } from './error-text.ts'
import type { ClienteleError, FailureFacts } from './errors.ts'
import type { Outgoing } from './exchange.ts'
import { readRetryAfter } from './retry-delay.ts'
import type { Answer } from './transport.ts'

const passing = new Set([429, 502, 503, 504])
const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** Turns an HTTP answer into data, or into the error it stands for. */
export function readAnswer(sent: Outgoing, response: Response, text: string): Answer<unknown> {
  const { name, attempts, idempotencyKey, clock } = sent
  const { status, headers } = response
  const requestId = headers.get('x-request-id') ?? undefined
  const facts: FailureFacts = {
    attempts,
    idempotencyKey,
    status,
    requestId,
    retryable: passing.has(status),
    retryAfterMs: response.ok ? undefined : readRetryAfter(headers, clock),
  }
  const refuse = (what: string, cause?: unknown) =>
    failure('protocol', name, what, cause === undefined ? facts : { ...facts, cause })

  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) throw refuse(redirected(response))
  const data = status === 204 || status === 205 ? undefined : parse(response, text, refuse)
  if (!response.ok) throw problemError(name, data, facts, refuse)
  const replayed = headers.get('idempotency-replayed') === 'true'
  return { data, response: { status, headers, requestId, attempts, replayed } }
}

type Refuse = (what: string, cause?: unknown) => ClienteleError

function parse({ status, headers }: Response, text: string, refuse: Refuse): object {
  const type = headers.get('content-type')
  if (!json.test(type ?? '')) {
    const came = text === '' ? 'nothing' : (type ?? 'something without a content type')
    throw refuse(
      `was answered ${status} with ${came} where JSON has to be: look for a proxy in between, or a wrong \`baseUrl\``,
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const what = text === '' ? 'an empty body' : 'JSON that breaks off or is not valid'
    throw refuse(`was answered ${status} with ${what}: look for a proxy in between that cuts answers`, cause)
  }
  if (typeof value === 'object' && value !== null) return value
  throw refuse(`was answered ${status} with JSON that is no object: look at \`baseUrl\`, another server may be there`)
}

function problemError(
  name: string,
  problem: Partial<Problem> | undefined,
  facts: FailureFacts,
  refuse: Refuse,
): ClienteleError {
  if (typeof problem?.code !== 'string') {
    return refuse(
      `was answered ${facts.status} without an error code, so not by this API: look for a proxy in between, or a wrong \`baseUrl\``,
    )
  }
  const { errors } = problem
  const whole = { title: '', detail: '', ...problem, errors: Array.isArray(errors) ? errors.filter(Boolean) : [] }
  return refusal(name, whole as Problem, {
    ...facts,
    requestId: problem.requestId ?? facts.requestId,
    retryable: problem.retryable === true || facts.retryable === true,
    retryAfterMs: facts.retryAfterMs ?? waitIn(problem), // CORS may hide the header
  })
}

function waitIn({ data }: Partial<Problem>): number | undefined {
  return typeof data?.retryAfterMs === 'number' ? data.retryAfterMs : undefined
}

function redirected({ status, headers }: Response): string {
  if (status === 304) {
    return 'was answered 304 (not modified), which this API never does: look for a proxy in between that caches answers'
  }
  const to = headers.get('location')
  const where = to === null || !URL.canParse(to) ? '' : ` to ${new URL(to).origin}`
  return `was redirected${where}, and not followed: the credentials would go along. Give the final address as \`baseUrl\``
}
