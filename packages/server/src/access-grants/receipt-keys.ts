import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ReceiptKey } from '@clientele/contract'
import { asc, desc } from 'drizzle-orm'
import type { MasterKey } from '../auth/master-key.ts'
import { receiptKeys as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { newId } from '../new-id.ts'

// All of this wants a transaction in system scope: nobody else sees a row of these.

export type ReceiptKeyRow = typeof table.$inferSelect

const ed25519 = { kty: 'OKP', crv: 'Ed25519' } as const

/** The key that signs receipts: the newest one, made when it is first needed. It stays that until the transaction ends. */
export async function receiptKey(
  tx: Tx,
  { masterKey, now }: { masterKey: MasterKey; now: Date },
): Promise<{ kid: string; privateKey: KeyObject }> {
  // who replaces it waits for us; and where we wait for them, what is read next is theirs
  await tx.query('lock table receipt_keys in row share mode')
  const row = (await newestReceiptKey(tx)) ?? (await makeFirst(tx, masterKey, now))
  const jwk = { ...ed25519, x: row.publicKey, d: masterKey.open(row.sealed).toString('base64url') }
  return { kid: row.kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) }
}

/** The public halves of all keys there ever were, the oldest first: a receipt can be checked for ever. */
export async function publishedReceiptKeys(tx: Tx): Promise<ReceiptKey[]> {
  const { kid, publicKey, createdAt, revokedAt } = table
  const rows = await tx.db
    .select({ kid, publicKey, createdAt, revokedAt })
    .from(table)
    .orderBy(asc(createdAt), asc(kid))
  return rows.map((row, i) => ({
    ...ed25519,
    kid: row.kid,
    x: row.publicKey,
    alg: 'EdDSA',
    use: 'sig',
    createdAt: row.createdAt.toISOString(),
    retiredAt: rows[i + 1]?.createdAt.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }))
}

/** Throws where the master key is not the one they were sealed with. */
export async function requireReadableReceiptKeys(tx: Tx, masterKey: MasterKey): Promise<void> {
  for (const { sealed } of await tx.db.select().from(table)) masterKey.open(sealed)
}

export async function newestReceiptKey(tx: Tx): Promise<ReceiptKeyRow | undefined> {
  const [row] = await tx.db.select().from(table).orderBy(desc(table.createdAt), desc(table.kid)).limit(1)
  return row
}

/** Adds a key; the newest one signs. Wants a lock on the table that keeps others from doing the same. */
export async function addReceiptKey(tx: Tx, masterKey: MasterKey, createdAt: Date): Promise<ReceiptKeyRow> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const sealed = masterKey.seal(Buffer.from(d, 'base64url'))
  const row = { kid: newId('rck', createdAt), publicKey: x, sealed, createdAt, revokedAt: null }
  await tx.db.insert(table).values(row)
  return row
}

/** Servers that need it at the same time wait for the first one, and take its key. */
async function makeFirst(tx: Tx, masterKey: MasterKey, now: Date): Promise<ReceiptKeyRow> {
  await tx.query('lock table receipt_keys in share row exclusive mode')
  return (await newestReceiptKey(tx)) ?? addReceiptKey(tx, masterKey, now)
}
