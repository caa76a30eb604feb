import { afterEach, beforeAll, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock, server } = platform
let made = 0

beforeAll(() => setPages(platform))
afterEach(() => admin.settings.update({ access: { maxDuration: null } }))

async function asked(with_: Parameters<typeof asking>[1]) {
  const { id } = await north.owner.clients.create(quick())
  const to = `longest-${++made}@mail.example.org`
  return { to, request: await north.owner.accessRequests.create(asking(id, { recipientEmail: to, ...with_ })) }
}

const limit = () => admin.settings.update({ access: { maxDuration: 'P30D' } })
const tooLong = { status: 409, code: 'duration_not_allowed', data: { max: 'P30D' } }

test('what was asked for before there was a limit is not sent, and not sent again', async () => {
  const drafts = [
    await asked({ send: false, duration: 'P31D' }),
    await asked({ send: false, duration: null }),
    await asked({ send: false, duration: 'P30D', autoExtend: 'P60D' }),
  ]
  const sent = await asked({ duration: 'P90D' })
  const shorter = await asked({ send: false, duration: 'P30D', autoExtend: 'P30D' })
  await limit()
  for (const { request } of drafts) {
    expect((await north.owner.accessRequests.get(request.id)).actions?.send).toMatchObject({ code: tooLong.code })
    expect(await refusalOf(north.owner.accessRequests.send(request.id))).toMatchObject(tooLong)
  }
  expect(await refusalOf(north.owner.accessRequests.resend(sent.request.id, {}))).toMatchObject(tooLong)
  expect(await north.owner.accessRequests.send(shorter.request.id)).toMatchObject({ status: 'pending' })
})

test('nor accepted: the client agrees to what it reads, or asks for a new request', async () => {
  for (const duration of ['P90D', null]) {
    const { to, request } = await asked({ duration })
    const holder = byLink(platform, await mailedToken(platform, to))
    await limit()
    expect(await refusalOf(holder.accessRequests.accept({ level: request.level }))).toMatchObject(tooLong)
    expect((await admin.accessGrants.list({ clientId: request.client.id })).data).toEqual([])
    expect(await holder.accessRequests.askAgain()).toMatchObject({
      status: 'pending',
      renewalAskedAt: clock.now().toISOString(),
    })
    await admin.settings.update({ access: { maxDuration: null } })
    expect(await holder.accessRequests.accept({ level: request.level })).toMatchObject({ request: { duration } })
  }
})

test('what goes on by itself goes on no longer than the platform allows by now', async () => {
  const { id } = await north.owner.clients.create(quick())
  const { grantId } = await granted(platform, north.owner, id, { duration: 'P60D', autoExtend: 'P60D' })
  await carriedOut(platform, id)
  await limit()
  clock.move(61 * day)
  await server.runDue()
  const endsAt = new Date(clock.now().getTime() + 30 * day).toISOString()
  expect(await admin.accessGrants.get(grantId)).toMatchObject({ status: 'active', endsAt })
})
