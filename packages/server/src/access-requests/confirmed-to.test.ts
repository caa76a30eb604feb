import type { CreateSession } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, server, as } = platform
const origin = 'https://panel.example.com'
const level = 'manage@1'
let made = 0

beforeAll(() => setPages(platform))

async function session(accountId: string, viewer: CreateSession['viewer']) {
  const { token } = await admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer,
    identityKind: 'managed',
    origins: [origin],
  })
  return { token, origin }
}

const mailsTo = async (email: string) =>
  (await server.mailbox.list()).filter((mail) => mail.to.email === email).map(({ template }) => template)

describe('where the client is told', () => {
  test('not at an address that the reseller typed, where nobody has answered from it and the client has one', async () => {
    const client = await north.owner.clients.create(organization())
    const typed = `nora-${++made}@north.example.net`
    const request = await north.owner.accessRequests.create(asking(client.id, { recipientEmail: typed }))
    // no mailbox of theirs is known
    const nameless = await session(client.id, { id: 'martha', name: 'Martha Muster' })
    for (const link of [tokenIn(request.copyableLink), await mailedToken(platform, typed)]) {
      expect((await byLink(platform, link, nameless).accessRequests.current()).viewer.mayAnswer).toBe('yes')
    }
    const mailed = byLink(platform, await mailedToken(platform, typed), nameless)
    await mailed.accessRequests.accept({ level })
    expect(await mailsTo(typed)).toEqual(['access_request'])
    expect(await mailsTo(String(client.primaryEmail))).toEqual(['access_confirmed'])

    const itself = as(nameless.token, origin)
    await itself.access.save({ id: client.id, resellerId: north.id }, { allow: false })
    expect(await mailsTo(String(client.primaryEmail))).toEqual(['switch_changed', 'access_confirmed'])
    expect(await mailsTo(typed)).toEqual(['access_request'])
  })

  test('where they signed in with, before the address of the account', async () => {
    const client = await north.owner.clients.create(organization())
    const request = await north.owner.accessRequests.create(
      asking(client.id, { recipientEmail: `nora-${++made}@north.example.net` }),
    )
    const own = `martha-${made}@mail.example.org`
    const holder = byLink(
      platform,
      tokenIn(request.copyableLink),
      await session(client.id, { id: 'martha', name: 'Martha', email: own }),
    )
    await holder.accessRequests.accept({ level })
    expect(await mailsTo(own)).toContain('access_confirmed')
    expect(await mailsTo(String(client.primaryEmail))).toEqual([])
  })

  test('in the mailbox that it answered from; at the typed address only where there is no other', async () => {
    const answered = await north.owner.clients.create(quick({ primaryEmail: `card-${++made}@mail.example.org` }))
    const to = `reader-${made}@mail.example.org`
    await north.owner.accessRequests.create(asking(answered.id, { recipientEmail: to }))
    await byLink(platform, await mailedToken(platform, to)).accessRequests.accept({ level })
    expect(await mailsTo(to)).toContain('access_confirmed')
    expect(await mailsTo(String(answered.primaryEmail))).toEqual([])

    const bare = await north.owner.clients.create(quick())
    const typed = `typed-${made}@mail.example.org`
    const request = await north.owner.accessRequests.create(asking(bare.id, { recipientEmail: typed }))
    const nameless = await session(bare.id, { id: 'ada', name: 'Ada' })
    await byLink(platform, tokenIn(request.copyableLink), nameless).accessRequests.accept({ level })
    expect(await mailsTo(typed)).toContain('access_confirmed')
  })
})
