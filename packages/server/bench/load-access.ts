import type pg from 'pg'

/**
 * Gives each client of a filled database a switch for its owner, a grant, and a subscription. One client in five has its
 * switch off. Every second subscription was bought directly, and every second of those is ticked.
 */
export async function loadAccess(pool: pg.Pool): Promise<void> {
  for (const statement of [insertPolicies, insertGrants, insertSubscriptions, insertTicks]) await pool.query(statement)
  await pool.query('vacuum analyze access_policies, access_grants, subscriptions, direct_ticks')
}

/** The number of a client, from the id that it was loaded with. */
const number = `('x' || right(a.id, 8))::bit(32)::int`
const clients = `from accounts a where a.kind = 'client'`

const insertPolicies = `
  insert into access_policies (id, client_id, reseller_id, wanted, observed, changed_at, changed_by, created_at, updated_at)
  select 'apo_' || substr(a.id, 5), a.id, a.parent_id, ${number} % 5 <> 0, ${number} % 5 <> 0, a.created_at,
    '{"type":"system","id":"system","display":null,"accountId":null}', a.created_at, a.created_at ${clients}`

const insertGrants = `
  insert into access_grants (id, client_id, reseller_id, level_key, level_version, family, capabilities, scope, source, status,
    activated_at, created_at, updated_at)
  select 'agr_' || substr(a.id, 5), a.id, a.parent_id, 'manage', 1, 'products', '{products.view,products.manage}',
    '{"kind":"sold_plus_ticked"}', 'request', 'active', a.created_at, a.created_at, a.created_at ${clients}`

const insertSubscriptions = `
  insert into subscriptions (id, client_id, sku, product_family, sold_by_id, status, seats, created_at, updated_at)
  select 'sub_' || substr(a.id, 5), a.id, 'hosting_start', 'hosting', case when ${number} % 2 = 0 then null else a.parent_id end, 'active',
    1, a.created_at, a.created_at ${clients}`

const insertTicks = `
  insert into direct_ticks (client_id, reseller_id, subscription_id, wanted, observed, changed_at)
  select a.id, a.parent_id, 'sub_' || substr(a.id, 5), ${number} % 4 = 0, ${number} % 4 = 0, a.created_at ${clients} and ${number} % 2 = 0`
