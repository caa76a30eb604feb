import { beforeAll, describe, expect, test } from 'vitest'
import { organization, quick, team } from '../testing/client-inputs.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, support, north, south, below, sql } = await openTestPlatform()
const names = async (caller: typeof admin, query: Parameters<typeof admin.clients.list>[0]) =>
  (await caller.clients.list(query).toArray({ limit: 100 })).map(({ name }) => name)

beforeAll(async () => {
  await north.owner.clients.create(quick({ company: 'A quick', tags: ['vip', 'wine'] }))
  await north.owner.clients.create(organization({ name: 'B domain', tags: ['vip'] }))
  await north.owner.clients.create(team({ name: 'C team' }))
  await below.owner.clients.create(quick({ company: 'D below', tags: ['wine'] }))
  await south.owner.clients.create(quick({ company: 'E south', tags: ['vip'] }))
  await sql(`update accounts set status = 'suspended' where name = 'B domain'`)
  await sql(`update accounts set subscription_state = 'active' where name = 'C team'`)
})

describe('the list', () => {
  test('R81 R82: holds what the caller reaches', async () => {
    expect(await names(admin, {})).toEqual(['A quick', 'B domain', 'C team', 'D below', 'E south'])
    expect(await names(support, {})).toEqual(['A quick', 'B domain', 'C team', 'D below', 'E south'])
    expect(await names(north.owner, {})).toEqual(['A quick', 'B domain', 'C team', 'D below'])
    expect(await names(north.manager, {})).toEqual(['A quick', 'B domain', 'C team', 'D below'])
    expect(await names(north.sales, {})).toEqual(['A quick', 'B domain', 'C team'])
    expect(await names(north.support, {})).toEqual(['A quick', 'B domain', 'C team'])
    expect(await names(below.owner, {})).toEqual(['D below'])
    expect(await names(south.sales, {})).toEqual(['E south'])
  })

  test('R102: is filtered by status, one or several', async () => {
    expect(await names(north.owner, { status: ['suspended'] })).toEqual(['B domain'])
    expect(await names(north.owner, { status: ['active'] })).toEqual(['A quick', 'C team', 'D below'])
    expect(await names(north.owner, { status: ['active', 'suspended', 'active'] })).toHaveLength(4)
  })

  test('scenario 10: is filtered by having no subscription, which a new client has not (R65)', async () => {
    expect(await names(north.owner, { subscriptionState: ['none'] })).toEqual(['A quick', 'B domain', 'D below'])
    expect(await names(north.owner, { subscriptionState: ['active', 'trial'] })).toEqual(['C team'])
    const { subscriptionState } = await south.owner.clients.create(quick({ company: 'F new' }))
    expect(subscriptionState).toBe('none')
    expect(await names(south.owner, { subscriptionState: ['none'] })).toContain('F new')
  })

  test('R83: is filtered by owner: those reached, each client once', async () => {
    expect(await names(north.owner, { owner: [below.id] })).toEqual(['D below'])
    expect(await names(north.owner, { owner: [south.id] })).toEqual([])
    expect(await names(north.sales, { owner: [below.id] })).toEqual([])
    expect(await names(admin, { owner: [below.id, below.id, south.id], tags: ['wine'] })).toEqual(['D below'])
  })

  test('is filtered by form, product family and tags', async () => {
    expect(await names(north.owner, { form: ['quick'] })).toEqual(['A quick', 'D below'])
    expect(await names(north.owner, { productFamily: ['essentials', 'hosting'] })).toEqual(['C team'])
    expect(await names(north.owner, { tags: ['vip'] })).toEqual(['A quick', 'B domain'])
    expect(await names(north.owner, { tags: ['vip', 'wine'] })).toEqual(['A quick', 'B domain', 'D below'])
    expect(await names(north.owner, { tags: ['vi'] })).toEqual([])
  })

  test('joins filters of several names, and a search', async () => {
    expect(await names(north.owner, { tags: ['vip'], form: ['quick'], status: ['active'] })).toEqual(['A quick'])
    expect(await names(north.owner, { q: 'dom', tags: ['vip'], form: ['quick'] })).toEqual([])
    expect(await names(north.owner, { q: 'dom', tags: ['vip'], status: ['suspended'] })).toEqual(['B domain'])
  })

  test('says with `include=actions` what the caller may do, and why not', async () => {
    const actionsOf = async (caller: typeof admin) =>
      (await caller.clients.list({ q: 'quick', include: ['actions'] })).data[0]?.actions
    expect((await north.owner.clients.list({ q: 'quick' })).data[0]).not.toHaveProperty('actions')
    expect(await actionsOf(admin)).toEqual({
      update: { allowed: true },
      setDescription: { allowed: true },
      setTags: { allowed: true },
      setPaymentMethod: { allowed: true },
      setVerification: { allowed: true },
      requestAccess: { allowed: true },
    })
    expect(await actionsOf(north.support)).toEqual({
      update: { allowed: false, code: 'permission_denied', data: { right: 'clients.update_contact' } },
      setDescription: { allowed: true },
      setTags: { allowed: false, code: 'permission_denied', data: { right: 'clients.tag' } },
      setPaymentMethod: {
        allowed: false,
        code: 'permission_denied',
        data: { right: 'clients.set_payment_method' },
      },
      setVerification: { allowed: false, code: 'permission_denied', data: { right: 'clients.verify' } },
      requestAccess: { allowed: true },
    })
  })

  test('what is said not to be allowed is refused with the same code, and what is said to be is done', async () => {
    const id = `acc_${'01C0SED'.padEnd(26, '0')}`
    await sql(
      `insert into accounts (id, kind, parent_id, name, name_key, status, form, created_at, updated_at)
      values ($2, 'client', $1, 'Closing', 'closing', 'pending_deletion', 'quick', now(), now())`,
      [north.id, id],
    )
    const { actions } = await north.owner.clients.get(id)
    expect(actions?.['update']).toMatchObject({
      allowed: false,
      code: 'invalid_state_transition',
      data: { state: 'pending_deletion' },
    })
    for (const call of [
      () => north.owner.clients.update(id, { company: 'Reopened' }),
      () => north.owner.clients.setTags(id, { tags: ['x'] }),
      () => north.owner.clients.setDescription(id, { text: 'x' }),
    ]) {
      expect(await refusalOf(call())).toMatchObject({
        status: 409,
        code: 'invalid_state_transition',
        data: { state: 'pending_deletion' },
      })
    }
  })
})
