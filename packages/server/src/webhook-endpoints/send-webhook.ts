import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as sendPlain } from 'node:http'
import { request as sendSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { isPublicAddress } from './public-address.ts'
import { mayBeSentTo } from './webhook-address.rules.ts'

/** How webhooks are sent. */
export interface WebhookOptions {
  /**
   * Sends to private and loopback addresses too, and to loopback by http: for tests and development. Where strangers add
   * endpoints, it opens the network that the server stands in to them.
   * @default false
   */
  allowPrivateAddresses?: boolean
  /** How long a receiver may take for its whole answer. Milliseconds. @default 10000 */
  timeout?: number
  /** Finds the addresses of a name. @default what the machine asks */
  resolve?: (name: string) => Promise<readonly LookupAddress[]>
}

/** What came back. Without a status nothing did, and `detail` says why. */
export interface WebhookAnswer {
  status: number | null
  detail: string | null
  retryAfter?: string | undefined
  /** Trying again would change nothing. */
  isFinal?: true
}

/** Sends one message once. It never throws: what went wrong is the answer. */
export type SendWebhook = (url: string, headers: Record<string, string>, body: string) => Promise<WebhookAnswer>

const mostBytes = 16_384

export function webhookSender(options: WebhookOptions): SendWebhook {
  const { allowPrivateAddresses = false, timeout = 10_000, resolve = resolveBySystem } = options
  const checked = checkedLookup(resolve, allowPrivateAddresses ? () => true : isPublicAddress)

  return (to, headers, body) => {
    const url = new URL(to)
    // a literal address is never looked up, and what is allowed may have changed since the endpoint was added
    if (!mayBeSentTo(url, allowPrivateAddresses)) return Promise.resolve(failed(nowhere))
    return new Promise((done) => {
      let answer = failed('The receiver hung up without an answer.')
      const send = url.protocol === 'https:' ? sendSecure : sendPlain
      // no agent: a connection that is kept would be one that is not looked at again
      const request = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        lookup: checked,
        signal: AbortSignal.timeout(timeout),
      })
      request.once('response', (response) => {
        const status = response.statusCode ?? 0
        answer = { status, detail: detailOf(status), retryAfter: response.headers['retry-after'] }
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (bytes > mostBytes) request.destroy()
        })
        // the status is the answer, whatever becomes of the rest
        response.on('error', () => {})
      })
      request.on('error', (error) => {
        if (answer.status === null) answer = failed(reasonOf(error, timeout))
      })
      request.once('close', () => done(answer))
      request.end(body)
    })
  }
}

// one text for a name that is not there and one that leads inside: the difference would tell what is inside
const nowhere = 'The address leads to nothing that is public.'

/** What is connected to is what was checked: a name that says something else a moment later changes nothing (DNS rebinding). */
function checkedLookup(
  resolve: NonNullable<WebhookOptions['resolve']>,
  isAllowed: (address: string) => boolean,
): LookupFunction {
  const find = async (name: string) => {
    const found = await resolve(name).catch((cause: unknown) => {
      throw new Error(nowhere, { cause })
    })
    const [first] = found
    if (!first || !found.every(({ address }) => isAllowed(address))) throw new Error(nowhere)
    return { first, found: [...found] }
  }
  return (name, { all }, callback) => {
    callbackify(find)(name, (error, result) => {
      if (error) callback(error, [])
      else if (all) callback(null, result.found)
      else callback(null, result.first.address, result.first.family)
    })
  }
}

function resolveBySystem(name: string): Promise<LookupAddress[]> {
  return lookup(name, { all: true })
}

function failed(detail: string): WebhookAnswer {
  return { status: null, detail }
}

function detailOf(status: number): string | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return `The receiver answered ${status}, and redirects are not followed.`
  return `The receiver answered ${status}.`
}

function reasonOf(error: Error & { code?: string }, timeout: number): string {
  if (error.message === nowhere) return nowhere
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return `No answer came within ${timeout / 1000} s.`
  return `The connection failed${error.code === undefined ? '' : `: ${error.code}`}.`
}
