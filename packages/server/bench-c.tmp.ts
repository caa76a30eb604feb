import { openDatabase } from './src/database/open.ts'
import { migrateDatabase } from './src/database/migrate.ts'
import { transactions } from './src/database/transaction.ts'
import { collectDeliveries } from './src/webhook-endpoints/collect-deliveries.ts'
import { claimDeliveries } from './src/webhook-endpoints/claim-deliveries.ts'
const db = await openDatabase('memory:', 1)
await migrateDatabase(db.pool)
const transact = await transactions(db.pool)
const q = (t: string) => db.pool.query(t)
await q(`insert into accounts (id, kind, parent_id, path, name, name_key, status, created_at, updated_at)
 select 'acc_p','platform',null,'acc_p/','p','p','active',now(),now()`)
await q(`insert into accounts (id, kind, parent_id, path, name, name_key, status, created_at, updated_at)
 select 'acc_r'||n,'reseller','acc_p','acc_p/acc_r'||n||'/','r','r','active',now(),now() from generate_series(1,200) n`)
await q(`insert into events (id, type, occurred_at, owner_id, client_id, subject_type, subject_id, actor, changes)
 select 'evt_'||n, 'client.created', now(), 'acc_r'||(n%200+1), 'acc_c'||n%50000, 'client', 'acc_c'||n%50000, '{}', '{}' from generate_series(1,200000) n`)
const [{ x }] = (await q('select pg_snapshot_xmin(pg_current_snapshot())::text as x')).rows
await q(`insert into webhook_endpoints (id, account_id, url, events, status, secrets, cursor, created_at, updated_at)
 select 'whe_'||n, 'acc_r'||n, 'https://x.example/', '{*}', 'enabled', '[]', '{"transaction":"${x}","position":"0"}', now(), now() from generate_series(1,100) n`)
await q('analyze')
const clock = { now: () => new Date() }
const by = { transact, clock } as never
const time = async (name: string, run: () => Promise<unknown>) => { const t = performance.now(); const r = await run(); console.log(name, (performance.now() - t).toFixed(1), 'ms', r) }
await time('collect, nothing new, 100 endpoints', () => collectDeliveries(by))
await time('collect, nothing new, again', () => collectDeliveries(by))
await q(`insert into events (id, type, occurred_at, owner_id, client_id, subject_type, subject_id, actor, changes)
 select 'evt_b'||n, 'client.created', now(), 'acc_r'||(n%200+1), 'acc_c'||n%50000, 'client', 'acc_c'||n%50000, '{}', '{}' from generate_series(1,1) n`)
await time('collect, 1 new event, 100 endpoints', () => collectDeliveries(by))
await q(`insert into events (id, type, occurred_at, owner_id, client_id, subject_type, subject_id, actor, changes)
 select 'evt_c'||n, 'client.created', now(), 'acc_r'||(n%200+1), 'acc_c'||n%50000, 'client', 'acc_c'||n%50000, '{}', '{}' from generate_series(1,10000) n`)
await time('collect, 10,000 new events', () => collectDeliveries(by))
await time('claim 64 of 5,000', () => transact({ reach: 'system' }, (tx) => claimDeliveries(tx, new Date(), 64)).then((r) => r.length))
await q(`insert into webhook_deliveries (id, endpoint_id, account_id, event_id, event_type, subject_id, state, next_attempt_at, created_at)
 select 'whd_d'||n, 'whe_1', 'acc_r1', 'evt_z'||n, 'x', 's'||n%20000, 'pending', now(), now() from generate_series(1,50000) n`)
await q('analyze')
await q("update webhook_endpoints set failing_since = now() where id = 'whe_1'")
await time('claim with 50,000 waiting at one that fails', () => transact({ reach: 'system' }, (tx) => claimDeliveries(tx, new Date(), 64)).then((r) => r.length))
await time('again', () => transact({ reach: 'system' }, (tx) => claimDeliveries(tx, new Date(), 64)).then((r) => r.length))
await q(`update webhook_deliveries set subject_id = 'same' where endpoint_id = 'whe_1'`)
await q('vacuum analyze webhook_deliveries')
await time('claim with 50,000 of one subject', () => transact({ reach: 'system' }, (tx) => claimDeliveries(tx, new Date(), 64)).then((r) => r.length))
await q('create table o as select 1')
process.exit(0)
