import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, below, south, clock, key } = platform
const origin = 'https://panel.example.com'
let made = 0

beforeAll(() => setPages(platform))

/** A request of a reseller to one more client of its, in a mailbox of its own unless told so. */
async function asked(to = `peace-${++made}@mail.example.org`, { owner }: Pick<typeof north, 'owner'> = north) {
  const client = await owner.clients.create(quick())
  const request = await owner.accessRequests.create(asking(client.id, { recipientEmail: to }))
  return { client, to, request, holder: byLink(platform, await mailedToken(platform, to)) }
}

describe('who ends the peace after a “no”', () => {
  test('not the reseller, by the link that it may copy', async () => {
    const { request, holder } = await asked()
    await holder.accessRequests.decline({})
    const copied = byLink(platform, tokenIn(request.copyableLink))
    expect(await copied.accessRequests.current()).toMatchObject({ status: 'declined' })
    expect(await refusalOf(copied.accessRequests.askAgain())).toMatchObject({
      status: 403,
      code: 'recipient_mismatch',
      data: { reason: 'sign_in', accounts: [] },
    })
    expect(await codeOf(north.owner.accessRequests.resend(request.id, {}))).toBe('declined_recently')
    // nor with a session of its own beside it
    const beside = byLink(platform, tokenIn(request.copyableLink), { token: north.owner.secret, origin })
    expect(await refusalOf(beside.accessRequests.askAgain())).toMatchObject({
      code: 'recipient_mismatch',
      data: { reason: 'not_administrator' },
    })
    expect(await holder.accessRequests.askAgain()).toMatchObject({ renewalAskedAt: clock.now().toISOString() })
    expect(await north.owner.accessRequests.resend(request.id, {})).toMatchObject({ status: 'pending' })
  })

  test('an administrator who is signed in, by any of its links', async () => {
    await admin.settings.update({ access: { clientAdminIdentity: 'any' } })
    const client = await north.owner.clients.create(organization())
    const to = `peace-${++made}@mail.example.org`
    const request = await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to }))
    const { secret } = await key(client.id, 'client_admin')
    const signedIn = byLink(platform, tokenIn(request.copyableLink), { token: secret, origin })
    await signedIn.accessRequests.decline({})
    await signedIn.accessRequests.askAgain()
    expect(await north.owner.accessRequests.resend(request.id, {})).toMatchObject({ status: 'pending' })
    await admin.settings.update({ access: { clientAdminIdentity: 'managed_only' } })
  })

  test('not the reader of another mailbox, where an older request is over', async () => {
    const own = await asked()
    clock.move(14 * day)
    await platform.server.runDue()
    const to = `peace-${++made}@mail.example.org`
    await north.owner.accessRequests.create(asking(own.client.id, { recipientEmail: to }))
    await byLink(platform, await mailedToken(platform, to)).accessRequests.decline({})
    await own.holder.accessRequests.askAgain()
    expect(await codeOf(north.owner.accessRequests.resend(own.request.id, {}))).toBe('declined_recently')
  })
})

describe('how far the peace reaches', () => {
  test('to whoever reads the mailbox, whichever clients they are asked for, in the whole tree of the reseller', async () => {
    const { holder, to } = await asked()
    const other = await asked()
    const draft = await north.owner.accessRequests.create(
      asking((await north.owner.clients.create(quick())).id, { recipientEmail: to, send: false }),
    )
    await holder.accessRequests.decline({})
    const until = new Date(clock.now().getTime() + 7 * day).toISOString()
    const plus = to.replace('@', '+again@').toUpperCase()
    for (const again of [
      () => asked(to),
      () => asked(plus),
      () => asked(to, below),
      () => north.owner.accessRequests.send(draft.id),
      () => north.owner.accessRequests.resend(other.request.id, { recipientEmail: to }),
    ]) {
      expect(await refusalOf(again())).toMatchObject({ code: 'declined_recently', data: { until } })
    }
    // another reseller was not declined, and it is over in a week
    expect((await asked(to, south)).request.status).toBe('pending')
    clock.move(7 * day)
    expect(await north.owner.accessRequests.send(draft.id)).toMatchObject({ status: 'pending' })
  })

  test('it is over for all of them where the reader has asked to be asked again', async () => {
    const { holder, to } = await asked()
    await holder.accessRequests.decline({})
    expect(await codeOf(asked(to, below))).toBe('declined_recently')
    await holder.accessRequests.askAgain()
    expect((await asked(to, below)).request.status).toBe('pending')
  })
})

test('whoever has complained of the mail is not mailed to again, as an address that mail comes back from', async () => {
  const { request, to, client } = await asked()
  await admin.accessRequests.reportDelivery(request.id, { state: 'complained' })
  const refused = { code: 'recipient_bounced', data: { email: to } }
  expect(await refusalOf(north.owner.accessRequests.resend(request.id, {}))).toMatchObject(refused)
  await north.owner.accessRequests.cancel(request.id)
  const again = asking(client.id, { recipientEmail: to })
  expect(await refusalOf(north.owner.accessRequests.create(again))).toMatchObject(refused)
})
