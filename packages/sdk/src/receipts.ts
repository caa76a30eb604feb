import { canonicalWording, type Receipt, type ReceiptKey } from '@clientele/contract'
import {
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type CompactVerifyResult,
  type ProtectedHeaderParameters,
} from 'jose'
import { ClienteleError } from './errors.ts'

export type { Receipt, ReceiptKey } from '@clientele/contract'

/**
 * The published keys: what `accessGrants.receiptKeys()` answers, or its list. They may be kept, as a key is for ever; only
 * newer ones, and that one was stolen, is to be learned by reading them again.
 */
export type ReceiptKeys = readonly ReceiptKey[] | { readonly keys: readonly ReceiptKey[] }

export interface VerifyReceiptOptions {
  /**
   * The receipt before this one, of the same client and reseller, or `null` where this has to be their first. Each
   * carries the SHA-256 of the one before, so that a chain of which none is missing proves the whole history.
   * @default not looked at
   */
  previous?: string | null
  /**
   * What came after it, the next one first: `later` of the answer the receipt is from, or the receipts of the same client
   * and reseller that followed it. Looked at where its key was stolen later: whoever has a key can write any time into what
   * they sign, but not into what was signed with another one. Each carries the SHA-256 of the one before.
   * @default none
   */
  later?: readonly string[]
}

/**
 * Proves that a consent receipt is what the server signed when the client agreed, and reads it. Nothing is asked over
 * the network: the receipt and the keys are all it takes, also years later. One changed character and it is refused.
 *
 * It says what was agreed then. Whether the access still exists is for `accessGrants.get` to say.
 *
 * @throws ClienteleError of kind `protocol` where it cannot be trusted; the message says why: it is no receipt, it is
 * signed with another key, it was changed, its wording is not the one its hash is of, it does not follow `previous`, or
 * its key was stolen: before it was signed, or later and nothing in `later` vouches for it. Of kind `usage` where the keys
 * are none.
 * @example
 * const { jws, later } = await client.accessGrants.receipt('agr_01JNG1MJG6XAZXT8GV34P3H0C0')
 * const receipt = await verifyReceipt(jws, await client.accessGrants.receiptKeys(), { later })
 * console.log(`${receipt.client.name} allowed ${receipt.reseller.name}: ${receipt.wording.texts.summary}`)
 */
export async function verifyReceipt(
  jws: string,
  keys: ReceiptKeys,
  options: VerifyReceiptOptions = {},
): Promise<Receipt> {
  const list = listOf(keys)
  const key = pickKey(keyIdOf(jws, [receiptType]), list)
  const receipt = readReceipt(await verified(jws, key))
  const { sha256, texts } = receipt.wording
  if ((await sha256Of(canonicalWording(texts))) !== sha256) throw refusal('has a wording that does not match its hash')
  if (options.previous !== undefined) await requirePrevious(receipt, options.previous)
  if (key.revokedAt) await requireVouched({ jws, receipt, revokedAt: key.revokedAt }, options.later ?? [], list)
  return receipt
}

const receiptType = 'clientele-receipt+json'
const voucherType = 'clientele-voucher+json'

// 64 bytes are 86 characters, of which the last says two bits: another one with the same two is another receipt
const compact = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/

/** The id of the key it says it is signed with. The header is proved later, with the rest. */
function keyIdOf(jws: string, types: readonly string[]): string {
  const { typ, alg, kid } = readHeader(jws)
  if (!types.includes(String(typ))) throw refusal('is none: it is a token of another kind')
  // the algorithm is ours to choose, never the token's
  if (alg !== 'EdDSA') throw refusal('is none: receipts are signed with EdDSA')
  return String(kid)
}

function readHeader(jws: string): ProtectedHeaderParameters {
  if (typeof jws !== 'string' || !compact.test(jws))
    throw refusal('is none: it is not a compact JWS as they are signed')
  try {
    return decodeProtectedHeader(jws)
  } catch (cause) {
    throw refusal('is none: its header cannot be read', cause)
  }
}

function listOf(keys: ReceiptKeys): readonly ReceiptKey[] {
  const list: unknown = Array.isArray(keys) ? keys : (Object(keys) as { keys?: unknown }).keys
  if (Array.isArray(list) && list.length > 0) return list as ReceiptKey[]
  throw usage('needs the published keys, as `accessGrants.receiptKeys()` answers them')
}

function pickKey(kid: string, keys: readonly ReceiptKey[]): ReceiptKey {
  const [first, ...more] = keys.filter((one) => one.kid === kid)
  if (!first) throw refusal('is signed with a key that is not among those given. Read the published keys again')
  // lists of several years in one: what was learned later counts, and a theft is only ever found to be older
  const since = ({ revokedAt }: ReceiptKey) => String(revokedAt)
  const stolen = [first, ...more].filter(({ revokedAt }) => revokedAt)
  return stolen.toSorted((a, b) => (since(a) < since(b) ? -1 : 1))[0] ?? first
}

async function verified(jws: string, { kty, crv, x, kid }: ReceiptKey): Promise<CompactVerifyResult> {
  // only what an Ed25519 key consists of: what else stands in the list is not to decide anything
  const key = await importJWK({ kty, crv, x }, 'EdDSA').catch((cause: unknown) => {
    throw usage(`got ${kid}, which is no Ed25519 key, or runs where there is no Ed25519`, cause)
  })
  return compactVerify(jws, key, { algorithms: ['EdDSA'] }).catch((cause: unknown) => {
    throw refusal('was changed after it was signed, or signed by somebody else', cause)
  })
}

const isText = (value: unknown) => typeof value === 'string'
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown) => value === null || isText(value)
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText)

/** What there has to be in this format; what a later server adds is kept. */
const shape: { readonly [K in keyof Receipt]: (value: unknown) => boolean } = {
  id: isText,
  previous: isTextOrNull,
  grantId: isText,
  requestId: isTextOrNull,
  client: isObject,
  reseller: isObject,
  decidedBy: isObject,
  level: isText,
  capabilities: areTexts,
  wording: isWording,
  scope: isObject,
  duration: isTextOrNull,
  autoExtend: isTextOrNull,
  endsAt: isTextOrNull,
  issuedAt: isText,
}

function isWording(value: unknown): boolean {
  const { languageCode, sha256, texts } = Object(value) as Record<string, unknown>
  const { name, summary, can, cannot } = Object(texts) as Record<string, unknown>
  return [languageCode, sha256, name, summary].every(isText) && areTexts(can) && areTexts(cannot)
}

function readReceipt({ payload }: CompactVerifyResult): Receipt {
  const receipt = parseObject(payload)
  const missing = Object.entries(shape).filter(([field, isValid]) => !isValid(receipt?.[field]))
  if (receipt && missing.length === 0) return receipt as unknown as Receipt
  throw refusal(`is none that this version can read: ${missing.map(([field]) => field).join(', ')} is not as expected`)
}

async function requirePrevious(receipt: Receipt, previous: string | null): Promise<void> {
  const expected = previous === null ? null : await sha256Of(previous)
  if (receipt.previous !== expected) throw refusal('does not follow the one that was given as the one before')
}

/** Whoever stole the key can date back what they sign: a receipt counts where another key has signed its hash since. */
async function requireVouched(
  { jws, receipt, revokedAt }: { jws: string; receipt: Receipt; revokedAt: string },
  later: readonly string[],
  keys: readonly ReceiptKey[],
): Promise<void> {
  if (!(Date.parse(receipt.issuedAt) < Date.parse(revokedAt)))
    throw refusal(`was signed after its key was stolen (${revokedAt})`)
  let before = jws
  for (const next of later) {
    const key = pickKey(keyIdOf(next, [receiptType, voucherType]), keys)
    const { previous } = parseObject((await verified(next, key)).payload) ?? {}
    if (previous !== (await sha256Of(before))) throw refusal('is not the one that `later` goes on from')
    if (!key.revokedAt) return
    before = next
  }
  throw refusal(
    `is signed with a key that was stolen since (${revokedAt}), and nothing vouches for it. Read it again by ` +
      '`accessGrants.receipt`, and give its `later`',
  )
}

async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function parseObject(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isObject(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function usage(what: string, cause?: unknown): ClienteleError {
  return new ClienteleError('usage', `Clientele: verifyReceipt ${what}.`, cause === undefined ? {} : { cause })
}

function refusal(what: string, cause?: unknown): ClienteleError {
  const message = `Clientele: the receipt ${what}. Do not rely on it.`
  return new ClienteleError('protocol', message, cause === undefined ? {} : { cause })
}
