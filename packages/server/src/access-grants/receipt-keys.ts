import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ReceiptKey } from '@clientele/contract'
import { asc, desc } from 'drizzle-orm'
import type { MasterKey } from '../auth/master-key.ts'
import { receiptKeys as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { newId } from '../new-id.ts'

// All of this wants a transaction in system scope: nobody else sees a row of these.

type KeyRow = typeof table.$inferSelect

const ed25519 = { kty: 'OKP', crv: 'Ed25519' } as const

/** The key that signs receipts: the newest one, made when it is first needed. */
export async function receiptKey(
  tx: Tx,
  { masterKey, now }: { masterKey: MasterKey; now: Date },
): Promise<{ kid: string; privateKey: KeyObject }> {
  const row = (await newest(tx)) ?? (await makeFirst(tx, masterKey, now))
  const jwk = { ...ed25519, x: row.publicKey, d: masterKey.open(row.sealed).toString('base64url') }
  return { kid: row.kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) }
}

/** The public halves of all keys there ever were, the oldest first: a receipt can be checked for ever. */
export async function publishedReceiptKeys(tx: Tx): Promise<ReceiptKey[]> {
  const { kid, publicKey: x, createdAt } = table
  const rows = await tx.db.select({ kid, x }).from(table).orderBy(asc(createdAt), asc(kid))
  return rows.map((row) => ({ ...ed25519, ...row, alg: 'EdDSA', use: 'sig' }))
}

/** Throws where the master key is not the one they were sealed with. */
export async function requireReadableReceiptKeys(tx: Tx, masterKey: MasterKey): Promise<void> {
  for (const { sealed } of await tx.db.select().from(table)) masterKey.open(sealed)
}

async function newest(tx: Tx): Promise<KeyRow | undefined> {
  const [row] = await tx.db.select().from(table).orderBy(desc(table.createdAt), desc(table.kid)).limit(1)
  return row
}

/** Servers that need it at the same time wait for the first one, and take its key. */
async function makeFirst(tx: Tx, masterKey: MasterKey, now: Date): Promise<KeyRow> {
  await tx.query('lock table receipt_keys in share row exclusive mode')
  const made = await newest(tx)
  if (made) return made
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const sealed = masterKey.seal(Buffer.from(d, 'base64url'))
  const row = { kid: newId('rck', now), publicKey: x, sealed, createdAt: now }
  await tx.db.insert(table).values(row)
  return row
}
