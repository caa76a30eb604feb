import { eq } from 'drizzle-orm'
import { terms, type accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { nameKey, tagTerm, termsOf } from './search-terms.ts'
import { toUnicode } from './unicode-domain.ts'

/** What a client is found by. */
type Searchable = Pick<
  typeof accounts.$inferInsert,
  | 'id'
  | 'name'
  | 'tags'
  | 'company'
  | 'person'
  | 'admin'
  | 'primaryDomain'
  | 'primaryEmail'
  | 'secondaryEmail'
  | 'parentId'
>

/** Writes the words a client is found by, in place of those it was found by before. */
export async function writeTerms(tx: Tx, client: Searchable): Promise<void> {
  await tx.db.delete(terms).where(eq(terms.clientId, client.id))
  const people = [client.person, client.admin].flatMap((name) => [name?.firstName, name?.lastName])
  const words = termsOf([
    client.id,
    client.name,
    client.company,
    ...people,
    client.primaryDomain,
    client.primaryDomain && toUnicode(client.primaryDomain),
    client.primaryEmail,
    client.secondaryEmail,
  ])
  const key = nameKey(client.name)
  await tx.query('insert into terms (owner_id, term, name_key, client_id) select $1, unnest($2::text[]), $3, $4', [
    client.parentId,
    [...words, ...(client.tags ?? []).map(tagTerm)],
    key,
    client.id,
  ])
}
