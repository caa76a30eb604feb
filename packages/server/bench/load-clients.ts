import type pg from 'pg'

/** Words that real lists repeat: every one of them matches many clients. */
const firstNames = ['Anna', 'Zoe', 'Jurgen', 'Soren', 'Priya', 'Omer', 'Beatriz', 'Lukasz', 'Amelie', 'Peter']
const lastNames = ['Mueller', 'Dubois', 'Rossi', 'Silva', 'Okonkwo', 'Weiss', 'Iyer', 'Martin', 'Hubner', 'Kowalczyk']
const trades = [
  'Backerei',
  'Kanzlei',
  'Garage',
  'Hotel',
  'Praxis',
  'Weingut',
  'Atelier',
  'Librairie',
  'Cabinet',
  'Studio',
]

/**
 * Fills a migrated database with clients of the given owners, the first of which gets nine in ten: one client in ten is
 * suspended, one in ten carries the tag `vip`. Indexes are made anew afterwards, which is faster than keeping them.
 */
export async function loadClients(pool: pg.Pool, owners: readonly string[], count: number): Promise<void> {
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid in ('accounts'::regclass, 'terms'::regclass) and not i.indisprimary`,
  )
  for (const { name } of indexes) await pool.query(`drop index ${name}`)
  const step = 50_000
  for (let from = 0; from < count; from += step) {
    await pool.query(insertClients, [from, Math.min(count, from + step) - 1, firstNames, lastNames, trades, owners])
    await pool.query(insertTerms, [from, Math.min(count, from + step) - 1])
  }
  for (const { definition } of indexes) await pool.query(definition)
  await pool.query('vacuum analyze accounts, terms')
}

// ids are spread as ULIDs made one after the other are: same beginning, growing end
const id = `'acc_01' || lpad(upper(to_hex(i)), 24, '0')`

const insertClients = `
  insert into accounts (id, kind, parent_id, name, name_key, status, created_at, updated_at, form, binding, person, company,
    verification, tags, primary_email, subscription_state, product_family)
  select ${id}, 'client', owner, company, lower(company), case when i % 10 = 7 then 'suspended' else 'active' end,
    timestamptz '2026-01-01' + i * interval '1 second', timestamptz '2026-01-01' + i * interval '1 second',
    'quick', 'placeholder', json_build_object('firstName', first, 'lastName', last), company, 'none',
    case when i % 10 = 3 then '{vip}'::text[] else '{}' end, 'info@client-' || i || '.example.com', 'none', null
  from generate_series($1::int, $2::int) i,
    lateral (select ($3::text[])[1 + i % 10] as first, ($4::text[])[1 + (i / 10) % 10] as last, ($5::text[])[1 + (i / 100) % 10] as trade) w,
    lateral (select trade || ' ' || last || ' ' || i as company, case when i % 10 = 9 then ($6::text[])[2] else ($6::text[])[1] end as owner) c`

const insertTerms = `
  insert into terms (owner_id, term, name_key, client_id)
  select distinct on (a.id, term) a.parent_id, term, a.name_key, a.id from accounts a,
    lateral unnest(array[lower(split_part(a.company, ' ', 1)), lower(split_part(a.company, ' ', 2)), split_part(a.company, ' ', 3),
      lower(a.person->>'firstName'), 'info', 'client', 'example', 'com', lower(substr(a.id, 5))] || array(select '#' || tag from unnest(a.tags) tag)) as term
  where a.kind = 'client' and a.id between 'acc_01' || lpad(upper(to_hex($1::int)), 24, '0') and 'acc_01' || lpad(upper(to_hex($2::int)), 24, '0')`
