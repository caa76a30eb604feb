import { expect, test, vi } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'

const written: unknown[] = []
const platform = await openTestPlatform({
  log: (record) => void written.push(record),
  webhooks: { allowPrivateAddresses: true },
})
const { admin, north, server, key, clock, send } = platform

test('the story of an access leaves no token, link, message or secret in logs, events, webhooks and refusals', async () => {
  await setPages(platform)
  const receiver = await startReceiver()
  const endpoint = await admin.webhookEndpoints.create({ url: receiver.url, events: ['*'] })
  const { id } = await north.owner.clients.create(quick({ primaryEmail: 'ada@mail.example.org' }))
  const to = 'story@mail.example.org'
  const message = 'Murmured words for {client_first_name}'
  const request = await north.owner.accessRequests.create(asking(id, { recipientEmail: to, message }))
  const first = await mailedToken(platform, to)
  const resent = await north.owner.accessRequests.resend(request.id, { message: `${message}, again` })
  const second = await mailedToken(platform, to)
  await north.owner.suggestions.create({
    clientId: id,
    items: [{ sku: 'hosting_pro', note: 'Murmured note' }],
    message,
  })
  const refusals = [
    await refusalOf(byLink(platform, first).accessRequests.accept({ level: 'manage@1' })),
    await refusalOf(byLink(platform, second).accessRequests.accept({ level: 'look@1' })),
    await refusalOf(byLink(platform, second).access.managed()),
    await refusalOf(byLink(platform, tokenIn(resent.copyableLink)).accessRequests.accept({ level: 'manage@1' })),
  ]
  const accepted = await byLink(platform, second).accessRequests.accept({ level: 'manage@1' })
  await carriedOut(platform, id)
  const manage = tokenIn(accepted.manageLink)
  await byLink(platform, manage).access.pauseManaged()
  const paused = await mailedToken(platform, to, 'access_paused')
  await byLink(platform, paused).access.resumeManaged()
  await byLink(platform, manage).access.endManaged()
  refusals.push(await refusalOf(byLink(platform, manage).access.endManaged()))
  // a token that ends up in a path or a query is not written down either
  await send(`/v1/access-requests/${second}`, { as: north.owner.secret })
  await send(`/v1/access/managed?token=${manage}`, { headers: { 'clientele-link': manage } })
  const { secret } = await admin.webhookEndpoints.rotateSecret(endpoint.id, {})
  // the feed waits for what is under way
  await vi.waitFor(
    async () => {
      clock.move(60_000)
      await server.runDue()
      expect(JSON.stringify(receiver.taken)).toContain('access_grant.ending')
    },
    { timeout: 10_000, interval: 20 },
  )
  const itself = await key(id, 'client_admin')
  const events = await readEvents(admin, {}, 20)
  const told = {
    log: written,
    events,
    activity: await itself.access.activity(id, { limit: 200 }),
    webhooks: receiver.taken.map(({ body }) => body),
    refusals: refusals.map(({ message, problem }) => [message, problem]),
    failures: platform.failures,
  }
  expect(told.webhooks.length).toBeGreaterThan(10)
  expect(told.log.length).toBeGreaterThan(30)
  const secrets = [first, second, manage, paused, tokenIn(resent.copyableLink), tokenIn(request.copyableLink)]
  const words = [...secrets, secret, endpoint.secret, north.owner.secret, 'cl_', '#', 'Murmured', accepted.receipt]
  for (const [where, what] of Object.entries(told)) {
    const text = JSON.stringify(what)
    for (const word of words) expect(text, where).not.toContain(word)
  }
  // nor whom a mail went to
  for (const where of ['log', 'refusals'] as const) expect(JSON.stringify(told[where])).not.toContain(to)
  expect(platform.failures).toEqual([])
})
