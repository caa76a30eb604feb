import type { Clock } from './clock.ts'
import { failure } from './error-text.ts'
import { readAnswer } from './read-answer.ts'
import type { Answer } from './transport.ts'

/** One request, as it goes out. */
export interface Outgoing {
  readonly name: string
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
  readonly idempotencyKey: string | undefined
  /** Counting this one. */
  readonly attempts: number
  readonly fetch: (request: Request) => Promise<Response>
  readonly clock: Clock
}

/** Sends one request and reads its answer. Retries and time limits are the caller's. */
export async function exchange(outgoing: Outgoing, signal: AbortSignal): Promise<Answer<unknown>> {
  const { name, method, url, headers, body = null, idempotencyKey, attempts, fetch } = outgoing
  let response: Response
  let text: string
  try {
    // a redirect that is followed would carry the token to another address
    response = await fetch(new Request(url, { method, headers, body, signal, redirect: 'manual' }))
    text = await response.text()
  } catch (cause) {
    const what = `got no answer from ${new URL(url).origin}: the connection failed${reason(cause)}`
    throw failure('network', name, what, { attempts, idempotencyKey, retryable: true, cause })
  }
  return readAnswer(outgoing, response, text)
}

/** The system's word for it, such as ECONNREFUSED, where there is one. */
function reason(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } } | undefined)?.cause?.code
  return typeof code === 'string' ? ` (${code})` : ''
}
