import { createClient, type Clientele } from '@clientele/sdk'
import type { HttpHandler } from 'msw/http'
import { describe, expect, test } from 'vitest'
import { aClient } from './factories/a-client.ts'
import { aClientAccess, aDirectSubscription, anAccessGrant, anAccessLevel } from './factories/access.ts'
import { aMe } from './factories/accounts-and-keys.ts'
import { aSubscription } from './factories/selling.ts'
import { handlers } from './handlers.ts'
import { mockFetch } from './mock-fetch.ts'
import { mockedClient, refusalOf } from './testing/mocked-client.ts'

/** Who holds a link of a mail, and nothing else. */
function linkHolder(answers: readonly HttpHandler[], link: string): Clientele {
  return createClient({ baseUrl: 'http://clientele.test', link, retries: 0, fetch: mockFetch(answers) })
}

const message = 'May I look after your products?'

describe('a request', () => {
  const client = aClient({ form: 'quick' })
  const world = () => handlers({ data: { clients: [client], accessRequests: [], accessGrants: [] } })
  const ask = (api: Clientele) =>
    api.accessRequests.create({ clientId: client.id, level: 'manage', recipientEmail: 'ada@example.org', message })

  test('R4, R211: is answered by its link, and gives access once that was seen to be in effect', async () => {
    const answers = world()
    const api = mockedClient(answers)
    const request = await ask(api)
    expect((await api.clients.get(client.id)).accessState).toBe('requested')
    const holder = linkHolder(answers, request.id)
    const page = await holder.accessRequests.current()
    expect(page).toMatchObject({ status: 'pending', message, viewer: { signedIn: false, mayAnswer: 'yes' } })
    const { grantId, request: answered } = await holder.accessRequests.accept({ level: page.level.id })
    expect(answered).toMatchObject({ status: 'accepted', client: { binding: 'bound' } })
    const may = () => api.access.check({ clientId: client.id, capability: 'products.manage' })
    expect(await may()).toMatchObject({ allowed: false, code: 'propagation_pending' })
    expect(await refusalOf(api.propagations.list())).toMatchObject({ code: 'permission_denied' })
    expect(await refusalOf(holder.accessRequests.accept({ level: page.level.id }))).toMatchObject({
      code: 'access_request_not_pending',
      data: { state: 'accepted' },
    })
    const { access } = await linkHolder(answers, grantId).access.endManaged()
    expect(access.grants.at(-1)).toMatchObject({ id: grantId, status: 'ending', endReason: 'client_ended' })
  })

  test('is in effect when that is reported, and not after a pause', async () => {
    const answers = handlers({
      role: 'platform_admin',
      data: { clients: [client], accessRequests: [], accessGrants: [], propagations: [] },
    })
    const api = mockedClient(answers)
    const resellerId = client.owner.id
    const { id } = await api.accessRequests.create({
      clientId: client.id,
      resellerId,
      level: 'manage',
      recipientEmail: 'ada@example.org',
      message,
    })
    const { grantId } = await linkHolder(answers, id).accessRequests.accept({ level: 'manage@1' })
    for (const propagation of (await api.propagations.list({ state: ['pending'] })).data) {
      await api.propagations.observed(propagation.id, { outcome: 'in_effect' })
    }
    const may = () => api.access.check({ clientId: client.id, resellerId, capability: 'products.manage' })
    expect(await may()).toEqual({ allowed: true, grantId })
    expect(await api.clients.get(client.id)).toMatchObject({ accessState: 'active' })
    await linkHolder(answers, grantId).access.pauseManaged()
    expect(await may()).toMatchObject({ allowed: false, code: 'access_paused' })
  })

  test('R34: is one at a time, and another level takes its place', async () => {
    const api = mockedClient(world())
    const first = await ask(api)
    expect(await refusalOf(ask(api))).toMatchObject({
      code: 'access_request_pending',
      data: { requestId: first.id, level: 'manage@1' },
    })
    const more = { level: 'manage_and_purchase', supersede: first.id }
    const second = await api.accessRequests.create({
      clientId: client.id,
      recipientEmail: 'ada@example.org',
      message,
      ...more,
    })
    expect(second).toMatchObject({ status: 'pending', supersedesId: first.id })
    expect(await api.accessRequests.get(first.id)).toMatchObject({ status: 'superseded' })
  })

  test('R30: of a client with an account wants its administrator', async () => {
    const bound = aClient()
    const data = { clients: [bound], accessRequests: [] }
    const answers = handlers({ data: { ...data, me: aMe({ role: 'client_admin', account: bound }) } })
    const reseller = handlers({ data })
    const asked = await mockedClient(reseller).accessRequests.create({
      clientId: bound.id,
      level: 'manage',
      recipientEmail: 'ada@example.org',
      message,
    })
    const refused = linkHolder(reseller, asked.id).accessRequests.accept({ level: asked.level })
    expect(await refusalOf(refused)).toMatchObject({ code: 'recipient_mismatch', data: { reason: 'sign_in' } })
    expect(await refusalOf(linkHolder(answers, asked.id).accessRequests.current())).toMatchObject({
      code: 'link_invalid',
    })
  })
})

describe('the switch', () => {
  const client = aClient()
  const pair = { id: client.id, resellerId: client.owner.id }
  const storage = aSubscription({ client, soldBy: null })
  const world = () =>
    mockedClient(
      handlers({
        data: {
          clients: [client],
          subscriptions: [storage],
          accessGrants: [],
          access: [
            aClientAccess({
              client,
              direct: [aDirectSubscription({ subscription: storage })],
              grants: [anAccessGrant({ client, level: anAccessLevel() })],
            }),
          ],
          me: aMe({ role: 'client_admin', account: client }),
        },
      }),
    )

  test('R170, R211: is saved as a whole; off counts at once, on when it was seen', async () => {
    const api = world()
    const off = await api.access.save(pair, { allow: false })
    expect(off).toMatchObject({ allow: { wanted: false, propagation: 'pending' }, grants: [{ status: 'paused' }] })
    const on = await api.access.save(pair, { allow: true }, { ifMatch: off.etag })
    expect(on.allow).toMatchObject({ wanted: true, observed: false, propagation: 'pending' })
    const late = api.access.save(pair, { allow: false }, { ifMatch: off.etag })
    expect(await refusalOf(late)).toMatchObject({ status: 412, data: { etag: on.etag } })
  })

  test('R171, R173: lets tick what was bought elsewhere, once the reseller has agreed', async () => {
    const api = world()
    const direct = [storage.id]
    expect(await refusalOf(api.access.save(pair, { allow: false, direct }))).toMatchObject({
      errors: [{ pointer: '/direct', code: 'direct_access_needs_switch' }],
    })
    expect(await refusalOf(api.access.save(pair, { allow: true, direct }))).toMatchObject({
      code: 'reseller_agreement_missing',
    })
    const saved = await api.access.save(pair, { allow: true, direct, resellerHasAgreed: true })
    expect(saved.direct).toMatchObject([{ wanted: true, observed: false, propagation: 'pending' }])
    expect(saved.agreement.state).toBe('attested_by_client')
  })

  test('N8: pauses everything, and lets it go on', async () => {
    const api = world()
    const paused = await api.access.pause(client.id)
    expect(paused.pausedAt).not.toBeNull()
    expect(paused.resellers).toMatchObject([{ grants: [{ status: 'paused' }] }])
    expect((await api.access.resume(client.id)).pausedAt).toBeNull()
  })
})

describe('several callers', () => {
  const [client, other] = [aClient({ form: 'quick' }), aClient({ form: 'quick' })]
  const world = () => {
    const fetch = mockFetch(
      handlers({
        data: { clients: [client, other], access: [], accessGrants: [], accessRequests: [] },
        callers: { client: aMe({ role: 'client_admin', account: client }) },
      }),
    )
    const calling = { baseUrl: 'http://clientele.test', retries: 0, fetch }
    return {
      reseller: createClient({ ...calling, token: 'any' }),
      client: createClient({ ...calling, token: 'client' }),
      holder: (link: string) => createClient({ ...calling, link }),
    }
  }

  test('are told apart by their token, in one world', async () => {
    const { reseller, client: itself } = world()
    expect((await reseller.me.get()).role).toBe('reseller_manager')
    expect((await itself.me.get()).account).toMatchObject({ id: client.id, kind: 'client' })
    const recipientEmail = 'ada@example.org'
    const { id } = await reseller.accessRequests.create({
      clientId: client.id,
      level: 'manage',
      recipientEmail,
      message,
    })
    expect(await itself.accessRequests.get(id)).toMatchObject({ status: 'pending' })
    expect((await itself.events.list()).data.map(({ type }) => type)).toEqual(['access_request.created'])
  })

  test('see what is theirs, and nothing of others', async () => {
    const { reseller, client: itself } = world()
    const asked = { level: 'manage', recipientEmail: 'ada@example.org', message }
    const { id } = await reseller.accessRequests.create({ ...asked, clientId: other.id })
    const draft = await reseller.accessRequests.create({ ...asked, clientId: client.id, send: false })
    for (const call of [
      itself.clients.get(other.id),
      itself.accessRequests.get(id),
      itself.accessRequests.get(draft.id),
      itself.access.get({ id: other.id, resellerId: other.owner.id }),
      itself.access.list(other.id),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'not_found' })
    }
    expect((await itself.clients.list()).data).toMatchObject([{ id: client.id }])
    expect((await itself.accessRequests.list()).data).toEqual([])
  })

  test('are checked as all that a test gives', () => {
    const wrong = { ...aMe(), role: 'janitor' } as never
    expect(() => handlers({ callers: { wrong } })).toThrow('`callers.wrong` gives what the API never answers')
  })
})

describe('a link', () => {
  const client = aClient({ form: 'quick' })
  const world = () => handlers({ data: { clients: [client], access: [], accessGrants: [], accessRequests: [] } })
  const asked = { clientId: client.id, level: 'manage', recipientEmail: 'ada@example.org', message }

  test('R4: that the sender copied proves no mailbox, and shows nothing of the client', async () => {
    const answers = world()
    const { copyableLink } = await mockedClient(answers).accessRequests.create(asked)
    const holder = linkHolder(answers, copyableLink?.split('#')[1] ?? '')
    expect(await holder.accessRequests.current()).toMatchObject({
      paymentMethodOnFile: null,
      viewer: { mayAnswer: 'sign_in' },
    })
    for (const call of [holder.accessRequests.accept({ level: 'manage@1' }), holder.accessRequests.askAgain()]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'recipient_mismatch', data: { reason: 'sign_in' } })
    }
  })

  test('R28: that was replaced is dead, and the new one has a number', async () => {
    const answers = world()
    const { id } = await mockedClient(answers).accessRequests.create(asked)
    const { grantId } = await linkHolder(answers, id).accessRequests.accept({ level: 'manage@1' })
    const first = linkHolder(answers, grantId)
    expect(await first.access.replaceManagedLink()).toEqual({ sentTo: 'ada@example.org' })
    expect(await refusalOf(first.access.managed())).toMatchObject({ code: 'link_invalid' })
    const second = linkHolder(answers, `${grantId}.2`)
    expect((await second.access.managedReceipt(grantId)).grantId).toBe(grantId)
    await second.access.replaceManagedLink()
    expect(await refusalOf(second.access.managed())).toMatchObject({ code: 'link_invalid' })
    expect(await linkHolder(answers, `${grantId}.3`).access.managed()).toMatchObject({ client: { name: client.name } })
  })
})
