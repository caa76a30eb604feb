import type { CreateClient, CreateSession } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, south, key, sql, as } = platform
const origin = 'https://panel.example.com'
let made = 0

beforeAll(() => setPages(platform))

async function asked(input: CreateClient = quick()) {
  const client = await north.owner.clients.create(input)
  const to = `asked-${++made}@mail.example.org`
  const request = await north.owner.accessRequests.create(asking(client.id, { recipientEmail: to }))
  return { client, request, to, token: await mailedToken(platform, to) }
}

/** A person at the host's page: made by the platform's key, unless another one is given. */
async function person(with_: Partial<CreateSession> & Pick<CreateSession, 'accountId'>, maker = admin) {
  const { token } = await maker.sessions.create({
    viewer: { id: `u${++made}`, email: `u${made}@mail.example.org` },
    role: 'client_admin',
    origins: [origin],
    identityKind: 'managed',
    ...with_,
  })
  return { token, origin }
}

const level = 'manage@1'
const state = async (id: string) => (await north.owner.accessRequests.get(id)).status

describe('R30: a client with an account of its own', () => {
  test('scenario 4: is answered for by its administrator, signed in, and by nobody else', async () => {
    const { client, request, token } = await asked(organization())
    const stranger = await south.owner.clients.create(quick())
    const alone = byLink(platform, token)
    expect(await alone.accessRequests.current()).toMatchObject({
      client: { binding: 'bound' },
      viewer: { signedIn: false, mayAnswer: 'sign_in', accounts: [] },
    })
    const wrong = byLink(platform, token, await person({ accountId: stranger.id }))
    expect(await wrong.accessRequests.current()).toMatchObject({
      viewer: { signedIn: true, mayAnswer: 'not_administrator', accounts: [] },
    })
    const user = byLink(platform, token, await person({ accountId: client.id, role: 'client_user' }))
    for (const [holder, reason] of [
      [alone, 'sign_in'],
      [wrong, 'not_administrator'],
      [user, 'not_administrator'],
    ] as const) {
      const refused = { status: 403, code: 'recipient_mismatch', data: { reason, accounts: [] } }
      expect(await refusalOf(holder.accessRequests.accept({ level }))).toMatchObject(refused)
      expect(await refusalOf(holder.accessRequests.accept({ level, accountId: client.id }))).toMatchObject(refused)
      expect(await refusalOf(holder.accessRequests.accept({ level, accountId: stranger.id }))).toMatchObject({
        ...refused,
        data: { reason },
      })
      expect(await refusalOf(holder.accessRequests.decline({}))).toMatchObject(refused)
    }
    expect(await state(request.id)).toBe('pending')

    const right = byLink(platform, token, await person({ accountId: client.id }))
    expect(await right.accessRequests.current()).toMatchObject({
      viewer: { signedIn: true, mayAnswer: 'yes', accounts: [{ id: client.id, name: client.name }] },
    })
    expect(await right.accessRequests.accept({ level })).toMatchObject({ clientId: client.id })
    expect(await state(request.id)).toBe('accepted')
  })

  test('R166: an organisation is not answered for with a consumer’s mailbox', async () => {
    const { client, request, token } = await asked(organization())
    const consumer = byLink(platform, token, await person({ accountId: client.id, identityKind: 'consumer' }))
    expect(await codeOf(consumer.accessRequests.accept({ level }))).toBe('actor_not_managed_identity')
    expect(await state(request.id)).toBe('pending')
    expect((await admin.accessGrants.list({ clientId: client.id })).data).toEqual([])
  })

  test('may be answered for by somebody whom the host names as administering it', async () => {
    const { client, token } = await asked(organization())
    const elsewhere = await south.owner.clients.create(quick())
    const session = await person({ accountId: elsewhere.id, administers: [client.id] })
    const holder = byLink(platform, token, session)
    // the person's own account is no choice: it was not asked
    expect((await holder.accessRequests.current()).viewer.accounts).toEqual([{ id: client.id, name: client.name }])
    expect(await holder.accessRequests.decline({})).toMatchObject({ status: 'declined' })
  })
})

describe('R32: a client that comes with accounts of its own', () => {
  test('scenario 4: says which is meant; that one keeps its id and owner, and the reseller is linked beside', async () => {
    const { client: placeholder, request, token } = await asked()
    const [first, second] = [
      await south.owner.clients.create(quick({ company: 'A first' })),
      await south.owner.clients.create(quick({ company: 'B second' })),
    ]
    const southRequest = await south.owner.accessRequests.create(
      asking(second.id, { recipientEmail: 'second@mail.example.org' }),
    )
    const holder = byLink(
      platform,
      token,
      await person({ accountId: first.id, administers: [first.id, second.id], identityKind: 'consumer' }),
    )
    const accounts = [
      { id: first.id, name: 'A first' },
      { id: second.id, name: 'B second' },
    ]
    expect((await holder.accessRequests.current()).viewer).toEqual({ signedIn: true, mayAnswer: 'yes', accounts })
    expect(await refusalOf(holder.accessRequests.accept({ level }))).toMatchObject({
      code: 'recipient_mismatch',
      data: { reason: 'choose_account', accounts },
    })
    expect(await refusalOf(holder.accessRequests.accept({ level, accountId: placeholder.id }))).toMatchObject({
      code: 'recipient_mismatch',
      data: { reason: 'not_administrator' },
    })
    expect(await state(request.id)).toBe('pending')

    const accepted = await holder.accessRequests.accept({ level, accountId: second.id })
    expect(accepted).toMatchObject({ clientId: second.id, request: { client: { name: 'B second', binding: 'bound' } } })
    expect(await south.owner.clients.get(second.id)).toMatchObject({ owner: { id: south.id }, binding: 'bound' })
    expect(await north.owner.accessRequests.get(request.id)).toMatchObject({
      client: accounts[1],
      grantId: accepted.grantId,
    })
    expect(await north.owner.accessGrants.get(accepted.grantId)).toMatchObject({ client: accounts[1] })
    expect(await sql('select alias_of from accounts where id = $1', [placeholder.id])).toEqual([
      { alias_of: second.id },
    ])
    expect(await sql('select reseller_id, kind, status from links where client_id = $1', [second.id])).toEqual([
      { reseller_id: north.id, kind: 'secondary', status: 'active' },
    ])
    // the switch for this reseller is on, and no other's has changed
    expect(await sql('select reseller_id, wanted from access_policies where client_id = $1', [second.id])).toEqual([
      { reseller_id: north.id, wanted: true },
    ])
    expect(await south.owner.accessRequests.get(southRequest.id)).toMatchObject({ status: 'pending' })
    const bound = await readEvents(admin, { type: ['client.bound'] }, 2)
    expect(bound.slice(-2).map(({ subject, changes }) => [subject.id, Object.keys(changes)])).toEqual([
      [second.id, ['binding']],
      [placeholder.id, ['aliasOf']],
    ])
    // from now on the reseller asks the account itself, by either id
    const next = asking(placeholder.id, { level: 'manage_and_purchase' })
    expect(await north.owner.accessRequests.create(next)).toMatchObject({ client: accounts[1] })
  })

  test('with one account there is nothing to choose; without any the person is the wrong one', async () => {
    const { client, token } = await asked()
    const mine = await north.owner.clients.create(quick({ company: 'Mine' }))
    const nobody = await person({ accountId: mine.id, role: 'client_user' })
    expect(await refusalOf(byLink(platform, token, nobody).accessRequests.accept({ level }))).toMatchObject({
      code: 'recipient_mismatch',
      data: { reason: 'not_administrator', accounts: [] },
    })
    const holder = byLink(platform, token, await person({ accountId: mine.id }))
    expect(await holder.accessRequests.accept({ level })).toMatchObject({ clientId: mine.id })
    // a client of the same reseller needs no link beside
    expect(await sql('select 1 from links where client_id = $1', [mine.id])).toEqual([])
    expect(await sql('select alias_of from accounts where id = $1', [client.id])).toEqual([{ alias_of: mine.id }])
  })
})

describe('the host’s word is good as far as its key reaches', () => {
  test('R4: no reseller lets itself in, with sessions or keys of its own beside the link', async () => {
    const { client, request, token } = await asked(organization())
    const ownSession = await person(
      { accountId: north.id, role: 'reseller_owner', administers: [client.id] },
      north.owner,
    )
    expect(await codeOf(person({ accountId: client.id }, north.owner))).toBe('role_required')
    for (const session of [ownSession, { token: north.owner.secret, origin }, { token: admin.secret, origin }]) {
      const holder = byLink(platform, token, session)
      expect(await holder.accessRequests.current()).toMatchObject({ viewer: { mayAnswer: 'not_administrator' } })
      expect(await codeOf(holder.accessRequests.accept({ level }))).toBe('recipient_mismatch')
    }
    expect(await state(request.id)).toBe('pending')
  })

  test('a client’s own key answers for that client, and for no other that its sessions name', async () => {
    const { client, token } = await asked(organization())
    await admin.settings.update({ access: { clientAdminIdentity: 'any' } })
    const stranger = await key((await north.owner.clients.create(quick())).id, 'client_admin')
    const naming = byLink(platform, token, { token: stranger.secret, origin })
    expect(await codeOf(naming.accessRequests.accept({ level }))).toBe('recipient_mismatch')
    const own = await key(client.id, 'client_admin')
    const holder = byLink(platform, token, { token: own.secret, origin })
    expect(await holder.accessRequests.accept({ level })).toMatchObject({ clientId: client.id })
    // a key is nobody that a mail could be written to
    const confirmed = (await platform.server.mailbox.list()).find(({ template }) => template === 'access_confirmed')
    expect(confirmed?.to.name).toBe(client.name)
    await admin.settings.update({ access: { clientAdminIdentity: 'managed_only' } })
  })

  test('R30: the link that the sender may copy proves no mailbox: whoever answers by it has to be signed in', async () => {
    const { client, request } = await asked()
    const copied = tokenIn(request.copyableLink)
    const alone = byLink(platform, copied)
    expect(await alone.accessRequests.current()).toMatchObject({
      client: { binding: 'placeholder' },
      viewer: { signedIn: false, mayAnswer: 'sign_in' },
    })
    for (const answer of [
      () => alone.accessRequests.accept({ level }),
      () => alone.accessRequests.accept({ level, accountId: client.id }),
      () => alone.accessRequests.decline({}),
    ]) {
      expect(await refusalOf(answer())).toMatchObject({ code: 'recipient_mismatch', data: { reason: 'sign_in' } })
    }
    const own = await north.owner.clients.create(quick())
    const signedIn = byLink(platform, copied, await person({ accountId: own.id }))
    expect(await signedIn.accessRequests.accept({ level })).toMatchObject({ clientId: own.id })
  })

  test('nobody is let in by a session that is over or of another page', async () => {
    const { token, client } = await asked()
    const session = await person({ accountId: client.id })
    const elsewhere = byLink(platform, token, { ...session, origin: 'https://evil.example.com' })
    expect(await codeOf(elsewhere.accessRequests.accept({ level }))).toBe('origin_not_allowed')
    expect(await codeOf(as('not-a-token').accessRequests.current())).toBe('link_invalid')
    platform.clock.move(3_600_000)
    expect(await codeOf(byLink(platform, token, session).accessRequests.accept({ level }))).toBe('session_expired')
  })
})
