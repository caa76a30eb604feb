import { createHash } from 'node:crypto'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { verifyReceipt } from '@clientele/sdk/receipts'
import { beforeAll, describe, expect, test } from 'vitest'
import { levelCatalogue } from '../access-levels/catalogue.ts'
import { createServer } from '../create-server.ts'
import { transactions, type Scope } from '../database/transaction.ts'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, support, north, below, south, key, send, sql, database, clock, failures } = platform

beforeAll(() => setPages(platform))

const newClient = async (with_: Parameters<typeof quick>[0] = {}) => (await north.owner.clients.create(quick(with_))).id
const read = async (jws: string, previous?: string | null) =>
  verifyReceipt(jws, await admin.accessGrants.receiptKeys(), previous === undefined ? {} : { previous })
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const delivered = levelCatalogue.find((level) => level.key === 'manage')

describe('a consent receipt', () => {
  test('N6: says who agreed to what, for how long, and in which words', async () => {
    const id = await newClient({ company: 'Müller & Söhne' })
    const recipientEmail = 'chef@mail.example.org'
    const request = await north.owner.accessRequests.create(
      asking(id, { recipientEmail, languageCode: 'de', duration: 'P1Y', autoExtend: 'P180D', scope: { kind: 'all' } }),
    )
    const client = byLink(platform, await mailedToken(platform, recipientEmail))
    const { receipt: jws, grantId } = await client.accessRequests.accept({ level: 'manage@1', languageCode: 'de' })
    const { name } = await north.owner.clients.get(id)
    const grant = await north.owner.accessGrants.get(grantId)
    expect(await read(jws, null)).toEqual({
      id: grant.receiptId,
      previous: null,
      grantId,
      requestId: request.id,
      client: { id, name },
      reseller: { id: north.id, name: 'North' },
      decidedBy: {
        type: 'link_holder',
        id: expect.stringMatching(/^link:[0-9a-f]{16}$/),
        display: recipientEmail,
        accountId: id,
      },
      level: 'manage@1',
      capabilities: grant.capabilities,
      wording: {
        languageCode: 'de',
        sha256: sha256(JSON.stringify(sorted(delivered?.texts.de))),
        texts: delivered?.texts.de,
      },
      scope: { kind: 'all' },
      duration: 'P1Y',
      autoExtend: 'P180D',
      endsAt: grant.endsAt,
      issuedAt: clock.now().toISOString(),
    })
    expect(grant.endsAt).not.toBeNull()
  })

  test('R212: quotes the language that was read; one the level does not speak was shown in English', async () => {
    const spoken: Record<string, string> = { fr: 'fr', 'de-AT': 'de', pt: 'en', 'fr-CA': 'fr' }
    for (const [asked, shown] of Object.entries(spoken)) {
      const id = await newClient()
      const recipientEmail = `${asked.toLowerCase()}@mail.example.org`
      await north.owner.accessRequests.create(asking(id, { recipientEmail }))
      const client = byLink(platform, await mailedToken(platform, recipientEmail))
      const { receipt } = await client.accessRequests.accept({ level: 'manage@1', languageCode: asked })
      const { wording } = await read(receipt)
      expect([asked, wording.languageCode]).toEqual([asked, shown])
      expect(wording.texts).toEqual(delivered?.texts[shown as 'en'])
    }
  })

  test('is read by both parties and the platform, and by nobody else', async () => {
    const id = await newClient()
    const { grantId, receipt } = await granted(platform, north.owner, id)
    const parties = [
      north.owner,
      north.support,
      await key(id, 'client_admin'),
      await key(id, 'client_user'),
      admin,
      support,
    ]
    for (const caller of parties) {
      const answer = await caller.accessGrants.receipt(grantId)
      expect(answer).toMatchObject({ grantId, clientId: id, resellerId: north.id, jws: receipt })
      expect((await read(answer.jws)).id).toBe(answer.id)
    }
    const other = await newClient()
    for (const stranger of [south.owner, below.owner, await key(other, 'client_admin')]) {
      expect(await codeOf(stranger.accessGrants.receipt(grantId))).toBe('not_found')
    }
    expect(await codeOf(admin.accessGrants.receipt('agr_01JNG1MJG6XAZXT8GV34P3H0C0'))).toBe('not_found')
    expect((await send(`/v1/access-grants/${grantId}/receipt`)).status).toBe(401)
  })

  test('is not there where nobody was shown anything', async () => {
    await admin.settings.update({ access: { preset: 'managed_on', autoLevel: 'manage' } })
    const id = await newClient()
    await admin.settings.update({ access: { preset: 'consent_first', autoLevel: null } })
    const [grant] = (await north.owner.accessGrants.list({ clientId: id })).data
    expect(grant).toMatchObject({ source: 'preset', receiptId: null })
    expect(await codeOf(north.owner.accessGrants.receipt(grant?.id ?? ''))).toBe('not_found')
  })

  test('R210: is on record, without the words themselves', async () => {
    const id = await newClient()
    const { grantId, receipt } = await granted(platform, north.owner, id)
    const { id: subject, wording } = await read(receipt)
    for (const caller of [admin, north.owner, await key(id, 'client_admin')]) {
      const [event] = await readEvents(caller, { subject }, 1)
      expect(event).toMatchObject({
        type: 'consent_receipt.issued',
        clientId: id,
        changes: {
          grantId: { from: null, to: grantId },
          level: { from: null, to: 'manage@1' },
          wordingSha256: { from: null, to: wording.sha256 },
        },
      })
      expect(JSON.stringify(event)).not.toContain(receipt)
    }
    expect((await south.owner.events.list({ subject })).data).toEqual([])
  })

  test('outlives the version of the level it quotes, and the grant', async () => {
    const id = await newClient()
    const { grantId, receipt } = await granted(platform, north.owner, id)
    const { family, rank, capabilities, texts } = await admin.accessLevels.get('manage@1')
    const renamed = Object.entries(texts).map(([language, text]) => [language, { ...text, name: 'Renamed' }])
    const version = { family, rank, capabilities, texts: Object.fromEntries(renamed) as typeof texts }
    await admin.accessLevels.publish({ key: 'manage' }, version)
    await north.owner.accessGrants.end(grantId)
    await carriedOut(platform, id)
    expect((await north.owner.accessGrants.receipt(grantId)).jws).toBe(receipt)
    const { level, wording } = await read(receipt)
    expect([level, wording.texts]).toEqual(['manage@1', texts[wording.languageCode]])
  })
})

describe('the receipts of a client and a reseller', () => {
  test('N6: are a chain, each with the hash of the one before', async () => {
    const id = await newClient()
    const first = await granted(platform, north.owner, id, { level: 'manage' })
    clock.move(day)
    const second = await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    const third = await granted(platform, north.owner, id, { level: 'manage' })
    expect(await read(first.receipt, null)).toMatchObject({ previous: null })
    expect(await read(second.receipt, first.receipt)).toMatchObject({ previous: sha256(first.receipt) })
    expect(await read(third.receipt, second.receipt)).toMatchObject({ previous: sha256(second.receipt) })
    await expect(read(third.receipt, first.receipt)).rejects.toMatchObject({ kind: 'protocol' })
  })

  test('N5 N6: go on with each newer version that the client agrees to', async () => {
    const id = await newClient()
    const { family, rank, capabilities, texts } = await admin.accessLevels.get('console_standard@1')
    const version = { family, rank, capabilities, texts, selectable: true }
    await admin.accessLevels.publish({ key: 'console_standard' }, version)
    const { grantId, receipt } = await granted(platform, north.owner, id, {
      level: 'console_standard',
      duration: 'P1Y',
    })
    await carriedOut(platform, id)
    const wider = { ...version, capabilities: [...capabilities, 'products.view' as const] }
    const { id: level } = await admin.accessLevels.publish({ key: 'console_standard' }, wider)
    const client = await key(id, 'client_admin')
    const grant = await client.accessGrants.acceptVersion(grantId, { level, languageCode: 'fr' })
    const { jws, id: receiptId } = await client.accessGrants.receipt(grantId)
    expect(grant.receiptId).toBe(receiptId)
    expect(await read(jws, receipt)).toMatchObject({
      grantId,
      level,
      capabilities: ['products.view', ...capabilities],
      wording: { languageCode: 'fr' },
      duration: 'P1Y',
      endsAt: grant.endsAt,
      decidedBy: { type: 'api_key', accountId: id },
    })
  })

  test('N6: go on with each time the client puts the end off', async () => {
    const id = await newClient()
    const { grantId, receipt } = await granted(platform, north.owner, id, { duration: 'P30D' })
    const client = await key(id, 'client_admin')
    clock.move(day)
    const grant = await client.accessGrants.extend(grantId, { duration: 'P1Y' })
    const { jws, id: receiptId } = await north.owner.accessGrants.receipt(grantId)
    expect(grant.receiptId).toBe(receiptId)
    expect(await read(jws, receipt)).toMatchObject({
      grantId,
      level: grant.level,
      duration: 'P1Y',
      endsAt: grant.endsAt,
    })
    await client.accessGrants.extend(grantId, { duration: null })
    const last = await client.accessGrants.receipt(grantId)
    expect(await read(last.jws, jws)).toMatchObject({ duration: null, endsAt: null })
  })

  test('are a chain for each pair alone', async () => {
    for (const id of [await newClient(), await newClient()]) {
      const { receipt } = await granted(platform, north.owner, id)
      expect(await read(receipt, null)).toMatchObject({ previous: null, client: { id } })
    }
  })
})

describe('the keys that receipts are signed with', () => {
  test('are published for everybody, their public halves alone', async () => {
    const response = await send('/v1/receipt-keys')
    expect(response.status).toBe(200)
    const body = (await response.json()) as { keys: Record<string, unknown>[] }
    expect(body.keys.length).toBe(1)
    for (const jwk of body.keys) {
      expect(Object.keys(jwk).toSorted()).toEqual('alg createdAt crv kid kty retiredAt revokedAt use x'.split(' '))
    }
    expect(schemasOf('accessGrants', 'receiptKeys').output.safeParse(body).error).toBeUndefined()
  })

  test('lie sealed in the database, where no caller sees them', async () => {
    const transact = await transactions(database.pool)
    const seen = (scope: Scope) => transact(scope, (tx) => tx.query<{ sealed: Buffer }>('select * from receipt_keys'))
    const some = { reach: 'some', account: north.id, caller: '', accounts: [north.id] } as const
    expect(await seen(some)).toEqual([])
    expect(await seen({ reach: 'all', account: admin.accountId, caller: '' })).toEqual([])
    const [row] = await seen({ reach: 'system' })
    // nonce, 32 bytes and a tag: AES-256-GCM
    expect(row?.sealed.length).toBe(12 + 32 + 16)
  })

  test('are not read with another master key: the server does not start', async () => {
    const other = createServer({ database: database.pool, masterKey: Buffer.alloc(32, 6).toString('base64') })
    await sql('delete from signing_keys')
    await expect(other.start()).rejects.toThrow('sealed with another master key')
    await other.close()
  })

  test.each(onPostgres)('are one, also where many receipts need the first at once (%s)', async () => {
    const ids = await Promise.all([newClient(), newClient(), newClient(), newClient()])
    await sql('delete from receipt_keys')
    const made = await Promise.all(ids.map((id) => granted(platform, north.owner, id)))
    const { keys } = await admin.accessGrants.receiptKeys()
    expect(keys).toHaveLength(1)
    for (const { receipt } of made) await verifyReceipt(receipt, keys)
    expect(failures).toEqual([])
  })
})

test('the receipt in the examples is one, and says what the other examples say', async () => {
  const { get, receipt, receiptKeys } = examples.accessGrants
  const read = await verifyReceipt(receipt.output.jws, receiptKeys.output, { previous: null })
  const { id, requestId, client, reseller, level, capabilities, scope, endsAt, autoExtend, receiptId } = get.output
  expect(read).toMatchObject({
    grantId: id,
    requestId,
    client,
    reseller,
    level,
    capabilities,
    scope,
    endsAt,
    autoExtend,
  })
  expect([receipt.output.id, receiptId]).toEqual([read.id, read.id])
  expect(receipt.output.createdAt).toBe(read.issuedAt)
  expect(read.wording.texts).toEqual(examples.accessLevels.get.output.texts[read.wording.languageCode])
})

/** As RFC 8785 orders members. */
function sorted(texts: object | undefined): object {
  return Object.fromEntries(Object.entries(texts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
