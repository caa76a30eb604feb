import type { ReceiptKey } from '@clientele/contract'
import type { ReceiptKeyCare } from './access-grants/receipt-key-care.ts'

/** `clientele-server receipt-keys …`: gives what it prints, the keys as they are then. */
export async function receiptKeysCommand(care: ReceiptKeyCare, words: readonly string[]): Promise<string> {
  const [act = 'list', kid, since, ...more] = words
  const isComplete = act === 'revoke' ? kid !== undefined && more.length === 0 : words.length <= 1
  const acts: Record<string, () => Promise<ReceiptKey[]>> = {
    list: care.list,
    rotate: care.rotate,
    revoke: async () => care.revoke(kid ?? '', since === undefined ? {} : { since: timeOf(since) }),
  }
  const run = Object.hasOwn(acts, act) ? acts[act] : undefined
  if (!run || !isComplete) {
    throw new Error(
      `Clientele: “receipt-keys ${words.join(' ')}” is not known, and nothing was done. Say receipt-keys, receipt-keys rotate, or receipt-keys revoke KID [SINCE].`,
    )
  }
  return (await run()).map(lineOf).join('')
}

function lineOf({ kid, createdAt, retiredAt, revokedAt }: ReceiptKey): string {
  const state =
    revokedAt === null ? (retiredAt === null ? 'signs' : `until ${retiredAt}`) : `revoked since ${revokedAt}`
  return `${kid}  from ${createdAt}  ${state}\n`
}

const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

function timeOf(text: string): Date {
  const time = new Date(isTime.test(text) ? text : NaN)
  if (!Number.isNaN(time.getTime())) return time
  throw new Error(
    `Clientele: “${text}” is no time, so it is not known since when the key is stolen. Write it as 2026-03-01T09:00:00Z, or as 2026-03-01 (UTC).`,
  )
}
