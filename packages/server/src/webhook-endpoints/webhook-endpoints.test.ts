import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { transactions } from '../database/transaction.ts'

const { admin, support, north, below, south, clock, key, sql, send, database } = await openTestPlatform()
const all: { url: string; events: ['*'] } = { url: 'https://hooks.example.com/clientele', events: ['*'] }

describe('an endpoint', () => {
  test('is added with a secret that is shown once and lies sealed', async () => {
    const made = await north.owner.webhookEndpoints.create({ ...all, description: 'Panel' }, { idempotencyKey: 'once' })
    expect(made).toMatchObject({
      accountId: north.id,
      url: all.url,
      description: 'Panel',
      events: ['*'],
      status: 'enabled',
      disabledReason: null,
      failingSince: null,
      oldSecretUntil: null,
      etag: '"1"',
    })
    const secret = Buffer.from(made.secret?.replace(/^whsec_/, '') ?? '', 'base64')
    expect(secret.length).toBeGreaterThanOrEqual(24)
    expect(secret.length).toBeLessThanOrEqual(64)
    const read = await north.owner.webhookEndpoints.get(made.id)
    const listed = await north.owner.webhookEndpoints.list().toArray({ limit: 100 })
    const { secret: _, ...rest } = made
    expect([read, ...listed]).toEqual([rest, rest])
    const rows = JSON.stringify(await sql('select * from webhook_endpoints'))
    for (const form of ['base64', 'base64url', 'hex'] as const) expect(rows).not.toContain(secret.toString(form))
    const events = JSON.stringify(await readEvents(north.owner, { subject: made.id }, 1))
    expect(events).not.toContain(made.secret)
    const again = await send('/v1/webhook-endpoints', {
      method: 'POST',
      as: north.owner.secret,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'once' },
      body: JSON.stringify({ ...all, description: 'Panel' }),
    })
    expect(await again.json()).toEqual({ ...rest, secretShownOnce: true })
  })

  test.each([
    ['http://hooks.example.com/', '/url address_not_allowed'],
    ['https://127.0.0.1/', '/url address_not_allowed'],
    ['https://[::ffff:7f00:1]/', '/url address_not_allowed'],
    ['https://2130706433/', '/url address_not_allowed'],
    ['https://localhost:8443/', '/url address_not_allowed'],
    ['https://user:word@hooks.example.com/', '/url invalid_format'],
    ['https://user@hooks.example.com/', '/url invalid_format'],
    ['ftp://hooks.example.com/', '/url invalid_format'],
    ['javascript:alert(1)', '/url invalid_format'],
    ['//hooks.example.com/', '/url invalid_format'],
    ['https://hooks.exam\nple.com/', '/url invalid_format'],
    ['https://hooks.example.com/ x', '/url invalid_format'],
    [`https://hooks.example.com/${'x'.repeat(2000)}`, '/url too_long'],
  ])('may not be at %j', async (url, field) => {
    expect(await fieldsOf(north.owner.webhookEndpoints.create({ ...all, url }))).toEqual([field])
    const { id } = await south.owner.webhookEndpoints.create(all)
    expect(await fieldsOf(south.owner.webhookEndpoints.update(id, { url }))).toEqual([field])
    await south.owner.webhookEndpoints.remove(id)
  })

  test('wants to be told of something that there is', async () => {
    expect(await fieldsOf(north.owner.webhookEndpoints.create({ ...all, events: [] as never }))).toHaveLength(1)
    expect(
      await fieldsOf(north.owner.webhookEndpoints.create({ ...all, events: ['nosuch.event' as never] })),
    ).toHaveLength(1)
    const twice = await north.owner.webhookEndpoints.create({ ...all, events: ['client.bound', 'client.bound'] })
    expect(twice.events).toEqual(['client.bound'])
  })

  test('is changed, stopped and started, by who saw what it is', async () => {
    const { id, etag } = await south.owner.webhookEndpoints.create(all)
    const unchanged = await south.owner.webhookEndpoints.update(id, { ...all, description: null })
    expect(unchanged.etag).toBe(etag)
    clock.move(minute)
    const url = 'https://other.example.com/in/5up3r-s3cret-path'
    const changed = await south.owner.webhookEndpoints.update(id, { url, description: 'New' }, { ifMatch: etag })
    expect(changed).toMatchObject({ url, description: 'New', etag: '"2"', updatedAt: clock.now().toISOString() })
    expect(await codeOf(south.owner.webhookEndpoints.update(id, { description: null }, { ifMatch: etag }))).toBe(
      'etag_mismatch',
    )
    expect(await codeOf(south.owner.webhookEndpoints.rotateSecret(id, {}, { ifMatch: etag }))).toBe('etag_mismatch')
    expect(await codeOf(south.owner.webhookEndpoints.remove(id, { ifMatch: etag }))).toBe('etag_mismatch')
    const off = await south.owner.webhookEndpoints.update(id, { status: 'disabled' })
    expect(off).toMatchObject({
      status: 'disabled',
      disabledReason: 'by_caller',
      disabledAt: clock.now().toISOString(),
    })
    const on = await south.owner.webhookEndpoints.update(id, { status: 'enabled' })
    expect(on).toMatchObject({ status: 'enabled', disabledReason: null, disabledAt: null, etag: '"4"' })
    const removed = await south.owner.webhookEndpoints.remove(id)
    expect(removed).toEqual(on)
    expect(await codeOf(south.owner.webhookEndpoints.get(id))).toBe('not_found')
    const events = await readEvents(south.owner, { subject: id }, 5)
    expect(events.map(({ type }) => type)).toEqual([
      'webhook_endpoint.created',
      'webhook_endpoint.updated',
      'webhook_endpoint.updated',
      'webhook_endpoint.updated',
      'webhook_endpoint.deleted',
    ])
    // the path may be all that keeps strangers out of the receiver
    expect(events[1]?.changes['url']).toEqual({ from: 'https://hooks.example.com', to: 'https://other.example.com' })
    expect(JSON.stringify(events)).not.toContain('5up3r')
  })

  test('gets a new secret; the old one signs for as long as is said, and never longer than before', async () => {
    const { id } = await south.owner.webhookEndpoints.create(all)
    const at = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000).toISOString()
    const first = await south.owner.webhookEndpoints.rotateSecret(id, {})
    expect(first).toMatchObject({ oldSecretUntil: at(86_400), etag: '"2"' })
    expect(first.secret).toMatch(/^whsec_/)
    expect((await south.owner.webhookEndpoints.rotateSecret(id, { overlap: 604_800 })).oldSecretUntil).toBe(at(604_800))
    // a secret that leaked is gone at once, and so is the one before it
    expect((await south.owner.webhookEndpoints.rotateSecret(id, { overlap: 0 })).oldSecretUntil).toBeNull()
    const [row] = await sql<{ count: number }>(
      'select jsonb_array_length(secrets) as count from webhook_endpoints where id = $1',
      [id],
    )
    expect(row?.count).toBe(1)
    for (const overlap of [-1, 604_801, 1.5]) {
      expect(await fieldsOf(south.owner.webhookEndpoints.rotateSecret(id, { overlap }))).toHaveLength(1)
    }
    await south.owner.webhookEndpoints.remove(id)
  })

  test('is one of few', async () => {
    const made = []
    for (let n = 0; n < 16; n++) made.push(await below.owner.webhookEndpoints.create(all))
    expect(await refusalOf(below.owner.webhookEndpoints.create(all))).toMatchObject({
      code: 'quota_exceeded',
      data: { limit: 16, used: 16, missing: 1 },
    })
    await below.owner.webhookEndpoints.remove(made[0]?.id ?? '')
    const together = await Promise.allSettled(Array.from({ length: 4 }, () => below.owner.webhookEndpoints.create(all)))
    expect(together.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const { id } of await below.owner.webhookEndpoints.list().toArray({ limit: 100 })) {
      await below.owner.webhookEndpoints.remove(id)
    }
  })
})

describe('endpoints are managed', () => {
  test('by who owns the account, and are not there for others', async () => {
    const { id } = await north.owner.webhookEndpoints.create(all)
    for (const stranger of [south.owner, below.owner]) {
      const endpoints = stranger.webhookEndpoints
      for (const call of [
        () => endpoints.get(id),
        () => endpoints.update(id, { description: 'x' }),
        () => endpoints.rotateSecret(id, {}),
        () => endpoints.remove(id),
        () => endpoints.deliveries(id),
        () => endpoints.create({ ...all, accountId: north.id }),
      ]) {
        expect(await codeOf(call())).toBe('not_found')
      }
      const listed = await endpoints.list().toArray({ limit: 100 })
      expect(listed.every(({ accountId }) => accountId === stranger.accountId)).toBe(true)
    }
    for (const colleague of [north.manager, north.sales, north.support, support]) {
      expect(await codeOf(colleague.webhookEndpoints.list())).toBe('permission_denied')
    }
    // nor are those of the resellers below
    const { id: under } = await below.owner.webhookEndpoints.create(all)
    expect(await codeOf(north.owner.webhookEndpoints.get(under))).toBe('not_found')
    expect(await codeOf(north.owner.webhookEndpoints.create({ ...all, accountId: below.id }))).toBe('not_found')
  })

  test('by a client’s administrator, for the client', async () => {
    const { id } = await north.owner.clients.create(quick())
    const itself = await key(id, 'client_admin')
    const made = await itself.webhookEndpoints.create(all)
    expect(made.accountId).toBe(id)
    expect(await codeOf(north.owner.webhookEndpoints.get(made.id))).toBe('not_found')
    // what a client does with its endpoints is not its reseller’s business
    await readEvents(itself, { subject: made.id }, 1)
    expect(await north.owner.events.list({ subject: made.id }).toArray({ limit: 1 })).toEqual([])
  })

  test('by the platform, for everybody, page by page', async () => {
    const made = await admin.webhookEndpoints.create({ ...all, accountId: south.id })
    expect((await south.owner.webhookEndpoints.get(made.id)).accountId).toBe(south.id)
    expect((await admin.webhookEndpoints.get(made.id)).id).toBe(made.id)
    expect(await codeOf(admin.webhookEndpoints.create({ ...all, accountId: `acc_${'0'.repeat(26)}` }))).toBe(
      'not_found',
    )
    const whole = await admin.webhookEndpoints.list({ limit: 200 })
    const paged = await admin.webhookEndpoints.list({ limit: 2 }).toArray({ limit: 500 })
    expect(paged).toEqual(whole.data)
    expect(new Set(paged.map(({ accountId }) => accountId)).size).toBeGreaterThan(2)
  })

  test('and a delivery that nobody has is not there', async () => {
    const response = await send(`/v1/webhook-deliveries/whd_${'0'.repeat(26)}/replay`, {
      method: 'POST',
      as: north.owner.secret,
    })
    expect(response.status).toBe(404)
  })

  test('behind a second wall: a statement without a where sees those of the account', async () => {
    const transact = await transactions(database.pool)
    const { id } = await south.owner.webhookEndpoints.create(all)
    const scope = { reach: 'some', account: south.id, caller: '', accounts: [] } as const
    const seen = (table: string) =>
      transact(scope, (tx) => tx.query<{ account_id: string }>(`select distinct account_id from ${table}`))
    await sql(
      `insert into webhook_deliveries (id, endpoint_id, account_id, event_id, event_type, subject_id, state, created_at)
       select 'whd_' || w.id, w.id, w.account_id, 'evt', 'client.created', 'acc', 'delivered', now() from webhook_endpoints w`,
    )
    for (const table of ['webhook_endpoints', 'webhook_deliveries']) {
      expect(await seen(table)).toEqual([{ account_id: south.id }])
    }
    const touched = await transact(scope, (tx) =>
      tx.query<{ account_id: string }>('delete from webhook_endpoints returning account_id'),
    )
    expect(new Set(touched.map(({ account_id }) => account_id))).toEqual(new Set([south.id]))
    // what was on its way is forgotten with the endpoint
    expect(await sql('select 1 from webhook_deliveries where endpoint_id = $1', [id])).toEqual([])
  })
})
