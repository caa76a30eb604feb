import { beforeEach, describe, expect, test } from 'vitest'
import { noConnector, type Connector, type WantedAccess } from '../connector/connector.ts'
import { demoConnector } from '../connector/demo-connector.ts'
import { quick } from '../testing/client-inputs.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { createTestClock, day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

let vendor: Connector = noConnector
const asked: WantedAccess[] = []

const { admin, north, south, clock, server, key } = await openTestPlatform({
  connectorPatience: 20,
  connector: {
    ...noConnector,
    apply: (wanted, options) => {
      asked.push(wanted)
      return vendor.apply(wanted, options)
    },
  },
})

beforeEach(() => {
  vendor = noConnector
  asked.length = 0
})

/** A client that has just switched its reseller on. */
async function switchedOn(with_ = quick()) {
  const { id } = await north.owner.clients.create(with_)
  const itself = await key(id, 'client_admin')
  await itself.access.save({ id, resellerId: north.id }, { allow: true })
  const propagations = async () => (await admin.propagations.list({ clientId: id })).data
  const save = (allow: boolean) => itself.access.save({ id, resellerId: north.id }, { allow })
  const allow = async () => (await itself.access.get({ id, resellerId: north.id })).allow
  return { id, propagations, save, allow }
}

const vendorSays = (answer: 'in_effect' | 'accepted' | 'unknown'): Connector => ({
  ...noConnector,
  apply: async () => answer,
})

describe('what a vendor has to carry out', () => {
  test('is in effect when it says so', async () => {
    vendor = vendorSays('in_effect')
    const { id, allow, propagations } = await switchedOn()
    expect(await allow()).toMatchObject({ observed: false, propagation: 'pending' })
    await server.runDue()
    expect(await allow()).toMatchObject({ wanted: true, observed: true, propagation: 'in_sync' })
    expect(await propagations()).toMatchObject([{ target: 'switch', wanted: true, state: 'in_sync', attempts: 1 }])
    expect(asked).toMatchObject([{ clientId: id, resellerId: north.id, target: 'switch', on: true, scope: null }])
  })

  test('late: it is asked again, and nothing is in effect before', async () => {
    vendor = demoConnector({ propagationDelay: 20 * minute, clock })
    const { allow, propagations } = await switchedOn()
    for (let minutes = 0; minutes < 20; minutes += 5) {
      await server.runDue()
      expect((await allow()).observed).toBe(false)
      clock.move(5 * minute)
    }
    clock.move(10 * minute)
    await server.runDue()
    expect((await allow()).propagation).toBe('in_sync')
    const [row] = await propagations()
    expect(asked.length).toBe(row?.attempts)
    expect(asked.length).toBeGreaterThan(2)
    // the same at each attempt
    expect(new Set(asked.map(({ propagationId }) => propagationId)).size).toBe(1)
  })

  test('never: it is overdue after a day, and neither in effect nor failed', async () => {
    vendor = demoConnector({ clock })
    const { allow, propagations } = await switchedOn(quick({ company: 'Never & Sons' }))
    clock.move(3 * day)
    await server.runDue()
    expect(await allow()).toMatchObject({ wanted: true, observed: false, propagation: 'overdue' })
    expect(await propagations()).toMatchObject([{ state: 'pending', overdue: true }])
  })

  test('overdue: the client may ask anew, and it has the whole time again', async () => {
    const { allow, save, propagations } = await switchedOn()
    clock.move(day)
    await server.runDue()
    expect((await allow()).propagation).toBe('overdue')
    await save(true)
    expect(await allow()).toMatchObject({ propagation: 'pending', changedAt: clock.now().toISOString() })
    expect((await propagations()).map(({ state }) => state)).toEqual(['superseded', 'pending'])
  })

  test('twice: what is said again changes nothing more', async () => {
    vendor = vendorSays('in_effect')
    const { allow, propagations } = await switchedOn()
    await server.runDue()
    const [row] = await propagations()
    const before = await allow()
    clock.move(minute)
    for (const outcome of ['in_effect', 'failed'] as const) {
      expect(await admin.propagations.observed(row?.id ?? '', { outcome })).toEqual(row)
    }
    expect(await allow()).toEqual(before)
  })

  test('a late answer to what is not wanted any more changes nothing', async () => {
    const answer = Promise.withResolvers<'in_effect'>()
    const isAsked = Promise.withResolvers<void>()
    const { save, allow, propagations } = await switchedOn()
    vendor = {
      ...noConnector,
      apply: () => {
        isAsked.resolve()
        return answer.promise
      },
    }
    const running = server.runDue()
    await isAsked.promise
    // no transaction is open while the vendor thinks: on the embedded database there is one connection for everybody
    await save(false)
    answer.resolve('in_effect')
    await running
    const [first] = await propagations()
    expect(first?.state).toBe('superseded')
    await admin.propagations.observed(first?.id ?? '', { outcome: 'in_effect' })
    expect(await allow()).toMatchObject({ wanted: false, observed: false })
  })

  test('a vendor that fails or does not answer is tried again, ever more slowly', async () => {
    const never = new Promise<never>(() => {})
    for (const apply of [
      () => Promise.reject(new Error('Down for maintenance.')),
      () => never,
      () => {
        throw new Error('broken')
      },
    ]) {
      vendor = { ...noConnector, apply }
      const { allow, propagations } = await switchedOn()
      await server.runDue()
      await server.runDue()
      expect(await propagations()).toMatchObject([{ state: 'pending', attempts: 1, detail: expect.any(String) }])
      clock.move(6_000)
      await server.runDue()
      clock.move(6_000)
      await server.runDue()
      expect(await propagations()).toMatchObject([{ attempts: 2 }])
      vendor = vendorSays('in_effect')
      clock.move(30_000)
      await server.runDue()
      expect((await allow()).propagation).toBe('in_sync')
    }
  })

  test('a vendor that cannot tell leaves it to the host, and is not asked for ever', async () => {
    const { allow, propagations } = await switchedOn()
    await server.runDue()
    clock.move(2 * 60 * minute)
    await server.runDue()
    const [row] = await propagations()
    expect(row).toMatchObject({ state: 'pending', attempts: 1 })
    // by then it may be another connector, which can tell
    clock.move(day)
    await server.runDue()
    expect(await propagations()).toMatchObject([{ state: 'pending', attempts: 2 }])
    await admin.propagations.observed(row?.id ?? '', { outcome: 'in_effect' })
    expect((await allow()).propagation).toBe('in_sync')
  })

  test('what the host reports as failed is not in effect, and says why', async () => {
    const { allow, propagations, save } = await switchedOn()
    const [row] = await propagations()
    const detail = 'The customer is unknown there.'
    expect(await admin.propagations.observed(row?.id ?? '', { outcome: 'failed', detail })).toMatchObject({
      state: 'failed',
      detail,
    })
    expect(await allow()).toMatchObject({ wanted: true, observed: false, propagation: 'overdue' })
    await save(true)
    expect((await allow()).propagation).toBe('pending')
  })
})

describe('the list', () => {
  test('is the platform’s, the oldest first, by pages', async () => {
    const { id, save } = await switchedOn()
    await save(false)
    await save(true)
    const all = await admin.propagations.list({ clientId: id, limit: 1 }).toArray({ limit: 10 })
    expect(all.map(({ wanted, state }) => [wanted, state])).toEqual([
      [true, 'superseded'],
      [false, 'superseded'],
      [true, 'pending'],
    ])
    for (const caller of [north.owner, south.owner]) {
      expect(await codeOf(caller.propagations.list())).toBe('permission_denied')
      expect(await codeOf(caller.propagations.observed(all[2]?.id ?? '', { outcome: 'in_effect' }))).toBe(
        'permission_denied',
      )
    }
    expect(await codeOf(admin.propagations.list({ cursor: 'x' }))).toBe('cursor_invalid')
    const nobody = 'ppg_01ARZ3NDEKTSV4RRFFQ69G5FAV'
    expect(await codeOf(admin.propagations.observed(nobody, { outcome: 'in_effect' }))).toBe('not_found')
  })
})

describe('the demo’s vendor', () => {
  const wanted = (clientName: string, primaryDomain: string | null): WantedAccess => ({
    propagationId: 'ppg_1',
    clientId: 'acc_1',
    clientName,
    primaryDomain,
    resellerId: 'acc_2',
    target: 'switch',
    targetId: 'apo_1',
    on: true,
    capabilities: [],
    scope: null,
    since: new Date('2026-03-01T09:00:00.000Z'),
  })
  const { signal } = new AbortController()

  test('takes its time on the clock, and does as the name or domain says', async () => {
    const itsClock = createTestClock()
    const connector = demoConnector({ propagationDelay: minute, clock: itsClock })
    const apply: Connector['apply'] = (change, options) => connector.apply(change, options)
    expect(await apply(wanted('Bakery', null), { signal })).toBe('accepted')
    itsClock.move(minute)
    expect(await apply(wanted('Bakery', null), { signal })).toBe('in_effect')
    expect(await apply(wanted('Never mind', null), { signal })).toBe('accepted')
    expect(await apply(wanted('Bakery', 'never.example.com'), { signal })).toBe('accepted')
    await expect(apply(wanted('Down & Out', null), { signal })).rejects.toThrow('down')
    expect(await apply(wanted('Downtown Dry Cleaning', 'dry.example.com'), { signal })).toBe('in_effect')
  })
})
