import type { Event } from '@clientele/contract'
import { eq, max } from 'drizzle-orm'
import type { MasterKey } from '../auth/master-key.ts'
import { consentReceipts, receiptKeys as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { bySystem, recordEvent } from '../events/record-event.ts'
import { addReceiptKey, newestReceiptKey, type ReceiptKeyRow } from './receipt-keys.ts'

// All of this wants a transaction in system scope.

interface By {
  masterKey: MasterKey
  now: Date
}

/** Makes a new key, which signs from then on, on every server of the database. What the old one signed stays good. */
export async function rotateReceiptKey(tx: Tx, by: By): Promise<void> {
  await holdReceiptKeys(tx)
  await makeNext(tx, by, await newestReceiptKey(tx))
}

/**
 * Says that somebody else may have a key, by default from the moment on at which it signs nothing any more. One that was in
 * use is replaced. A mark is never taken back, nor moved to a later time.
 */
export async function revokeReceiptKey(tx: Tx, by: By, { kid, since }: { kid: string; since?: Date }): Promise<void> {
  await holdReceiptKeys(tx)
  const rows = await tx.db.select().from(table).orderBy(table.createdAt, table.kid)
  const at = rows.findIndex((row) => row.kid === kid)
  const row = rows[at]
  if (!row) {
    throw new Error(
      `Clientele: no receipt was ever signed with a key ${kid}, so there is nothing to revoke. Look the key up in the list of receipt keys.`,
    )
  }
  if (since && since > by.now) {
    throw new Error(
      `Clientele: ${since.toISOString()} lies ahead, but a key is revoked since somebody has it. Give the time it was stolen, or leave it out for now.`,
    )
  }
  const next = rows[at + 1] ?? (await makeNext(tx, by, row))
  const revokedAt = earliest(since ?? latest(by.now, next.createdAt), row.revokedAt)
  if (revokedAt.getTime() === row.revokedAt?.getTime()) return
  await tx.db.update(table).set({ revokedAt }).where(eq(table.kid, kid))
  await record(tx, by, 'receipt_key.revoked', kid, {
    revokedAt: { from: row.revokedAt?.toISOString() ?? null, to: revokedAt.toISOString() },
  })
}

/** Waits for whoever is signing; whoever comes later waits for us, and signs with what they find then. */
async function holdReceiptKeys(tx: Tx): Promise<void> {
  await tx.query('lock table receipt_keys in exclusive mode')
}

async function makeNext(tx: Tx, by: By, before: ReceiptKeyRow | undefined): Promise<ReceiptKeyRow> {
  // the clock of another machine may be ahead of ours: what was signed before comes before, whatever it says
  const [signed] = await tx.db.select({ at: max(consentReceipts.createdAt) }).from(consentReceipts)
  const earlier = [before?.createdAt, signed?.at].flatMap((time) => (time ? [new Date(time.getTime() + 1)] : []))
  const made = await addReceiptKey(tx, by.masterKey, latest(by.now, ...earlier))
  await record(tx, by, 'receipt_key.rotated', made.kid, { kid: { from: before?.kid ?? null, to: made.kid } })
  return made
}

async function record(tx: Tx, { now }: By, type: Event['type'], id: string, changes: Event['changes']): Promise<void> {
  const [platform] = await tx.query<{ id: string }>(`select id from accounts where kind = 'platform'`)
  if (!platform) {
    throw new Error(
      'Clientele: there is no platform yet, so no receipts. Make it first: clientele-server bootstrap NAME',
    )
  }
  await recordEvent(tx, bySystem(now), { type, subject: { type: 'receipt_key', id }, ownerId: platform.id, changes })
}

function latest(first: Date, ...more: readonly Date[]): Date {
  return more.reduce((late, time) => (time > late ? time : late), first)
}

function earliest(one: Date, other: Date | null): Date {
  return other && other < one ? other : one
}
