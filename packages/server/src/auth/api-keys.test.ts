import { roleCovers, roles } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, key, clock, sql, as, send } = await openTestPlatform()

describe('an API key', () => {
  test('names its account, role and rights', async () => {
    const me = await north.sales.me.get()
    expect(me).toMatchObject({
      caller: { kind: 'api_key', name: 'reseller_sales' },
      account: { id: north.id, kind: 'reseller', name: 'North' },
      role: 'reseller_sales',
    })
    expect(me.rights).toMatchObject({ 'clients.create': 'own', 'clients.read': 'own' })
    expect(me.rights).not.toHaveProperty('api_keys.manage')
  })

  test('is stored as a hash, and its secret never shown again', async () => {
    const made = await north.owner.apiKeys.create({ name: 'Stored', role: 'reseller_sales' })
    const rows = await sql('select * from api_keys where id = $1', [made.id])
    expect(JSON.stringify(rows)).not.toContain(made.secret)
    expect(JSON.stringify(await north.owner.apiKeys.list())).not.toContain(made.secret)
    expect(made.secret.startsWith(made.hint)).toBe(true)
    expect(made.hint.length).toBeLessThan(10)
  })

  test('works until it is revoked, which is at once', async () => {
    const { secret, id } = await north.owner.apiKeys.create({ name: 'Short', role: 'reseller_sales' })
    await as(secret).me.get()
    expect((await north.owner.apiKeys.revoke(id)).revokedAt).toBe(clock.now().toISOString())
    expect(await refusalOf(as(secret).me.get())).toMatchObject({
      status: 401,
      code: 'api_key_revoked',
      message: expect.stringContaining(`The API key ${id} was revoked`),
    })
    clock.move(minute)
    const again = await north.owner.apiKeys.revoke(id)
    expect(again.revokedAt).toBe(new Date(clock.now().getTime() - minute).toISOString())
  })

  test('works until it expires', async () => {
    const expiresAt = new Date(clock.now().getTime() + day).toISOString()
    const { secret } = await north.owner.apiKeys.create({ name: 'Day', role: 'reseller_sales', expiresAt })
    clock.move(day - 1)
    await as(secret).me.get()
    clock.move(1)
    expect(await codeOf(as(secret).me.get())).toBe('api_key_revoked')
    expect(await fieldsOf(north.owner.apiKeys.create({ name: 'Late', role: 'reseller_sales', expiresAt }))).toEqual([
      '/expiresAt invalid_choice',
    ])
  })

  test('tells when it was last used', async () => {
    const { secret, id, lastUsedAt } = await north.owner.apiKeys.create({ name: 'Used', role: 'reseller_sales' })
    expect(lastUsedAt).toBeNull()
    await as(secret).me.get()
    const used = (await north.owner.apiKeys.list().toArray({ limit: 100 })).find((one) => one.id === id)
    expect(used?.lastUsedAt).toBe(clock.now().toISOString())
  })

  test('of an account that is suspended is refused', async () => {
    const caller = await key(south.id, 'reseller_sales')
    await sql(`update accounts set status = 'suspended' where id = $1`, [south.id])
    expect(await refusalOf(caller.me.get())).toMatchObject({ status: 403, code: 'account_suspended' })
    await sql(`update accounts set status = 'active' where id = $1`, [south.id])
    await caller.me.get()
  })

  test('that is none is refused', async () => {
    const authorization = [
      '',
      'Bearer',
      'Bearer ',
      'Basic eDp5',
      'ck_x',
      `Bearer ${north.owner.secret} x`,
      `Bearer ${north.owner.secret.slice(0, -1)}`,
      'Bearer ck_',
    ]
    for (const value of authorization) {
      const response = await send('/v1/me', { headers: { authorization: value } })
      expect([value, response.status]).toEqual([value, 401])
    }
    expect((await send('/v1/me', { headers: { authorization: `bearer   ${north.owner.secret}` } })).status).toBe(200)
  })
})

describe('handing out keys', () => {
  test('is for the account’s own owner and the platform', async () => {
    for (const caller of [north.manager, north.sales, north.support, support]) {
      expect(await refusalOf(caller.apiKeys.list())).toMatchObject({ status: 403, data: { right: 'api_keys.manage' } })
      expect(await codeOf(caller.apiKeys.create({ name: 'x', role: 'reseller_sales' }))).toBe('permission_denied')
    }
  })

  test('never gives more than one has', async () => {
    for (const role of roles) {
      const end = await Promise.resolve(north.owner.apiKeys.create({ name: role, role })).then(
        () => 'made',
        (error: { code: string }) => error.code,
      )
      const expected = role.startsWith('reseller')
        ? roleCovers('reseller_owner', role)
          ? 'made'
          : 'role_required'
        : 'validation_failed'
      expect([role, end]).toEqual([role, expected])
    }
  })

  test('is done at one’s own account: others are not there', async () => {
    const { id } = await north.owner.clients.create(quick())
    for (const accountId of [south.id, admin.accountId, below.id, id]) {
      expect(await codeOf(north.owner.apiKeys.create({ name: 'x', role: 'reseller_sales', accountId }))).toBe(
        'not_found',
      )
    }
    const ownKey = (await north.owner.me.get()).caller.id
    for (const stranger of [south.owner, below.owner]) {
      expect(await codeOf(stranger.apiKeys.revoke(ownKey))).toBe('not_found')
      const listed = await stranger.apiKeys.list().toArray({ limit: 100 })
      expect(listed.every(({ accountId }) => accountId === stranger.accountId)).toBe(true)
    }
  })

  test('a client’s administrator manages the client’s keys', async () => {
    const { id } = await north.owner.clients.create(quick())
    const itself = await key(id, 'client_admin')
    const made = await itself.apiKeys.create({ name: 'Mine', role: 'client_user' })
    expect((await as(made.secret).me.get()).account.id).toBe(id)
    expect((await itself.apiKeys.list().toArray({ limit: 10 })).map((one) => one.name)).toEqual([
      'client_admin',
      'Mine',
    ])
    await itself.apiKeys.revoke(made.id)
    expect(await fieldsOf(itself.apiKeys.create({ name: 'x', role: 'reseller_sales' }))).toEqual([
      '/role invalid_choice',
    ])
    expect(await codeOf(itself.apiKeys.revoke((await north.owner.me.get()).caller.id))).toBe('not_found')
  })

  test('the platform lists all, page by page, each once', async () => {
    const whole = (await admin.apiKeys.list({ limit: 200 })).data.map(({ id }) => id)
    const paged = (await admin.apiKeys.list({ limit: 2 }).toArray({ limit: 500 })).map(({ id }) => id)
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(paged.length)
    expect(paged.length).toBeGreaterThan(9)
  })
})
