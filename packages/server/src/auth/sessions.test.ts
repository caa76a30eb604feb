import type { CreateSession } from '@clientele/contract'
import { describe, expect, test } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf, fieldsOf, refusalOf } from '../testing/refusal-of.ts'
import { minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, key, clock, sql, as, send } = await openTestPlatform()
const origin = 'https://panel.example.com'
const session = (with_: Partial<CreateSession> = {}, by = north.owner) =>
  by.sessions.create({
    accountId: north.id,
    role: 'reseller_sales',
    viewer: { id: 'v-1', name: 'Vera' },
    origins: [origin],
    ...with_,
  })

describe('a widget session', () => {
  test('calls for a person, in an account and a role', async () => {
    const { token } = await session()
    expect(await as(token, origin).me.get()).toMatchObject({
      caller: { kind: 'widget_session', id: 'v-1', name: 'Vera' },
      account: { id: north.id },
      role: 'reseller_sales',
    })
  })

  test('lasts fifteen minutes, or as long as asked for, up to an hour', async () => {
    const { token, expiresAt } = await session()
    expect(Date.parse(expiresAt) - clock.now().getTime()).toBe(15 * minute)
    clock.move(15 * minute - 1000)
    await as(token, origin).me.get()
    clock.move(1000)
    expect(await refusalOf(as(token, origin).me.get())).toMatchObject({ status: 401, code: 'session_expired' })
    expect(Date.parse((await session({ expiresIn: 60 })).expiresAt) - clock.now().getTime()).toBe(minute)
    expect(await fieldsOf(session({ expiresIn: 3601 }))).toEqual(['/expiresIn invalid_choice'])
  })

  test('ends when the key that made it is revoked', async () => {
    const backend = await key(north.id, 'reseller_owner')
    const { token } = await session({}, backend)
    await as(token, origin).me.get()
    await north.owner.apiKeys.revoke((await backend.me.get()).caller.id)
    expect(await codeOf(as(token, origin).me.get())).toBe('api_key_revoked')
  })

  test('ends when the key may do less than the session', async () => {
    const backend = await key(north.id, 'reseller_owner')
    const { id } = (await backend.me.get()).caller
    const [high, low] = [
      (await session({ role: 'reseller_manager' }, backend)).token,
      (await session({}, backend)).token,
    ]
    await sql(`update api_keys set role = 'reseller_sales' where id = $1`, [id])
    expect(await codeOf(as(high, origin).me.get())).toBe('session_expired')
    expect((await as(low, origin).me.get()).role).toBe('reseller_sales')
  })

  test('ends when its account moves away, is converted or is suspended', async () => {
    const client = await north.owner.clients.create(quick())
    const { token } = await session({ accountId: client.id, role: 'client_user' })
    const itself = as(token, origin)
    expect((await itself.clients.get(client.id)).id).toBe(client.id)
    await sql('update accounts set parent_id = $2 where id = $1', [client.id, south.id])
    expect(await codeOf(itself.me.get())).toBe('session_expired')
    await sql(`update accounts set parent_id = $2, status = 'suspended' where id = $1`, [client.id, north.id])
    expect(await codeOf(itself.me.get())).toBe('account_suspended')
    await sql(`update accounts set status = 'active', kind = 'reseller', path = $2 where id = $1`, [
      client.id,
      `${admin.accountId}/${north.id}/${client.id}/`,
    ])
    expect(await codeOf(itself.me.get())).toBe('session_expired')
    await sql('delete from accounts where id = $1', [client.id])
    expect(await codeOf(itself.me.get())).toBe('session_expired')
  })

  test('ends when the account of the key that made it is suspended', async () => {
    const { token } = await session({ accountId: below.id, role: 'reseller_sales' })
    await sql(`update accounts set status = 'suspended' where id = $1`, [north.id])
    expect(await codeOf(as(token, origin).me.get())).toBe('account_suspended')
    await sql(`update accounts set status = 'active' where id = $1`, [north.id])
    expect((await as(token, origin).me.get()).account.id).toBe(below.id)
  })

  test('is of use on the pages it was made for alone', async () => {
    const { token } = await session({ origins: [origin, 'http://localhost:5173'] })
    const from = (headers: Record<string, string>) => send('/v1/me', { as: token, headers })
    expect((await from({ origin })).status).toBe(200)
    expect((await from({ origin: 'http://localhost:5173' })).status).toBe(200)
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    for (const headers of [
      {},
      { origin: 'https://evil.example.net' },
      { origin: 'null' },
      { origin: `${origin}.evil.example.net` },
      { origin: `${origin}/` },
      { 'sec-fetch-site': 'cross-site' },
      { referer: origin },
    ] as Record<string, string>[]) {
      const response = await from(headers)
      expect([JSON.stringify(headers), response.status]).toEqual([JSON.stringify(headers), 403])
      expect(await response.json()).toMatchObject({ code: 'origin_not_allowed' })
    }
    for (const origins of [
      [],
      ['https://panel.example.com/path'],
      ['panel.example.com'],
      ['*'],
      ['null'],
      ['javascript:alert(1)'],
    ]) {
      expect(await codeOf(session({ origins }))).toBe('validation_failed')
    }
  })
})

describe('making a session', () => {
  test('is for backends with the right to', async () => {
    for (const caller of [support, north.manager, north.sales, north.support]) {
      expect(await refusalOf(session({ accountId: caller.accountId, role: caller.role }, caller))).toMatchObject({
        status: 403,
        data: { right: 'sessions.create' },
      })
    }
  })

  test('cannot be done by a session', async () => {
    const { token } = await session({ role: 'reseller_owner' })
    expect(
      await codeOf(
        as(token, origin).sessions.create({
          accountId: north.id,
          role: 'reseller_sales',
          viewer: { id: 'v' },
          origins: [origin],
        }),
      ),
    ).toBe('permission_denied')
  })

  test('reaches accounts below, in roles they have, and no other', async () => {
    const client = await below.owner.clients.create(quick())
    expect(
      (await as((await session({ accountId: below.id, role: 'reseller_owner' })).token, origin).me.get()).account.id,
    ).toBe(below.id)
    expect(
      (await as((await session({ accountId: client.id, role: 'client_user' })).token, origin).me.get()).account.id,
    ).toBe(client.id)
    for (const accountId of [south.id, admin.accountId]) expect(await codeOf(session({ accountId }))).toBe('not_found')
    expect(await codeOf(session({ accountId: north.id }, below.owner))).toBe('not_found')
    expect(await fieldsOf(session({ accountId: client.id, role: 'reseller_owner' }))).toEqual(['/role invalid_choice'])
    expect(await fieldsOf(session({ role: 'platform_admin' }))).toEqual(['/role invalid_choice'])
  })
})

describe('rows that want a recent sign-in', () => {
  const settings = (token: string) => as(token, origin).settings.update({ client: { companyRequired: false } })
  const platform = (authenticatedAt?: Date) =>
    session(
      {
        accountId: admin.accountId,
        role: 'platform_admin',
        ...(authenticatedAt && { authenticatedAt: authenticatedAt.toISOString() }),
      },
      admin,
    )

  test('take one of the last fifteen minutes, and a backend’s key', async () => {
    await admin.settings.update({ client: { companyRequired: false } })
    expect(await refusalOf(settings((await platform()).token))).toMatchObject({
      status: 403,
      code: 'step_up_required',
      data: { maxAge: 900 },
    })
    const { token } = await platform(clock.now())
    await settings(token)
    clock.move(14 * minute)
    await settings(token)
    const late = await platform(new Date(clock.now().getTime() - 15 * minute - 1))
    expect(await codeOf(settings(late.token))).toBe('step_up_required')
    expect(await codeOf(as(late.token, origin).apiKeys.create({ name: 'x', role: 'platform_support' }))).toBe(
      'step_up_required',
    )
    expect(await codeOf(as(late.token, origin).apiKeys.revoke((await south.owner.me.get()).caller.id))).toBe(
      'step_up_required',
    )
    expect((await as(late.token, origin).settings.get()).tree.maxDepth).toBe(2)
  })

  test('do not take one that lies in the future', async () => {
    expect(await codeOf(platform(new Date(clock.now().getTime() + 1000)))).toBe('validation_failed')
  })
})
