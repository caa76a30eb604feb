import { describe, expect, test } from 'vitest'
import { organization, quick } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below, key, clock, sql, send, database } = await openTestPlatform()
let keys = 0
const newKey = () => `key-${++keys}`
const count = async (company: string) => (await north.owner.clients.list({ q: company })).data.length

describe('R77: a write sent again with its key', () => {
  test('is done once, and answered as before, marked', async () => {
    const idempotencyKey = newKey()
    const input = quick({ company: 'Once' })
    const first = await north.owner.clients.create(input, { idempotencyKey }).withResponse()
    const again = await north.owner.clients.create(input, { idempotencyKey }).withResponse()
    expect(again.data).toEqual(first.data)
    expect([first.response.replayed, again.response.replayed]).toEqual([false, true])
    expect(again.response.headers.get('idempotency-replayed')).toBe('true')
    expect(again.response.headers.get('etag')).toBe(first.data.etag)
    expect([first.response.status, again.response.status]).toEqual([201, 201])
    expect(again.response.requestId).not.toBe(first.response.requestId)
    expect(await count('once')).toBe(1)
  })

  test('writes its event once', async () => {
    const idempotencyKey = newKey()
    const input = quick({ company: 'Told once' })
    const { id } = await north.owner.clients.create(input, { idempotencyKey })
    await north.owner.clients.create(input, { idempotencyKey })
    expect(await sql('select type from events where subject_id = $1', [id])).toEqual([{ type: 'client.created' }])
  })

  test('with another body, or to another address, is refused', async () => {
    const idempotencyKey = newKey()
    const { id } = await north.owner.clients.create(quick({ company: 'Bodied' }), { idempotencyKey })
    for (const other of [
      () => north.owner.clients.create(quick({ company: 'Bodied 2' }), { idempotencyKey }),
      () => north.owner.clients.update(id, { company: 'Bodied 3' }, { idempotencyKey }),
      () => north.owner.clients.setTags(id, { tags: [] }, { idempotencyKey }),
    ]) {
      expect(await refusalOf(other())).toMatchObject({ status: 422, code: 'idempotency_key_reused', retryable: false })
    }
    expect(await count('bodied')).toBe(1)
  })

  test('and many times at once is done once', async () => {
    const idempotencyKey = newKey()
    const input = quick({ company: 'Crowd' })
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () => north.owner.clients.create(input, { idempotencyKey }).withResponse()),
    )
    const done = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
    const refused = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason as { code: string; status: number; retryable: boolean }] : [],
    )
    expect(new Set(done.map(({ data }) => data.id)).size).toBe(1)
    expect(done.filter(({ response }) => !response.replayed)).toHaveLength(1)
    for (const one of refused)
      expect(one).toMatchObject({ status: 409, code: 'idempotency_in_progress', retryable: true })
    expect(await count('crowd')).toBe(1)
  })

  // one connection takes one call after the other
  test.each(onPostgres)('while the first still runs is told so (%s)', async () => {
    const idempotencyKey = newKey()
    const { id } = await north.owner.clients.create(quick({ company: 'Held' }))
    // somebody else holds the row, so that the first call waits
    const holder = await database.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from accounts where id = $1 for update', [id])
    const first = north.owner.clients.update(id, { company: 'Held 2' }, { idempotencyKey })
    await waitUntil(async () => (await sql('select 1 from pg_locks where not granted')).length > 0)
    expect(await codeOf(north.owner.clients.update(id, { company: 'Held 2' }, { idempotencyKey }))).toBe(
      'idempotency_in_progress',
    )
    await holder.query('commit')
    holder.release()
    expect((await first).company).toBe('Held 2')
  })

  test('is refused as before where it was refused', async () => {
    const idempotencyKey = newKey()
    const input = organization({ primaryDomain: 'kept.example.com' })
    const { id } = await south.owner.clients.create(organization({ primaryDomain: 'kept.example.com' }))
    const first = await refusalOf(north.owner.clients.create(input, { idempotencyKey }))
    expect(first.code).toBe('domain_taken_other')
    await sql('update accounts set primary_domain = null where id = $1', [id])
    const again = await refusalOf(north.owner.clients.create(input, { idempotencyKey }))
    expect(again.problem).toEqual(first.problem)
    await north.owner.clients.create(input)
  })

  test('leaves nothing of a refused write behind', async () => {
    const { id } = await north.owner.clients.create(quick({ externalIds: [{ system: 'crm', id: 'left' }] }))
    const input = quick({
      company: 'Half done',
      externalIds: [
        { system: 'crm', id: 'new' },
        { system: 'crm', id: 'left' },
      ],
    })
    expect(await refusalOf(north.owner.clients.create(input, { idempotencyKey: newKey() }))).toMatchObject({
      data: { clientId: id },
    })
    expect(await count('half')).toBe(0)
    expect(await sql(`select 1 from external_ids where external_id = 'new'`)).toEqual([])
  })

  test('is tried again where it was refused for who asked', async () => {
    const idempotencyKey = newKey()
    const { id } = await north.owner.clients.create(quick())
    expect(await codeOf(north.support.clients.setTags(id, { tags: ['x'] }, { idempotencyKey }))).toBe(
      'permission_denied',
    )
    await sql(`update api_keys set role = 'reseller_manager' where account_id = $1 and role = 'reseller_support'`, [
      north.id,
    ])
    expect((await north.support.clients.setTags(id, { tags: ['x'] }, { idempotencyKey })).tags).toEqual(['x'])
    await sql(`update api_keys set role = 'reseller_support' where name = 'reseller_support'`)
  })

  test('is another write for another caller', async () => {
    const idempotencyKey = newKey()
    const made = await Promise.all(
      [north.owner, north.manager, south.owner, below.owner].map((caller, i) =>
        caller.clients.create(quick({ company: `Own ${i}` }), { idempotencyKey }),
      ),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(4)
  })

  test('is forgotten after a day', async () => {
    const idempotencyKey = newKey()
    const input = quick({ company: 'Forgotten', acceptDuplicate: true })
    const first = await north.owner.clients.create(input, { idempotencyKey })
    clock.move(day - minute)
    expect((await north.owner.clients.create(input, { idempotencyKey })).id).toBe(first.id)
    clock.move(2 * minute)
    const later = await north.owner.clients.create(input, { idempotencyKey })
    expect(later.id).not.toBe(first.id)
    expect((await north.owner.clients.create(input, { idempotencyKey })).id).toBe(later.id)
  })

  test('is looked up before If-Match: what was done is not refused for having been done', async () => {
    const { id, etag } = await north.owner.clients.create(quick())
    const options = { idempotencyKey: newKey(), ifMatch: etag }
    const first = await north.owner.clients.update(id, { company: 'Matched' }, options)
    expect(await north.owner.clients.update(id, { company: 'Matched' }, options)).toEqual(first)
  })

  test('is tried again after If-Match was refused, and the form has read what is there now', async () => {
    const idempotencyKey = newKey()
    const { id, etag } = await north.owner.clients.create(quick())
    const other = await north.owner.clients.update(id, { phone: '+4930123456' })
    const save = (ifMatch: string) => north.owner.clients.update(id, { company: 'Saved' }, { idempotencyKey, ifMatch })
    expect(await codeOf(save(etag))).toBe('etag_mismatch')
    expect((await save(other.etag)).company).toBe('Saved')
  })

  test('is looked up after rights: a key that was revoked gets nothing', async () => {
    const idempotencyKey = newKey()
    const leaving = await key(north.id, 'reseller_owner')
    await leaving.clients.create(quick({ company: 'Leaving' }), { idempotencyKey })
    await sql(`update api_keys set revoked_at = $2 where id = $1`, [(await leaving.me.get()).caller.id, clock.now()])
    expect(await codeOf(leaving.clients.create(quick({ company: 'Leaving' }), { idempotencyKey }))).toBe(
      'api_key_revoked',
    )
  })
})

describe('a write that answers with a secret', () => {
  test('is replayed without it: it was shown once', async () => {
    const idempotencyKey = newKey()
    const body = JSON.stringify({ name: 'Once', role: 'reseller_sales', accountId: north.id })
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey }
    const create = () => send('/v1/api-keys', { method: 'POST', as: admin.secret, body, headers })
    const { secret, ...rest } = (await (await create()).json()) as { secret: string }
    const again = await create()
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual({ ...rest, secretShownOnce: true })
    expect(secret).toMatch(/^ck_.{43}$/)
    const kept = JSON.stringify(await sql('select * from idempotency'))
    expect(kept).not.toContain(secret)
    const session = {
      accountId: north.id,
      role: 'reseller_owner' as const,
      viewer: { id: 'v' },
      origins: ['https://panel.example.com'],
    }
    const { token } = await admin.sessions.create(session, { idempotencyKey: newKey() })
    expect(JSON.stringify(await sql('select * from idempotency'))).not.toContain(token.split('.')[2])
  })
})

test('a write without a key is done each time', async () => {
  const body = JSON.stringify(quick({ company: 'Keyless', acceptDuplicate: true }))
  const headers = { 'content-type': 'application/json' }
  for (let i = 0; i < 2; i++)
    expect((await send('/v1/clients', { method: 'POST', as: north.owner.secret, body, headers })).status).toBe(201)
  expect(await count('keyless')).toBe(2)
})

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}
