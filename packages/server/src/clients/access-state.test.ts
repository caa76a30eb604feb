import { beforeAll, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, server } = platform

beforeAll(() => setPages(platform))

async function lasting(duration: string, autoExtend: string | null = null) {
  const { id } = await north.owner.clients.create(quick())
  const { grantId } = await granted(platform, north.owner, id, { duration, autoExtend })
  await carriedOut(platform, id)
  return { id, grantId }
}

const state = async (id: string) => (await north.owner.clients.get(id)).accessState

test('access ends soon from the first notice of the setting on, as its grant says, and not where it goes on by itself', async () => {
  await admin.settings.update({ access: { expiryNotices: ['P10D', 'P1D'] } })
  const { id, grantId } = await lasting('P20D')
  const extending = await lasting('P20D', 'P30D')
  const expiring = async () => (await north.owner.accessGrants.get(grantId)).expiring
  expect([await state(id), await expiring()]).toEqual(['active', false])
  clock.move(10 * day)
  expect([await state(id), await expiring()]).toEqual(['expiring', true])
  expect(await state(extending.id)).toBe('active')
  const { data } = await north.owner.clients.list({ limit: 200 })
  const listed = [id, extending.id].map((one) => data.find((client) => client.id === one)?.accessState)
  expect(listed).toEqual(['expiring', 'active'])
  await admin.settings.update({ access: { expiryNotices: [] } })
  expect([await state(id), await expiring()]).toEqual(['active', false])
})

test('access is over at its end, whether or not the clock has come round', async () => {
  const { id } = await lasting('P2D')
  const extending = await lasting('P2D', 'P30D')
  clock.move(2 * day)
  expect([await state(id), await state(extending.id)]).toEqual(['ended', 'active'])
  await server.runDue()
  expect([await state(id), await state(extending.id)]).toEqual(['ended', 'active'])
})

test('who let a request expire was asked nothing: they can be asked again, whether or not that was written down', async () => {
  const { id } = await north.owner.clients.create(quick())
  await north.owner.accessRequests.create(asking(id))
  expect(await north.owner.clients.get(id)).toMatchObject({
    accessState: 'requested',
    actions: { requestAccess: { allowed: false, code: 'access_request_pending' } },
  })
  clock.move(15 * day)
  const open = { accessState: 'none', actions: { requestAccess: { allowed: true } } }
  expect(await north.owner.clients.get(id)).toMatchObject(open)
  await server.runDue()
  expect(await north.owner.clients.get(id)).toMatchObject(open)
})

test('a draft that is sent late waits for the client, and one that was never sent says nothing', async () => {
  const { id } = await north.owner.clients.create(quick())
  const { id: late } = await north.owner.accessRequests.create(asking(id, { send: false }))
  const never = await north.owner.accessRequests.create(asking(id, { send: false }))
  clock.move(1000)
  const recipientEmail = 'declines@mail.example.org'
  await north.owner.accessRequests.create(asking(id, { recipientEmail }))
  await byLink(platform, await mailedToken(platform, recipientEmail)).accessRequests.decline({})
  await north.owner.accessRequests.cancel(never.id)
  expect(await state(id)).toBe('declined')
  clock.move(8 * day)
  await north.owner.accessRequests.send(late)
  expect(await north.owner.clients.get(id)).toMatchObject({
    accessState: 'requested',
    actions: { requestAccess: { allowed: false, code: 'access_request_pending', data: { requestId: late } } },
  })
})
