import { ClienteleError } from './errors.ts'

type HeaderSource = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerifyOptions {
  /** How old, or how far in the future, a message may be, in seconds. @default 300 */
  tolerance?: number
  /** @default the present */
  now?: Date
}

/** A message that was proved to come from who holds the secret. */
export interface VerifiedWebhook {
  /** The same each time the message is sent: keep it to take a message once. */
  readonly id: string
  readonly sentAt: Date
  /** The body, as JSON. */
  readonly payload: unknown
}

/**
 * Proves that a message is ours and recent (Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`,
 * `webhook-signature`). Hand over the body as it came, not parsed: one changed space and the signature is another.
 * Several secrets may be given while one replaces the other.
 *
 * @throws ClienteleError of kind `protocol` where the message cannot be trusted: answer 400. Of kind `usage` where the
 * call or a secret cannot be right.
 * @example
 * const { id, payload } = await verifyWebhook(await request.text(), request.headers, 'whsec_…')
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: HeaderSource,
  secrets: string | readonly string[],
  options: VerifyOptions = {},
): Promise<VerifiedWebhook> {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw usage('needs the body as it came, as text or bytes. Parsed JSON cannot be checked: take the raw body')
  }
  const keys = await Promise.all([secrets].flat().map(importSecret))
  if (keys.length === 0) throw usage('needs at least one secret')
  const id = header(headers, 'webhook-id')
  const timestamp = header(headers, 'webhook-timestamp')
  const signatures = readSignatures(header(headers, 'webhook-signature'))
  const signed = join(`${id}.${timestamp}.`, body)
  if (!(await isSigned(keys, signatures, signed))) {
    throw refusal('is signed with none of the secrets, so somebody else may have sent it')
  }
  const sentAt = checkAge(timestamp, options)
  return { id, sentAt, payload: parse(body) }
}

async function isSigned(keys: CryptoKey[], signatures: Bytes[], signed: Bytes): Promise<boolean> {
  for (const key of keys) {
    for (const signature of signatures) {
      // compares in constant time
      if (await crypto.subtle.verify('HMAC', key, signature, signed)) return true
    }
  }
  return false
}

type Bytes = Uint8Array<ArrayBuffer>

function importSecret(secret: string): Promise<CryptoKey> {
  const bytes = typeof secret === 'string' ? decodeBase64(secret.replace(/^whsec_/, '')) : undefined
  if (!bytes?.length) throw usage('got a secret that is none. It starts with whsec_, base64 follows')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

/** A list such as `v1,base64 v1,base64`; other versions than v1 are for others. */
function readSignatures(list: string): Bytes[] {
  const own = list.split(' ').filter((entry) => entry.startsWith('v1,'))
  return own.slice(0, 20).flatMap((entry) => decodeBase64(entry.slice(3)) ?? [])
}

function header(headers: HeaderSource, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : [lookUp(headers, name)].flat()[0]
  if (!value) throw refusal(`has no ${name} header`)
  return value
}

function lookUp(headers: Exclude<HeaderSource, Headers>, name: string) {
  return headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? name]
}

function checkAge(timestamp: string, { tolerance = 300, now = new Date() }: VerifyOptions): Date {
  const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN
  // not `>`: a time that is no number must not pass
  if (!(Math.abs(now.getTime() - sentAt) <= tolerance * 1000)) {
    throw refusal(`was not sent within ${tolerance} s of now, so it may be an old one sent again (or a clock is wrong)`)
  }
  return new Date(sentAt)
}

function parse(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch (cause) {
    throw refusal('is no JSON', cause)
  }
}

function join(head: string, body: string | Uint8Array): Bytes {
  const encoder = new TextEncoder()
  const [a, b] = [encoder.encode(head), typeof body === 'string' ? encoder.encode(body) : body]
  const all = new Uint8Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

function decodeBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

function usage(what: string): ClienteleError {
  return new ClienteleError('usage', `Clientele: verifyWebhook ${what}.`)
}

function refusal(what: string, cause?: unknown): ClienteleError {
  const message = `Clientele: the webhook message ${what}. Answer 400 and do nothing with it.`
  return new ClienteleError('protocol', message, cause === undefined ? {} : { cause })
}
