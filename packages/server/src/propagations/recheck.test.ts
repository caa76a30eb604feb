import { beforeEach, expect, test } from 'vitest'
import { noConnector, type WantedAccess } from '../connector/connector.ts'
import { quick } from '../testing/client-inputs.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const asked: WantedAccess[] = []
const { admin, support, north, south, clock, server, key } = await openTestPlatform({
  connector: {
    ...noConnector,
    apply: async (wanted) => {
      asked.push(wanted)
      return 'accepted'
    },
  },
})
beforeEach(() => {
  asked.length = 0
})

/** A client whose switch is on its way for so long that the vendor is asked once an hour. */
async function onItsWay() {
  const { id } = await north.owner.clients.create(quick())
  const itself = await key(id, 'client_admin')
  await itself.access.save({ id, resellerId: north.id }, { allow: true })
  for (let attempt = 0; attempt < 6; attempt++) {
    await server.runDue()
    clock.move(60 * minute)
  }
  await server.runDue()
  asked.length = 0
  return { itself, pair: { id, resellerId: north.id } }
}

test('N7: what is on its way is looked into at once, for each who may see it', async () => {
  const { pair, itself } = await onItsWay()
  for (const caller of [itself, await key(pair.id, 'client_user'), north.support, support, admin]) {
    clock.move(2 * minute)
    expect(await server.runDue()).toBe(0)
    expect(await caller.propagations.recheck(pair)).toEqual({ asked: 1 })
    await server.runDue()
    expect(asked.splice(0)).toMatchObject([{ clientId: pair.id, resellerId: north.id, target: 'switch' }])
  }
})

test('what was tried within the last minute is left alone, however often it is asked for', async () => {
  const { pair, itself } = await onItsWay()
  clock.move(minute)
  expect(await itself.propagations.recheck(pair)).toEqual({ asked: 1 })
  await server.runDue()
  clock.move(minute - 1)
  for (let times = 0; times < 3; times++) expect(await itself.propagations.recheck(pair)).toEqual({ asked: 0 })
  await server.runDue()
  expect(asked).toHaveLength(1)
})

test('where nothing is on its way nothing is asked', async () => {
  const { pair, itself } = await onItsWay()
  const { data } = await admin.propagations.list({ clientId: pair.id })
  await admin.propagations.observed(data[0]?.id ?? '', { outcome: 'in_effect' })
  clock.move(minute)
  expect(await itself.propagations.recheck(pair)).toEqual({ asked: 0 })
})

test('strangers learn nothing, and one reseller asks for nothing of another', async () => {
  const { pair } = await onItsWay()
  const stranger = await key((await south.owner.clients.create(quick())).id, 'client_admin')
  for (const caller of [south.owner, stranger]) {
    expect(await codeOf(caller.propagations.recheck(pair))).toBe('not_found')
  }
  expect(await codeOf(north.owner.propagations.recheck({ ...pair, resellerId: south.id }))).toBe('not_found')
})
