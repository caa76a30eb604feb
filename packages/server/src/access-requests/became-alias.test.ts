import type { CreateSession } from '@clientele/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import { asking, byLink, mailedToken, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { codeOf, refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, south, clock, server, sql, key } = platform
const origin = 'https://panel.example.com'
const level = 'manage@1'
const fortnight = 14 * 86_400_000
let made = 0

beforeAll(() => setPages(platform))

/** A person who administers an account, at the host's page. */
async function personOf(accountId: string, with_: Partial<CreateSession> = {}) {
  const { token } = await admin.sessions.create({
    accountId,
    role: 'client_admin',
    viewer: { id: `p${++made}`, name: 'Pat', email: `p${made}@mail.example.org` },
    identityKind: 'managed',
    origins: [origin],
    ...with_,
  })
  return { token, origin }
}

/** Pending requests of north to a client that it only has the name of, and an account of south's who has the mailbox. */
async function twoRecords() {
  const account = await south.owner.clients.create(quick({ company: `Account ${++made}` }))
  const placeholder = await north.owner.clients.create(quick({ company: `Placeholder ${made}` }))
  return { account, placeholder, client: `client-${made}@mail.example.org`, reseller: `nora-${made}@north.example.net` }
}

/** North asks the placeholder, and the administrator of the account accepts for that. */
async function acceptedForAccount({ account, placeholder, client }: Awaited<ReturnType<typeof twoRecords>>) {
  await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: client }))
  const token = await mailedToken(platform, client)
  const holder = byLink(platform, token, await personOf(account.id))
  return { token, ...(await holder.accessRequests.accept({ level, accountId: account.id })) }
}

describe('R32: once a placeholder is another name of an account, nothing is asked of it any more', () => {
  test('a draft from before goes to the account, which is answered for by its administrator alone', async () => {
    const records = await twoRecords()
    const { account, placeholder, reseller } = records
    const own = asking(placeholder.id, { recipientEmail: reseller })
    const draft = await north.owner.accessRequests.create({ ...own, send: false })
    await acceptedForAccount(records)

    expect(await north.owner.accessRequests.send(draft.id)).toMatchObject({
      status: 'pending',
      client: { id: account.id },
    })
    const ownMailbox = byLink(platform, await mailedToken(platform, reseller))
    expect(await ownMailbox.accessRequests.current()).toMatchObject({
      client: { binding: 'bound' },
      viewer: { mayAnswer: 'sign_in', accounts: [] },
    })
    for (const answer of [
      () => ownMailbox.accessRequests.accept({ level }),
      () => ownMailbox.accessRequests.accept({ level, accountId: placeholder.id }),
      () => ownMailbox.accessRequests.decline({}),
    ]) {
      expect(await refusalOf(answer())).toMatchObject({ code: 'recipient_mismatch', data: { reason: 'sign_in' } })
    }
    expect(await sql('select alias_of, binding from accounts where id = $1', [placeholder.id])).toEqual([
      { alias_of: account.id, binding: 'placeholder' },
    ])
  })

  test('the links of its other requests are dead, and those of the one that was accepted still show that', async () => {
    const records = await twoRecords()
    const { placeholder, reseller } = records
    await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: reseller }))
    const own = byLink(platform, await mailedToken(platform, reseller))
    await own.accessRequests.decline({})
    await own.accessRequests.askAgain()
    const { request, token } = await acceptedForAccount(records)
    expect(await codeOf(own.accessRequests.current())).toBe('link_invalid')
    expect(await codeOf(own.accessRequests.askAgain())).toBe('link_invalid')
    const answered = byLink(platform, token)
    expect(await answered.accessRequests.current()).toMatchObject({ id: request.id, status: 'accepted' })
  })

  test('its old requests count for the account: whoever declined there is left in peace', async () => {
    const records = await twoRecords()
    const { account, placeholder, client } = records
    const old = await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: client }))
    clock.move(fortnight)
    await server.runDue()
    await acceptedForAccount(records)
    const more = { recipientEmail: client, level: 'manage_and_purchase' }
    await north.owner.accessRequests.create(asking(account.id, more))
    const holder = byLink(platform, await mailedToken(platform, client), await personOf(account.id))
    await holder.accessRequests.decline({})
    expect(await codeOf(north.owner.accessRequests.resend(old.id, {}))).toBe('declined_recently')
    expect(await north.owner.accessRequests.get(old.id)).toMatchObject({
      client: { id: account.id },
      status: 'expired',
    })
  })

  test('its own grant is over, and its switch off: what was granted is the account’s to end', async () => {
    await admin.settings.update({ access: { preset: 'managed_on', autoLevel: 'manage' } })
    const records = await twoRecords()
    await admin.settings.update({ access: { preset: 'consent_first' } })
    const { account, placeholder } = records
    await acceptedForAccount(records)
    expect(
      await sql(
        'select client_id, status, end_reason from access_grants where reseller_id = $1 and client_id = any($2)',
        [north.id, [placeholder.id, account.id]],
      ),
    ).toEqual(
      expect.arrayContaining([
        { client_id: placeholder.id, status: 'ending', end_reason: 'replaced' },
        { client_id: account.id, status: 'activating', end_reason: null },
      ]),
    )
    expect(await sql('select wanted from access_policies where client_id = $1', [placeholder.id])).toEqual([
      { wanted: false },
    ])
  })

  test('the owner of the account asks by its own id, and finds nothing by a record that another reseller typed', async () => {
    const records = await twoRecords()
    await acceptedForAccount(records)
    const ask = (id: string) => codeOf(south.owner.accessRequests.create(asking(id, { level: 'nosuch' })))
    expect(await ask(records.placeholder.id)).toBe('not_found')
    expect(await ask(records.account.id)).toBe('validation_failed')
  })

  test('no link of the placeholder’s reaches the account', async () => {
    const records = await twoRecords()
    const { account, placeholder } = records
    const { manageLink } = await acceptedForAccount(records)
    await carriedOut(platform, account.id)
    const itself = await key(account.id, 'client_admin')
    await itself.access.pause(account.id)
    // as it was left behind by a server of before
    await sql('update link_tokens set client_id = $1 where client_id = $2 and purpose = $3', [
      placeholder.id,
      account.id,
      'manage',
    ])
    const stale = byLink(platform, tokenIn(manageLink))
    for (const call of [
      () => stale.access.managed(),
      () => stale.access.resumeManaged(),
      () => stale.access.replaceManagedLink(),
      () => stale.access.endManaged(),
    ]) {
      expect(await codeOf(call())).toBe('link_invalid')
    }
    expect((await itself.access.list(account.id)).pausedAt).not.toBeNull()
  })

  test('an alias is not given a second account', async () => {
    const records = await twoRecords()
    const { account, placeholder, client } = records
    const other = await south.owner.clients.create(quick())
    const request = await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: client }))
    const mailed = await mailedToken(platform, client)
    // as a server of before left it: the request still names the placeholder
    await sql("update accounts set binding = 'bound' where id = $1", [account.id])
    await sql('update accounts set alias_of = $2 where id = $1', [placeholder.id, account.id])
    for (const holder of [
      byLink(platform, mailed),
      byLink(platform, mailed, await personOf(other.id)),
      byLink(platform, mailed, await personOf(placeholder.id)),
    ]) {
      expect(await codeOf(holder.accessRequests.accept({ level }))).toBe('recipient_mismatch')
    }
    expect(await sql('select alias_of from accounts where id = $1', [placeholder.id])).toEqual([
      { alias_of: account.id },
    ])
    // nor is it asked any more: the account never let the reseller in
    expect(await codeOf(north.owner.accessRequests.resend(request.id, {}))).toBe('link_missing')
  })
})

test('asked or sent while the client accepts for its account, a request is that account’s', async () => {
  for (const act of [
    (placeholderId: string, _draftId: string) =>
      north.owner.accessRequests.create(asking(placeholderId, { level: 'manage_and_purchase' })),
    (_placeholderId: string, draftId: string) => north.owner.accessRequests.send(draftId),
  ]) {
    const records = await twoRecords()
    const { account, placeholder, client, reseller } = records
    const draft = await north.owner.accessRequests.create({
      ...asking(placeholder.id, { recipientEmail: reseller }),
      send: false,
    })
    await north.owner.accessRequests.create(asking(placeholder.id, { recipientEmail: client }))
    const holder = byLink(platform, await mailedToken(platform, client), await personOf(account.id))
    const [accepted] = await Promise.allSettled([
      holder.accessRequests.accept({ level, accountId: account.id }),
      act(placeholder.id, draft.id),
    ])
    expect(accepted.status).toBe('fulfilled')
    expect(await sql('select 1 from access_requests where client_id = $1', [placeholder.id])).toEqual([])
  }
  expect(platform.failures).toEqual([])
})
