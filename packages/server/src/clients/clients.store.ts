import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { livingSql } from '../access-grants/grants.rules.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import type { AccessFacts } from './access-state.rules.ts'
import { accountsBehind, type AccountBehind } from './account-behind.store.ts'
import { nameKey } from './search-terms.ts'
import { writeTerms } from './terms.store.ts'

/** A client as the table has it. */
export type ClientRow = typeof accounts.$inferSelect & { kind: 'client'; parentId: string }

/** A client with what other tables say about it. */
export interface ReadClient {
  row: ClientRow
  ownerName: string | null
  nameIsShared: boolean
  descriptions: { accountId: string; accountName: string | null; text: string }[]
  externalIds: { system: string; id: string }[]
  access: AccessFacts
  /** How long before its end the access ends soon. Nothing where none of it has an end. */
  notices: readonly string[]
  /** Of a record that was joined with an account: what is true of that. */
  behind: AccountBehind | undefined
}

interface ReadRow {
  [column: string]: unknown
  id: string
  owner_name: string | null
  name_is_shared: boolean
  descriptions: ReadClient['descriptions'] | null
  external_ids: ReadClient['externalIds'] | null
  access: AccessJson
}

/** JSON has no dates. */
interface AccessJson extends Pick<AccessFacts, 'switch'> {
  grant: (Omit<NonNullable<AccessFacts['grant']>, 'endsAt'> & { endsAt: string | null }) | null
  request: (Omit<NonNullable<AccessFacts['request']>, 'expiresAt'> & { expiresAt: string | null }) | null
}

/**
 * Reads clients by id, in the order of the ids. What the transaction may not see is left out. The access is that of
 * `reseller`, or of each client's owner.
 */
export async function readClients(
  tx: Tx,
  ids: readonly string[],
  owners: readonly string[] | undefined,
  reseller: string | undefined,
): Promise<ReadClient[]> {
  if (ids.length === 0) return []
  const { text, values } = readStatement(ids, owners, reseller)
  const found = await tx.query<ReadRow>(text, values, owners === undefined ? 'read-clients' : 'read-clients-of-owners')
  const rows = found.map(fromColumns)
  const behind = await accountsBehind(
    tx,
    rows.flatMap(({ id, parentId, aliasOf }) =>
      aliasOf === null ? [] : [{ id, ownerId: parentId, accountId: aliasOf }],
    ),
  )
  const hasEnd = found.some(({ access }) => (access.grant?.endsAt ?? null) !== null)
  const notices = hasEnd ? accessSettings(await readSettings(tx)).expiryNotices : []
  return found.map((row, place) => ({
    row: rows[place] as ClientRow,
    ownerName: row.owner_name,
    nameIsShared: row.name_is_shared,
    descriptions: row.descriptions ?? [],
    externalIds: row.external_ids ?? [],
    access: toFacts(row.access),
    notices,
    behind: behind.get(row.id),
  }))
}

function toFacts({ grant, request, switch: policy }: AccessJson): AccessFacts {
  return {
    grant: grant && { ...grant, endsAt: toDate(grant.endsAt) },
    request: request && { ...request, expiresAt: toDate(request.expiresAt) },
    switch: policy,
  }
}

function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

/** A name is shared where another client among `owners` has it, which is all the caller sees. */
export function readStatement(
  ids: readonly string[],
  owners: readonly string[] | undefined,
  reseller: string | undefined,
): { text: string; values: unknown[] } {
  const values: unknown[] = [ids, reseller ?? null]
  const among = owners === undefined ? '' : `and b.parent_id = any($${values.push(owners)})`
  const text = `select ${columnList}, o.name as owner_name,
      exists (select 1 from accounts b
        where b.kind = 'client' and b.name_key = a.name_key and b.name = a.name and b.id <> a.id ${among}) as name_is_shared,
      (select json_agg(json_build_object('accountId', d.account_id, 'accountName', x.name, 'text', d.text) order by d.account_id)
        from descriptions d left join accounts x on x.id = d.account_id where d.client_id = a.id) as descriptions,
      (select json_agg(json_build_object('system', e.system, 'id', e.external_id) order by e.system, e.external_id)
        from external_ids e where e.client_id = a.id) as external_ids,
      ${accessFacts} as access
    from unnest($1::text[]) with ordinality as wanted(id, place)
      join accounts a on a.id = wanted.id and a.kind = 'client'
      left join accounts o on o.id = a.parent_id
    order by wanted.place`
  return { text, values }
}

// of one reseller and one client, or the account it leads to, each by one look into an index: a `case` is what row-level
// security trusts, and `coalesce` is not
const pair =
  'client_id = case when a.alias_of is null then a.id else a.alias_of end and reseller_id = coalesce($2, a.parent_id)'
const accessFacts = `json_build_object(
        'grant', (select json_build_object('status', g.status, 'endsAt', g.ends_at, 'autoExtend', g.auto_extend) from access_grants g
          where ${pair} order by g.status in ${livingSql} desc, g.id desc limit 1),
        'request', (select json_build_object('id', r.id, 'status', r.status, 'expiresAt', r.expires_at, 'level', r.level_key || '@' || r.level_version) from access_requests r
          where ${pair} and r.sent_at is not null order by r.status = 'pending' desc, r.sent_at desc, r.id desc limit 1),
        'switch', (select json_build_object('wanted', p.wanted, 'observed', p.observed, 'paused', p.paused_at is not null)
          from access_policies p where ${pair}))`

const columns = Object.entries(getTableColumns(accounts))
const columnList = columns.map(([, column]) => `a."${column.name}"`).join(', ')

function fromColumns(row: ReadRow): ClientRow {
  return Object.fromEntries(columns.map(([name, column]) => [name, row[column.name] ?? null])) as unknown as ClientRow
}

/** The row of a client, locked until the transaction ends. */
export async function lockClient(tx: Tx, id: string): Promise<ClientRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), sql`kind = 'client'`))
    .for('update')
  return row as ClientRow | undefined
}

/** Adds a client with its search terms; `false` where its domain is another domain client's already. */
export async function insertClient(tx: Tx, client: typeof accounts.$inferInsert): Promise<boolean> {
  const added = await tx.db.insert(accounts).values(client).onConflictDoNothing().returning({ id: accounts.id })
  if (added.length === 0) return false
  await writeTerms(tx, client)
  return true
}

/** Writes a changed client, one version on. */
export async function saveClient(tx: Tx, client: ClientRow, now: Date): Promise<void> {
  const { id, ...values } = client
  await tx.db
    .update(accounts)
    .set({ ...values, nameKey: nameKey(client.name), version: client.version + 1, updatedAt: now })
    .where(eq(accounts.id, id))
  await writeTerms(tx, client)
}
