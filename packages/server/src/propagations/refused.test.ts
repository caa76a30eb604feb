import type { Capability } from '@clientele/contract'
import type { Clientele } from '@clientele/sdk'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noConnector, type Connector, type WantedAccess } from '../connector/connector.ts'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

let vendor: Connector = noConnector
const asked: WantedAccess[] = []
const platform = await openTestPlatform({
  connector: {
    ...noConnector,
    apply: (wanted, options) => {
      asked.push(wanted)
      return vendor.apply(wanted, options)
    },
  },
})
const { admin, north, server, clock, key } = platform
let withMailbox: Clientele
const vendorSays = (answer: 'in_effect' | 'accepted'): Connector => ({ ...noConnector, apply: async () => answer })
const detail = 'The seat is locked until the invoice is paid.'

beforeAll(async () => {
  await setPages(platform)
  const told = { displayName: 'Told', publicIdentifier: 'told', supportEmail: 'support@told.example.org' }
  const { id } = await admin.resellers.create(told)
  withMailbox = await key(id, 'reseller_owner')
})
beforeEach(() => {
  vendor = vendorSays('accepted')
  asked.length = 0
})

/** A client with a grant that is in effect. */
async function inEffect(level = 'manage_and_purchase') {
  const { id } = await north.owner.clients.create(quick())
  const mailbox = `${id.toLowerCase()}@mail.example.org`
  const { grantId } = await granted(platform, north.owner, id, { level, recipientEmail: mailbox })
  await carriedOut(platform, id)
  const itself = await key(id, 'client_admin')
  return {
    id,
    grantId,
    mailbox,
    itself,
    pair: { id, resellerId: north.id },
    grant: () => itself.accessGrants.get(grantId),
    pending: () => pendingOf(id),
  }
}

const pendingOf = async (clientId: string) => (await admin.propagations.list({ clientId, state: ['pending'] })).data

/** The host says that the vendor refuses what is on its way. */
async function refuse(clientId: string) {
  const rows = await pendingOf(clientId)
  return Promise.all(rows.map(({ id }) => admin.propagations.observed(id, { outcome: 'failed', detail })))
}

describe('what takes access away and is refused', () => {
  test('R165: the end of a grant stays due and is overdue, until it was seen', async () => {
    const { id, grantId, grant, itself, pending } = await inEffect()
    await itself.accessGrants.end(grantId)
    await server.runDue()
    expect(await refuse(id)).toMatchObject([{ state: 'pending', overdue: true, settledAt: null, detail }])
    expect(await grant()).toMatchObject({ status: 'ending', overdue: true })
    const [overdue] = await readEvents(itself, { subject: grantId, type: ['access_grant.overdue'] }, 1)
    expect(overdue?.changes).toEqual({ overdue: { from: false, to: true } })

    // it is tried again, and once it is overdue nothing more is told of that
    const before = asked.length
    clock.move(3 * day)
    await server.runDue()
    expect(asked.length).toBe(before + 1)
    await refuse(id)
    expect(await pending()).toMatchObject([{ overdue: true, detail }])
    expect(await readEvents(itself, { subject: grantId, type: ['access_grant.overdue'] }, 1)).toHaveLength(1)

    vendor = vendorSays('in_effect')
    clock.move(60 * minute)
    await server.runDue()
    expect(await grant()).toMatchObject({ status: 'ended', overdue: false })
    expect(await pending()).toEqual([])
  })

  test('can be reported again by the host', async () => {
    const { id, grantId, grant, itself, pending } = await inEffect()
    await itself.accessGrants.end(grantId)
    await refuse(id)
    const [row] = await pending()
    await admin.propagations.observed(row?.id ?? '', { outcome: 'in_effect' })
    expect((await grant()).status).toBe('ended')
  })

  test('a grant that is lowered stays lowered with us, and overdue', async () => {
    const { id, grantId, grant, itself, pending } = await inEffect()
    await itself.accessGrants.lower(grantId, { level: 'manage' })
    await refuse(id)
    expect(await grant()).toMatchObject({ level: 'manage@1', status: 'active', overdue: true })
    expect(await pending()).toMatchObject([{ wanted: true, overdue: true, detail }])
    const question = { clientId: id, capability: 'products.purchase' }
    expect(await north.owner.access.check(question)).toMatchObject({ allowed: false, code: 'capability_not_in_level' })
    vendor = vendorSays('in_effect')
    clock.move(day)
    await server.runDue()
    expect(await grant()).toMatchObject({ status: 'active', overdue: false })
  })

  test('the switch and its ticks stay off with us, and overdue', async () => {
    const { id, itself, pair, pending } = await inEffect()
    const { id: subscription } = await admin.subscriptions.record({
      clientId: id,
      sku: 'workspace_starter',
      soldById: null,
      seats: 1,
    })
    await itself.access.save(pair, { allow: true, direct: [subscription], resellerHasAgreed: true })
    await carriedOut(platform, id)
    await itself.access.save(pair, { allow: false, direct: [] })
    await refuse(id)
    const overdue = { wanted: false, propagation: 'overdue' }
    expect((await itself.access.get(pair)).allow).toMatchObject(overdue)
    expect((await north.owner.access.check({ clientId: id, capability: 'products.manage' })).code).toBe(
      'access_switch_off',
    )
    // with the tick goes the grant that it brought
    expect((await pending()).map(({ target }) => target)).toEqual(['switch', 'tick', 'grant'])
    for (const one of await pending()) expect(one).toMatchObject({ wanted: false, overdue: true, detail })
    vendor = vendorSays('in_effect')
    clock.move(day)
    await server.runDue()
    const { allow, direct } = await itself.access.get(pair)
    expect([allow.propagation, ...direct.map(({ propagation }) => propagation)]).toEqual(['in_sync', 'in_sync'])
  })
})

describe('what the client agreed to later and is refused', () => {
  test('N5: does not come into effect, and is not given up either', async () => {
    const texts = { en: { name: 'Console', summary: 'The reseller works in the console.', can: [], cannot: [] } }
    const console = { family: 'console', rank: 10, texts, selectable: true } as const
    const publish = (capabilities: Capability[]) =>
      admin.accessLevels.publish({ key: 'console_standard' }, { ...console, capabilities })
    const capabilities: Capability[] = ['console.users', 'console.groups']
    await publish(capabilities)
    const { id, grantId, grant, itself, pending } = await inEffect('console_standard')
    const { id: level } = await publish([...capabilities, 'console.devices'])
    await itself.accessGrants.acceptVersion(grantId, { level })
    await refuse(id)
    expect(await grant()).toMatchObject({ status: 'active', overdue: true, level, capabilities })
    const wanted = [...capabilities, 'console.devices']
    expect(await pending()).toMatchObject([{ target: 'grant', capabilities: wanted, overdue: true, detail }])
    vendor = vendorSays('in_effect')
    clock.move(day)
    await server.runDue()
    expect(await grant()).toMatchObject({ overdue: false })
    expect((await grant()).capabilities).toContain('console.devices')
  })
})

describe('a grant that the vendor refuses', () => {
  const mailsTo = async (mailbox: string) => {
    const mails = (await server.mailbox.list()).filter(
      ({ to, template }) => to.email === mailbox && template === 'access_failed',
    )
    return Promise.all(mails.map(async ({ id }) => (await server.mailbox.get(id))?.body?.text ?? ''))
  }

  test('R204: is told to both sides; what the vendor says, to the reseller alone', async () => {
    const { id } = await withMailbox.clients.create(quick({ company: 'Refused & Sons' }))
    const mailbox = 'refused@mail.example.org'
    const { grantId } = await granted(platform, withMailbox, id, { recipientEmail: mailbox })
    await refuse(id)
    expect(await withMailbox.accessGrants.get(grantId)).toMatchObject({ status: 'failed', overdue: false })
    const [toClient, ...more] = await mailsTo(mailbox)
    expect(more).toEqual([])
    expect(toClient).toContain('Refused & Sons')
    expect(toClient).not.toContain(detail)
    const toReseller = (await mailsTo('support@told.example.org')).filter((text) => text.includes('Refused & Sons'))
    expect(toReseller).toEqual([expect.stringContaining(detail)])
  })

  test('after it was lowered on its way, is taken away at the vendor, who may have done the first', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { grantId } = await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    const itself = await key(id, 'client_admin')
    await itself.accessGrants.lower(grantId, { level: 'manage' })
    await refuse(id)
    expect((await itself.accessGrants.get(grantId)).status).toBe('failed')
    expect(await pendingOf(id)).toMatchObject([{ target: 'grant', targetId: grantId, wanted: false, overdue: false }])
    await server.runDue()
    expect(asked.at(-1)).toMatchObject({ targetId: grantId, on: false })
  })
})
