import { describe, expect, test } from 'vitest'
import { organization, quick } from '../testing/client-inputs.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { readEvents } from '../testing/read-events.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { admin, north, south, below, key, clock, sql, as } = await openTestPlatform()

describe('R210: every change is on record', () => {
  test('who, when, from what, to what, and by which request', async () => {
    const { id } = await north.owner.clients.create(quick({ company: 'Before' }))
    clock.move(1000)
    const { response } = await north.sales.clients.update(id, { company: 'After', phone: '+4930123456' }).withResponse()
    const [created, updated] = await readEvents(north.owner, { subject: id }, 2)
    expect(created).toMatchObject({
      type: 'client.created',
      subject: { type: 'client', id },
      changes: { name: { from: null, to: 'Before' } },
    })
    expect(updated).toEqual({
      id: expect.stringMatching(/^evt_/),
      type: 'client.contact_updated',
      occurredAt: clock.now().toISOString(),
      actor: {
        type: 'api_key',
        id: (await north.sales.me.get()).caller.id,
        display: 'reseller_sales',
        accountId: north.id,
      },
      subject: { type: 'client', id },
      clientId: id,
      grantId: null,
      changes: { company: { from: 'Before', to: 'After' }, phone: { from: null, to: '+4930123456' } },
      cause: { requestId: response.requestId },
    })
  })

  test('whatever the change, and nothing where nothing changed', async () => {
    const { id } = await north.owner.clients.create(organization({ tags: ['old'] }))
    await north.owner.clients.update(id, {
      name: 'Renamed',
      metadata: { k: 'v' },
      externalIds: [{ system: 'crm', id: 'E-1' }],
    })
    await north.owner.clients.setDescription(id, { text: 'Noted.' })
    await north.owner.clients.setTags(id, { tags: ['new'] })
    await admin.clients.setVerification(id, { verification: 'domain_verified' })
    for (const again of [
      () => north.owner.clients.update(id, { name: 'Renamed' }),
      () => north.owner.clients.setDescription(id, { text: 'Noted.' }),
      () => north.owner.clients.setTags(id, { tags: ['new'] }),
      () => admin.clients.setVerification(id, { verification: 'domain_verified' }),
      () => refusalOf(north.owner.clients.update(id, { phone: '1' })),
    ]) {
      await again()
    }
    const events = await readEvents(admin, { subject: id }, 7)
    expect(events.map(({ type, changes }) => [type, changes])).toEqual([
      ['client.created', expect.anything()],
      ['client.organization_updated', { name: { from: expect.stringMatching(/^Organization/), to: 'Renamed' } }],
      [
        'client.contact_updated',
        { metadata: { from: {}, to: { k: 'v' } }, externalIds: { from: [], to: [{ system: 'crm', id: 'E-1' }] } },
      ],
      ['client.description_changed', { description: { from: null, to: 'Noted.' } }],
      ['client.tagged', { tags: { from: ['old'], to: ['new'] } }],
      ['client.untagged', { tags: { from: ['old'], to: ['new'] } }],
      ['client.verification_changed', { verification: { from: 'none', to: 'domain_verified' } }],
    ])
  })

  test('a person in front of a widget is named with it', async () => {
    const origin = 'https://panel.example.com'
    const viewer = { id: 'v-9', name: 'Vera Viewer' }
    const { token } = await north.owner.sessions.create({
      accountId: north.id,
      role: 'reseller_sales',
      viewer,
      origins: [origin],
    })
    const { id } = await as(token, origin).clients.create(quick())
    const [event] = await readEvents(north.owner, { subject: id }, 1)
    expect(event?.actor).toEqual({ type: 'widget_session', id: 'v-9', display: 'Vera Viewer', accountId: north.id })
  })

  test('resellers, keys and settings too, without secrets', async () => {
    const reseller = await north.owner.resellers.create({ displayName: 'Newcomer', publicIdentifier: 'newcomer' })
    const made = await north.owner.apiKeys.create({ name: 'Evented', role: 'reseller_sales' })
    await north.owner.apiKeys.revoke(made.id)
    await admin.settings.update({ tree: { maxDepth: 3 } })
    expect((await readEvents(north.owner, { subject: reseller.id }, 1)).map(({ type }) => type)).toEqual([
      'reseller.created',
    ])
    const ofKey = await readEvents(north.owner, { subject: made.id }, 2)
    expect(ofKey.map(({ type }) => type)).toEqual(['api_key.created', 'api_key.revoked'])
    expect(JSON.stringify(ofKey)).not.toContain(made.secret)
    const [settings] = await readEvents(admin, { subject: 'settings' }, 1)
    expect(settings).toMatchObject({ type: 'settings.changed', changes: { maxDepth: { from: 2, to: 3 } } })
    await admin.settings.update({ tree: { maxDepth: 2 } })
  })

  test('or not done at all: the event stands and falls with its change', async () => {
    const { id, etag } = await north.owner.clients.create(quick({ company: 'Unrecorded' }))
    await sql('alter table events add constraint full_up check (length(subject_id) < 0) not valid')
    expect(await codeOf(north.owner.clients.update(id, { company: 'Changed' }))).toBe('internal')
    expect(await codeOf(north.owner.clients.create(quick({ company: 'Never' })))).toBe('internal')
    await sql('alter table events drop constraint full_up')
    expect(await north.owner.clients.get(id)).toMatchObject({ company: 'Unrecorded', etag })
    expect((await north.owner.clients.list({ q: 'never' })).data).toEqual([])
  })
})

describe('who sees what happened', () => {
  test('R210: those above the client, and nobody beside', async () => {
    const { id } = await below.owner.clients.create(quick())
    for (const caller of [admin, north.owner, north.manager, below.owner, below.sales]) {
      expect((await readEvents(caller, { subject: id }, 1)).map(({ type }) => type)).toEqual(['client.created'])
    }
    for (const stranger of [south.owner, south.sales, north.sales]) {
      expect((await stranger.events.list({ subject: id })).data).toEqual([])
    }
  })

  test('R96 R210: the client sees what changed of it, and nothing internal', async () => {
    const { id } = await north.owner.clients.create(organization({ description: 'Pays late.' }))
    await north.owner.clients.update(id, {
      phone: '+4930123456',
      metadata: { rank: 'C' },
      externalIds: [{ system: 'crm', id: 'secret-1' }],
    })
    await north.owner.clients.setDescription(id, { text: 'Pays never.' })
    await north.owner.clients.setTags(id, { tags: ['bad'] })
    await admin.clients.setVerification(id, { verification: 'email_verified' })
    const itself = await key(id, 'client_admin')
    const events = await readEvents(itself, {}, 4)
    expect(events.map(({ type }) => type)).toEqual([
      'client.created',
      'client.contact_updated',
      'client.verification_changed',
      'api_key.created',
    ])
    expect(JSON.stringify(events)).not.toMatch(/Pays|bad|secret-1|rank/)
    expect(await codeOf((await key(id, 'client_user')).events.list())).toBe('permission_denied')
  })

  test('R93: a description’s text is told to those who may read it', async () => {
    const { id } = await below.owner.clients.create(quick())
    await admin.clients.setDescription(id, { text: 'Ours alone.' })
    await north.owner.clients.setDescription(id, { text: 'North alone.' })
    await below.owner.clients.setDescription(id, { text: 'Below.' })
    const texts = async (caller: typeof admin, count: number) =>
      (await readEvents(caller, { subject: id, type: ['client.description_changed'] }, count)).map(
        ({ changes }) => changes['description']?.to,
      )
    expect(await texts(admin, 3)).toEqual(['Ours alone.', 'North alone.', 'Below.'])
    expect(await texts(north.owner, 2)).toEqual(['North alone.', 'Below.'])
    expect(await texts(below.owner, 1)).toEqual(['Below.'])
  })
})

describe('the feed', () => {
  test('goes on after an event, in the order it was written', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await south.owner.clients.create(quick())).id)
    const created = await readEvents(south.owner, { type: ['client.created'] }, 5)
    expect(created.map(({ subject }) => subject.id).slice(-5)).toEqual(ids)
    const rest = await readEvents(south.owner, { after: created.at(-3)?.id ?? '' }, 2)
    expect(rest.map(({ subject }) => subject.id)).toEqual(ids.slice(-2))
    expect((await south.owner.events.list({ after: rest.at(-1)?.id ?? '' })).data).toEqual([])
    const paged = await south.owner.events.list({ limit: 2, type: ['client.created'] }).toArray({ limit: 100 })
    expect(paged).toEqual(created)
  })

  test('does not start after an event that the caller does not see', async () => {
    const { id } = await north.owner.clients.create(quick())
    const [event] = await readEvents(north.owner, { subject: id }, 1)
    expect(await codeOf(south.owner.events.list({ after: event?.id ?? '' }))).toBe('not_found')
  })

  test('refuses cursors that were made up', async () => {
    const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const cursor of [
      'x',
      json(['events']),
      json(['events', '1']),
      json(['events', 'a', 'b']),
      json(['events', '-1', '1']),
      json(['events', '9'.repeat(19), '1']),
      json(['events', '1', '9'.repeat(19)]),
      json(['name', '1', '2']),
    ]) {
      expect(await codeOf(south.owner.events.list({ cursor }))).toBe('cursor_invalid')
    }
  })
})
