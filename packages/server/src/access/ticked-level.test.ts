import { verifyReceipt } from '@clientele/sdk/receipts'
import { beforeAll, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, key } = platform

beforeAll(() => setPages(platform))

/** A client with a subscription that it bought elsewhere. */
async function withDirect() {
  const { id } = await north.owner.clients.create(quick({ languageCode: 'fr' }))
  const direct = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
  const tick = { allow: true, direct: [direct.id], resellerHasAgreed: true as const }
  return { id, pair: { id, resellerId: north.id }, tick, itself: await key(id, 'client_admin') }
}

test('N5: a tick grants the version that was on the page, or nothing; the client gets a receipt in its words', async () => {
  const { pair, tick, itself } = await withDirect()
  const {
    key: levelKey,
    family,
    rank,
    capabilities,
    texts,
    selectable,
  } = await admin.accessLevels.get('console_standard@1')
  const console = { family, rank, texts, selectable }
  await admin.accessLevels.publish(
    { key: levelKey },
    { ...console, capabilities: [...capabilities, 'products.suggest'] },
  )
  expect(await refusalOf(itself.access.save(pair, { ...tick, level: 'console_standard@1' }))).toMatchObject({
    status: 409,
    code: 'level_version_retired',
    data: { level: 'console_standard@2' },
  })
  // nothing was saved, neither the switch nor the word that the reseller agrees
  const untouched = { allow: { wanted: false }, agreement: { state: 'none' }, grants: [], etag: '"0"' }
  expect(await itself.access.get(pair)).toMatchObject(untouched)

  const ticked = await itself.access.save(pair, { ...tick, level: 'console_standard@2', languageCode: 'de' })
  const [grant] = ticked.grants
  expect(grant).toMatchObject({ level: 'console_standard@2', source: 'direct_tick', receiptId: expect.any(String) })
  const { jws } = await itself.accessGrants.receipt(grant?.id ?? '')
  expect(await verifyReceipt(jws, await admin.accessGrants.receiptKeys())).toMatchObject({
    id: grant?.receiptId,
    grantId: grant?.id,
    requestId: null,
    level: 'console_standard@2',
    capabilities: grant?.capabilities,
    wording: { languageCode: 'de' },
    scope: { kind: 'sold_plus_ticked' },
    duration: null,
    decidedBy: { type: 'api_key', accountId: pair.id },
  })
})

test('without a word about the level it is the newest, in the client’s own language; later ticks are the grant’s', async () => {
  const { id, pair, tick, itself } = await withDirect()
  const { grants } = await itself.access.save(pair, tick)
  const receipt = await itself.accessGrants.receipt(grants[0]?.id ?? '')
  expect(await verifyReceipt(receipt.jws, await admin.accessGrants.receiptKeys())).toMatchObject({
    wording: { languageCode: 'fr' },
  })
  const second = await admin.subscriptions.record({ clientId: id, sku: 'hosting_start', seats: 1 })
  const both = { allow: true, direct: [...tick.direct, second.id], level: 'console_standard@1' }
  // no grant is made: there is no version to be wrong about
  expect((await itself.access.save(pair, both)).grants).toMatchObject([{ receiptId: grants[0]?.receiptId }])
})

test('N8: a tick that is made in a pause ends no pause', async () => {
  const { id, pair, tick, itself } = await withDirect()
  await itself.access.save(pair, { allow: true })
  await itself.access.pause(id)
  const ticked = await itself.access.save(pair, tick)
  expect(ticked).toMatchObject({ pausedAt: expect.any(String), grants: [{ source: 'direct_tick' }] })
  await carriedOut(platform, id)
  const question = { clientId: id, capability: 'console.users', subscriptionId: tick.direct[0] ?? '' }
  expect(await north.owner.access.check(question)).toMatchObject({ code: 'access_paused' })
  await itself.access.resume(id)
  await carriedOut(platform, id)
  expect(await north.owner.access.check(question)).toMatchObject({ allowed: true })
})
