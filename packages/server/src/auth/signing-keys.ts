import { desc, eq, lt } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import { signingKeys } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { newId } from '../new-id.ts'
import type { MasterKey } from './master-key.ts'

const day = 86_400_000
const rotateAfter = 30 * day
// longer than any session lasts
const keepFor = rotateAfter + day

/** The secrets that sign sessions. They lie sealed in the database, where all replicas share them. */
export interface SigningKeys {
  /** The newest, made anew when it is 30 days old. Wants a transaction in system scope. */
  current(tx: Tx, now: Date): Promise<{ kid: string; secret: Buffer }>
  byId(tx: Tx, kid: string): Promise<Buffer | undefined>
  /** Throws where the master key is not the one they were sealed with. */
  requireReadable(tx: Tx): Promise<void>
}

export function createSigningKeys(master: MasterKey): SigningKeys {
  const known = new Map<string, Buffer>()

  return {
    async current(tx, now) {
      const [newest] = await tx.db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt)).limit(1)
      if (newest && now.getTime() - newest.createdAt.getTime() < rotateAfter) {
        return { kid: newest.kid, secret: master.open(newest.sealed) }
      }
      const secret = randomBytes(32)
      const kid = newId('sgk', now)
      await tx.db.delete(signingKeys).where(lt(signingKeys.createdAt, new Date(now.getTime() - keepFor)))
      await tx.db.insert(signingKeys).values({ kid, sealed: master.seal(secret), createdAt: now })
      return { kid, secret }
    },
    async byId(tx, kid) {
      const cached = known.get(kid)
      if (cached) return cached
      const [row] = await tx.db.select().from(signingKeys).where(eq(signingKeys.kid, kid))
      if (!row) return undefined
      const secret = master.open(row.sealed)
      known.set(kid, secret)
      return secret
    },
    async requireReadable(tx) {
      for (const { sealed } of await tx.db.select().from(signingKeys)) master.open(sealed)
    },
  }
}
