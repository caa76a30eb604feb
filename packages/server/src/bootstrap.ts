import { sql } from 'drizzle-orm'
import { hashSecret, hintOf, newSecret } from './auth/api-key-secret.ts'
import { nameKey } from './clients/search-terms.ts'
import { accounts, apiKeys } from './database/schema.ts'
import type { Tx } from './database/transaction.ts'
import { newId } from './new-id.ts'

/** The platform's account and its first key. */
export interface Bootstrapped {
  accountId: string
  /** `ck_…`, shown this once. */
  secret: string
}

/** Makes the platform's account and its first key, or nothing where there is a platform. */
export async function bootstrap(tx: Tx, name: string, now: Date): Promise<Bootstrapped | null> {
  await tx.query('lock table accounts in share row exclusive mode')
  const [present] = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(sql`kind = 'platform'`)
  if (present) return null
  const accountId = newId('acc', now)
  const shared = { id: accountId, kind: 'platform' as const, path: `${accountId}/`, status: 'active' }
  await tx.db.insert(accounts).values({ ...shared, name, nameKey: nameKey(name), createdAt: now, updatedAt: now })
  const secret = newSecret()
  await tx.db.insert(apiKeys).values({
    id: newId('key', now),
    accountId,
    // what is done with it stands under this name in the feeds of clients
    name,
    role: 'platform_admin',
    hash: hashSecret(secret),
    hint: hintOf(secret),
    createdAt: now,
  })
  return { accountId, secret }
}
