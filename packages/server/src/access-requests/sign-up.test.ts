import { beforeAll, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, clock } = platform
const origin = 'https://panel.example.com'
const level = 'manage@1'

beforeAll(() => setPages(platform))

/** The host has opened an account for whoever signed up, and that person comes back to the page. */
async function signedUp(email: string) {
  const { id } = await admin.clients.create(quick({ company: `Signed up as ${email}` }))
  const { token } = await admin.sessions.create({
    accountId: id,
    role: 'client_admin',
    viewer: { id: email, name: 'Newly Signed-Up', email },
    origins: [origin],
  })
  return { id, session: { token, origin } }
}

test.each(['copied', 'mailed'] as const)(
  'R31: the request waits for whoever has to sign up first, and the same %s link is accepted then',
  async (kind) => {
    const to = `${kind}@mail.example.org`
    const placeholder = await north.owner.clients.create(quick())
    const request = await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: to }))
    const link = kind === 'copied' ? tokenIn(request.copyableLink) : await mailedToken(platform, to)
    const before = await byLink(platform, link).accessRequests.current()
    expect(before.viewer).toMatchObject({ signedIn: false, mayAnswer: kind === 'copied' ? 'sign_in' : 'yes' })

    clock.move(2 * day)
    const { id, session } = await signedUp(to)
    const back = byLink(platform, link, session)
    expect(await back.accessRequests.current()).toMatchObject({
      id: request.id,
      status: 'pending',
      expiresAt: request.expiresAt,
      viewer: { signedIn: true, mayAnswer: 'yes', accounts: [{ id }] },
    })
    const accepted = await back.accessRequests.accept({ level })
    expect(accepted).toMatchObject({ clientId: id, request: { status: 'accepted' } })
    await carriedOut(platform, id)
    for (const clientId of [id, placeholder.id]) {
      expect(await north.owner.access.check({ clientId, capability: 'products.manage' })).toMatchObject({
        allowed: true,
        grantId: accepted.grantId,
      })
    }
  },
)
