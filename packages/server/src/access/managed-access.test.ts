import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createClient } from '@clientele/sdk'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { organization, quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { baseUrl } from '../testing/test-server.ts'

const platform = await openTestPlatform()
const { admin, north, south, server, clock, sql, key, database } = platform
const origin = 'https://panel.example.com'

beforeAll(() => setPages(platform))

/** An administrator of a client, as the host signs them in. */
async function signedIn(accountId: string, viewer: { id: string; name?: string; email?: string }) {
  const made = await admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer,
    identityKind: 'managed',
    origins: [origin],
  })
  return { token: made.token, origin }
}

const bodyOf = async (to: string, template: string) => {
  const mail = (await server.mailbox.list()).find((one) => one.to.email === to && one.template === template)
  return mail && (await server.mailbox.get(mail.id))?.body?.text
}

describe('a link that was taken back', () => {
  test.each(onPostgres)('while its holder waits does nothing (%s)', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { manageLink } = await granted(platform, north.owner, id)
    await carriedOut(platform, id)
    const holder = byLink(platform, tokenIn(manageLink))
    const calls = {
      pause: () => holder.access.pauseManaged(),
      resume: () => holder.access.resumeManaged(),
      end: () => holder.access.endManaged(),
    }
    const before = await north.owner.access.get({ id, resellerId: north.id })
    for (const [name, call] of Object.entries(calls)) {
      const other = await database.pool.connect()
      try {
        await other.query('begin')
        await other.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [`${id} ${north.id}`])
        const answer = codeOf(call())
        await vi.waitFor(
          async () => {
            const { rows } = await other.query("select 1 from pg_locks where locktype = 'advisory' and not granted")
            expect(rows).not.toEqual([])
          },
          { timeout: 5_000, interval: 10 },
        )
        await other.query("update link_tokens set revoked_at = now() where client_id = $1 and purpose = 'manage'", [id])
        await other.query('commit')
        expect([name, await answer]).toEqual([name, 'link_invalid'])
      } finally {
        other.release()
      }
      await sql("update link_tokens set revoked_at = null where client_id = $1 and purpose = 'manage'", [id])
    }
    expect(await north.owner.access.get({ id, resellerId: north.id })).toEqual(before)
  })
})

describe('the link to manage access', () => {
  test('R4: is never mailed to an address that only the reseller has vouched for', async () => {
    // the reseller types its own mailbox, and passes the copied link on to the client's administrator
    const own = 'staff@north.example.net'
    const { id } = await north.owner.clients.create(quick({ primaryEmail: own }))
    const request = await north.owner.accessRequests.create(asking(id, { recipientEmail: own }))
    const administrator = byLink(platform, tokenIn(request.copyableLink), await signedIn(id, { id: 'martha' }))
    await administrator.accessRequests.accept({ level: request.level })
    await carriedOut(platform, id)
    const itself = await key(id, 'client_admin')
    await itself.access.pause(id)
    for (const template of ['access_confirmed', 'access_paused']) {
      const text = await bodyOf(own, template)
      expect([template, text]).toEqual([template, expect.any(String)])
      expect(text).not.toContain('#cl_')
    }
    expect((await itself.access.list(id)).pausedAt).not.toBeNull()
  })

  test('R4: is not mailed to the address on a record that nobody has answered from', async () => {
    const own = 'preset@north.example.net'
    await admin.settings.update({ access: { preset: 'managed_on', autoLevel: 'manage' } })
    const { id } = await north.owner.clients.create(quick({ primaryEmail: own }))
    await admin.settings.update({ access: { preset: 'consent_first' } })
    await carriedOut(platform, id)
    await (await key(id, 'client_admin')).access.pause(id)
    expect(await bodyOf(own, 'access_paused')).not.toContain('#cl_')
  })

  test('is mailed to whoever answered from their mailbox, or signed in with one', async () => {
    const { id } = await north.owner.clients.create(quick())
    const mailbox = 'reads@mail.example.org'
    const request = await north.owner.accessRequests.create(asking(id, { recipientEmail: mailbox }))
    await byLink(platform, await mailedToken(platform, mailbox)).accessRequests.accept({ level: request.level })
    const itself = await key(id, 'client_admin')
    await itself.access.pause(id)
    expect(await bodyOf(mailbox, 'access_paused')).toContain('#cl_')
    clock.move(60_000)

    const own = 'martha@mail.example.org'
    const martha = await signedIn(id, { id: 'martha', email: own })
    const again = await north.owner.accessRequests.create(
      asking(id, { level: 'manage_and_purchase', recipientEmail: 'elsewhere@mail.example.org' }),
    )
    const token = await mailedToken(platform, 'elsewhere@mail.example.org')
    await byLink(platform, token, martha).accessRequests.accept({ level: again.level })
    await itself.access.pause(id)
    expect(await bodyOf(own, 'access_paused')).toContain('#cl_')
  })

  test('R166: pauses and ends an organisation’s access for anybody who holds it, and lets it go on for its own people', async () => {
    const { id } = await north.owner.clients.create(organization())
    const { manageLink } = await granted(platform, north.owner, id)
    await carriedOut(platform, id)
    const holder = byLink(platform, tokenIn(manageLink))
    await holder.access.pauseManaged()
    expect(await codeOf(holder.access.resumeManaged())).toBe('actor_not_managed_identity')
    const elsewhere = await north.owner.clients.create(organization())
    const stranger = byLink(platform, tokenIn(manageLink), await signedIn(elsewhere.id, { id: 'stranger' }))
    expect(await codeOf(stranger.access.resumeManaged())).toBe('actor_not_managed_identity')
    const martha = byLink(platform, tokenIn(manageLink), await signedIn(id, { id: 'martha' }))
    expect(await martha.access.resumeManaged()).toMatchObject({ access: { pausedAt: null } })
    expect(await holder.access.endManaged()).toMatchObject({ access: { grants: [{ status: 'ending' }] } })
  })

  test('R201: shows of what was bought elsewhere only what was ticked for this reseller', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { manageLink } = await granted(platform, north.owner, id)
    await carriedOut(platform, id)
    const ticked = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
    await admin.subscriptions.record({ clientId: id, sku: 'hosting_start', seats: 1, soldById: south.id })
    const itself = await key(id, 'client_admin')
    await itself.access.save(
      { id, resellerId: north.id },
      { allow: true, direct: [ticked.id], resellerHasAgreed: true },
    )
    const { access } = await byLink(platform, tokenIn(manageLink)).access.managed()
    expect(access.direct.map(({ subscription }) => subscription.id)).toEqual([ticked.id])
    expect((await itself.access.get({ id, resellerId: north.id })).direct).toHaveLength(2)
  })
})

describe('a key of idempotency', () => {
  test('is of one link, also where the same person is signed in beside both', async () => {
    const client = await north.owner.clients.create(quick())
    const martha = await signedIn(client.id, { id: 'martha' })
    const [one, two] = [
      await granted(platform, north.owner, client.id),
      await north.owner.clients.create(quick()).then(({ id }) => granted(platform, north.owner, id)),
    ].map(({ manageLink }) => byLink(platform, tokenIn(manageLink), martha))
    await one?.access.pauseManaged({ idempotencyKey: 'same' })
    expect(await codeOf(two?.access.pauseManaged({ idempotencyKey: 'same' }) ?? Promise.reject(new Error()))).toBe(
      'idempotency_key_reused',
    )
  })
})

describe('links that were passed on by mistake', () => {
  test('R28: are all taken back by whoever holds one, and a new one is mailed to the mailbox that answered', async () => {
    const { id } = await north.owner.clients.create(quick())
    const mailbox = 'passed-on@mail.example.org'
    const { manageLink } = await granted(platform, north.owner, id, { recipientEmail: mailbox })
    await (await key(id, 'client_admin')).access.pause(id)
    const first = byLink(platform, tokenIn(manageLink))
    const second = byLink(platform, await mailedToken(platform, mailbox, 'access_paused'))
    expect(await second.access.replaceManagedLink()).toEqual({ sentTo: mailbox })
    for (const dead of [first, second]) {
      expect(await codeOf(dead.access.managed())).toBe('link_invalid')
      expect(await codeOf(dead.access.endManaged())).toBe('link_invalid')
      expect(await codeOf(dead.access.replaceManagedLink())).toBe('link_invalid')
    }
    const third = byLink(platform, await mailedToken(platform, mailbox, 'manage_link'))
    expect(await third.access.managed()).toMatchObject({ access: { clientId: id } })
    const { data } = await north.owner.events.list({ type: ['access_policy.links_replaced'] })
    expect(JSON.stringify(data)).not.toContain('cl_')
    expect(data[0]).toMatchObject({ clientId: id, actor: { type: 'link_holder', display: mailbox } })
  })

  test('are taken back by an administrator, who alone gets a new one: the reader of the mailbox may have gone', async () => {
    const { id } = await north.owner.clients.create(quick())
    const gone = 'gone@mail.example.org'
    const { manageLink } = await granted(platform, north.owner, id, { recipientEmail: gone })
    const pair = { id, resellerId: north.id }
    const itself = await key(id, 'client_admin')
    expect(await itself.access.replaceLinks(pair)).toEqual({ sentTo: null })
    expect(await codeOf(byLink(platform, tokenIn(manageLink)).access.managed())).toBe('link_invalid')
    await itself.access.pause(id)
    const text = await bodyOf(gone, 'access_paused')
    expect(text ?? '').not.toContain('#cl_')

    const own = 'new-admin@mail.example.org'
    const session = await signedIn(id, { id: 'nora', email: own })
    const nora = createClient({
      baseUrl,
      token: session.token,
      fetch: (request) => {
        request.headers.set('origin', session.origin)
        return server.fetch(request)
      },
    })
    expect(await nora.access.replaceLinks(pair)).toEqual({ sentTo: own })
    await byLink(platform, await mailedToken(platform, own, 'manage_link')).access.managed()
    for (const other of [north.owner, south.owner, admin]) {
      expect(await codeOf(other.access.replaceLinks(pair))).toBe('permission_denied')
    }
  })

  test('of one reseller say nothing about those of another', async () => {
    const { id } = await north.owner.clients.create(quick())
    const { manageLink } = await granted(platform, north.owner, id)
    const { id: elsewhere } = await south.owner.clients.create(quick())
    const other = await granted(platform, south.owner, elsewhere)
    await byLink(platform, tokenIn(manageLink)).access.replaceManagedLink()
    const still = await byLink(platform, tokenIn(other.manageLink)).access.managed()
    expect(still.access.clientId).toBe(elsewhere)
  })
})

test('N6: the receipt can be had again by the link, of this reseller’s grants alone', async () => {
  const { id } = await north.owner.clients.create(quick())
  const { manageLink, receipt, grantId } = await granted(platform, north.owner, id)
  const { id: elsewhere } = await north.owner.clients.create(quick())
  const other = await granted(platform, north.owner, elsewhere)
  const holder = byLink(platform, tokenIn(manageLink))
  expect((await holder.access.managedReceipt(grantId)).jws).toBe(receipt)
  expect(await codeOf(holder.access.managedReceipt(other.grantId))).toBe('not_found')
})
