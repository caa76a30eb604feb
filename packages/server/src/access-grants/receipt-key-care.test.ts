import { createHash, createPrivateKey, sign } from 'node:crypto'
import type { Receipt } from '@clientele/contract'
import { schemasOf } from '@clientele/contract/schemas'
import { verifyReceipt } from '@clientele/sdk/receipts'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadMasterKey } from '../auth/master-key.ts'
import { createServer } from '../create-server.ts'
import { openDatabase } from '../database/open.ts'
import { transactions } from '../database/transaction.ts'
import { receiptKeysCommand } from '../receipt-keys-command.ts'
import { byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { granted } from '../testing/granting.ts'
import { readEvents } from '../testing/read-events.ts'
import { day, minute } from '../testing/test-clock.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { clientOf } from '../testing/test-server.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const platform = await openTestPlatform({ masterKey })
const { admin, north, south, server, clock, sql, database, key, failures } = platform
const { receiptKeys } = server

beforeAll(() => setPages(platform))

const agreed = async () => granted(platform, north.owner, (await north.owner.clients.create(quick())).id)
const published = () => admin.accessGrants.receiptKeys()
const kidOf = (jws: string) => (partOf(jws, 0) as { kid: string }).kid
const inUse = async () => (await receiptKeys.list()).at(-1)?.kid ?? ''
const whyNot = async (jws: string, later: readonly string[] = []) =>
  verifyReceipt(jws, await published(), { later }).then(
    () => 'good',
    (error: Error) => error.message,
  )

describe('a key that is replaced', () => {
  test('signs nothing more, stays published, and what it signed stays good', async () => {
    const { receipt: old, grantId } = await agreed()
    const before = await inUse()
    clock.move(minute)
    const keys = await receiptKeys.rotate()
    const { receipt: recent } = await agreed()
    expect([kidOf(old), kidOf(recent)]).toEqual([before, keys.at(-1)?.kid])
    expect(before).not.toBe(kidOf(recent))
    expect(keys.slice(-2)).toMatchObject([
      { kid: before, retiredAt: clock.now().toISOString(), revokedAt: null },
      { createdAt: clock.now().toISOString(), retiredAt: null, revokedAt: null },
    ])
    expect(await published()).toEqual({ keys })
    expect(schemasOf('accessGrants', 'receiptKeys').output.safeParse({ keys }).error).toBeUndefined()
    for (const jws of [old, recent]) expect(await whyNot(jws)).toBe('good')
    expect(await north.owner.accessGrants.receipt(grantId)).toMatchObject({ jws: old, later: [] })
  })

  test('comes before the new one, also where the clock that signed was ahead', async () => {
    const { receipt: old } = await agreed()
    clock.move(-day)
    await receiptKeys.rotate()
    const { receipt: recent } = await agreed()
    expect(kidOf(recent)).not.toBe(kidOf(old))
    expect((await receiptKeys.list()).at(-2)).toMatchObject({ kid: kidOf(old) })
    clock.move(day)
  })

  test('is on record for the platform, and for nobody else', async () => {
    const before = await inUse()
    await receiptKeys.rotate()
    const subject = await inUse()
    const [event] = await readEvents(admin, { subject }, 1)
    expect(event).toMatchObject({
      type: 'receipt_key.rotated',
      actor: { type: 'system' },
      changes: { kid: { from: before, to: subject } },
    })
    for (const stranger of [north.owner, south.owner]) {
      expect((await stranger.events.list({ subject })).data).toEqual([])
    }
  })
})

describe('a key that was stolen', () => {
  test('is replaced at once, and what it signed before is good with what the server says of it', async () => {
    const { receipt, grantId } = await agreed()
    const stolen = kidOf(receipt)
    await receiptKeys.revoke(stolen)
    const keys = await receiptKeys.list()
    expect(keys.slice(-2)).toMatchObject([{ kid: stolen, revokedAt: expect.any(String) }, { revokedAt: null }])

    expect(await whyNot(receipt)).toContain('nothing vouches for it')
    const answer = await north.owner.accessGrants.receipt(grantId)
    expect(answer.jws).toBe(receipt)
    expect(answer.later.map(kidOf)).toEqual([keys.at(-1)?.kid])
    expect(await whyNot(receipt, answer.later)).toBe('good')
    const { receipt: recent } = await agreed()
    expect(await whyNot(recent)).toBe('good')
  })

  test('vouches for nothing: a forged receipt is refused, dated back as it may be', async () => {
    const { receipt, grantId } = await agreed()
    const { receipt: another, grantId: anotherId } = await agreed()
    await receiptKeys.revoke(kidOf(receipt))
    const { later } = await north.owner.accessGrants.receipt(grantId)
    const wider: Partial<Receipt> = { capabilities: ['products.view', 'products.purchase'] }
    const forged = await forge(receipt, wider)
    expect(await whyNot(forged)).toContain('nothing vouches for it')
    expect(await whyNot(forged, later)).toContain('not the one that `later` goes on from')
    // with the stolen key alone a thief can only go on, never arrive at another key
    const ownVoucher = await forge(receipt, { previous: sha256(forged) })
    expect(await whyNot(forged, [ownVoucher])).toContain('nothing vouches for it')
    expect(await whyNot(forged, [ownVoucher, ...later])).toContain('not the one that `later` goes on from')
    const dated = await forge(receipt, { issuedAt: new Date(clock.now().getTime() + minute).toISOString() })
    expect(await whyNot(dated, later)).toContain('was signed after its key was stolen')
    // what vouches for one vouches for no other
    const answer = await north.owner.accessGrants.receipt(anotherId)
    expect(await whyNot(another, later)).toContain('not the one that `later` goes on from')
    expect(await whyNot(another, answer.later)).toBe('good')
  })

  test('N6: leaves good what a later receipt of the same chain goes on from', async () => {
    const { id } = await north.owner.clients.create(quick())
    const first = await granted(platform, north.owner, id, { level: 'manage' })
    const second = await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
    await receiptKeys.revoke(kidOf(first.receipt))
    const third = await granted(platform, north.owner, id, { level: 'manage' })
    expect(await whyNot(first.receipt, [second.receipt, third.receipt])).toBe('good')
    expect(await whyNot(second.receipt, [third.receipt])).toBe('good')
    expect(await whyNot(first.receipt, [second.receipt])).toContain('nothing vouches for it')
    expect(await whyNot(first.receipt, [third.receipt])).toContain('not the one that `later` goes on from')
  })

  test('takes along what it signed since the time that is given, and no more', async () => {
    const before = await agreed()
    clock.move(day)
    const since = clock.now()
    const after = await agreed()
    clock.move(day)
    await receiptKeys.revoke(kidOf(after.receipt), { since })
    const [good, bad] = [before, after].map(({ grantId }) => north.owner.accessGrants.receipt(grantId))
    expect(await whyNot(before.receipt, (await good)?.later)).toBe('good')
    expect((await bad)?.later).toEqual([])
    expect(await whyNot(after.receipt)).toContain('was signed after its key was stolen')
  })

  test('stays so: a mark goes back in time and never forward', async () => {
    const kid = kidOf((await agreed()).receipt)
    clock.move(day)
    const now = clock.now()
    const earlier = new Date(now.getTime() - minute)
    const revokedAt = async () => (await receiptKeys.list()).find((one) => one.kid === kid)?.revokedAt
    await receiptKeys.revoke(kid)
    expect(await revokedAt()).toBe(now.toISOString())
    const count = (await receiptKeys.list()).length
    await receiptKeys.revoke(kid, { since: earlier })
    clock.move(minute)
    await receiptKeys.revoke(kid)
    expect(await revokedAt()).toBe(earlier.toISOString())
    expect(await receiptKeys.list()).toHaveLength(count)
    const { data } = await admin.events.list({ subject: kid, type: ['receipt_key.revoked'] })
    const changes = data.map((event) => event.changes['revokedAt'])
    expect(changes).toEqual([
      { from: null, to: now.toISOString() },
      { from: now.toISOString(), to: earlier.toISOString() },
    ])
  })

  test('is vouched for anew when the key that vouched is stolen too', async () => {
    const { receipt, grantId } = await agreed()
    await receiptKeys.revoke(kidOf(receipt))
    const { later } = await north.owner.accessGrants.receipt(grantId)
    await receiptKeys.revoke(await inUse())
    expect(await whyNot(receipt, later)).toContain('nothing vouches for it')
    expect(await whyNot(receipt, (await north.owner.accessGrants.receipt(grantId)).later)).toBe('good')
  })

  test('is vouched for by the link of a confirmation as well', async () => {
    const { id } = await north.owner.clients.create(quick())
    const recipientEmail = 'by-link@mail.example.org'
    const { receipt, grantId } = await granted(platform, north.owner, id, { recipientEmail })
    await receiptKeys.revoke(kidOf(receipt))
    const client = byLink(platform, await mailedToken(platform, recipientEmail, 'access_confirmed'))
    const answer = await client.access.managedReceipt(grantId)
    expect(await whyNot(answer.jws, answer.later)).toBe('good')
    expect((await (await key(id, 'client_admin')).accessGrants.receipt(grantId)).later).toHaveLength(1)
  })

  test('has to be one of ours, and stolen by now', async () => {
    const before = await receiptKeys.list()
    await expect(receiptKeys.revoke('rck_none')).rejects.toThrow('no receipt was ever signed with a key rck_none')
    const since = new Date(clock.now().getTime() + minute)
    await expect(receiptKeys.revoke(await inUse(), { since })).rejects.toThrow('lies ahead')
    expect(await receiptKeys.list()).toEqual(before)
  })
})

describe('the command', () => {
  const command = (...words: string[]) => receiptKeysCommand(receiptKeys, words)

  test('prints a line a key, the oldest first', async () => {
    const before = await command()
    expect(await command('list')).toBe(before)
    const lines = (await command('rotate')).split('\n')
    expect(lines.slice(0, -2).join('\n')).toContain(before.slice(0, before.lastIndexOf('signs')))
    expect(lines.at(-3)).toMatch(/^rck_\w{26} {2}from \S+Z {2}until \S+Z$/)
    expect(lines.at(-2)).toMatch(/^rck_\w{26} {2}from \S+Z {2}signs$/)
  })

  test('takes the time of the theft as it is written down', async () => {
    const kid = await inUse()
    expect(await command('revoke', kid, '2026-02-01T10:00+01:00')).toContain('revoked since 2026-02-01T09:00:00.000Z')
    expect(await command('revoke', kid, '2026-01-01')).toContain('revoked since 2026-01-01T00:00:00.000Z')
  })

  test.each([
    [['revoke'], 'is not known'],
    [['retire'], 'is not known'],
    [['toString'], 'is not known'],
    [['rotate', 'now'], 'is not known'],
    [['revoke', 'rck_1', '2026-01-01', 'please'], 'is not known'],
    [['revoke', 'rck_1', 'yesterday'], 'is no time'],
    [['revoke', 'rck_1', '2026-13-01'], 'is no time'],
    [['revoke', 'rck_1', '2026-01-01T10:00'], 'is no time'],
  ])('does nothing for %j, and says why', async (words, why) => {
    const before = await receiptKeys.list()
    await expect(command(...words)).rejects.toThrow(why)
    expect(await receiptKeys.list()).toEqual(before)
  })
})

describe.each(onPostgres)('with two servers on one database (%s)', () => {
  const second = createServer({ database: database.url ?? '', masterKey, jobs: false, clock })

  test('both sign with the new key from then on', async () => {
    await server.receiptKeys.rotate()
    const { receipt } = await agreed()
    const after = await second.receiptKeys.rotate()
    expect(kidOf(receipt)).toBe(after.at(-2)?.kid)
    expect(kidOf((await agreed()).receipt)).toBe(after.at(-1)?.kid)
  })

  test('whoever is signing is waited for, and whoever comes later takes the new key', async () => {
    const other = await openDatabase(database.url ?? '', 2)
    const transact = await transactions(other.pool)
    const before = await inUse()
    const { length: count } = await receiptKeys.list()
    let rotated: Promise<unknown> | undefined
    let later: ReturnType<typeof agreed> | undefined
    // one that has the old key, and has not ended
    await transact({ reach: 'system' }, async (tx) => {
      await tx.query('lock table receipt_keys in row share mode')
      rotated = second.receiptKeys.rotate()
      await waiting(1)
      later = agreed()
      await waiting(2)
      expect((await sql('select kid from receipt_keys')).length).toBe(count)
    })
    await rotated
    const { receipt } = await (later ?? agreed())
    expect(kidOf(receipt)).not.toBe(before)
    expect(kidOf(receipt)).toBe(await inUse())
    await other.close()
  })

  test('many agreements and rotations at once: each receipt is good, and signed before its key was retired', async () => {
    const south = clientOf(second, north.owner.secret)
    const agreedHere = async () => (await agreed()).receipt
    const agreedThere = async () => (await granted(platform, south, (await south.clients.create(quick())).id)).receipt
    const turns = Array.from({ length: 4 }, () => [
      agreedHere(),
      agreedThere(),
      server.receiptKeys.rotate(),
      agreedThere(),
      second.receiptKeys.rotate(),
    ])
    const receipts = (await Promise.all(turns.flat())).filter((one) => typeof one === 'string')
    const keys = await receiptKeys.list()
    expect(new Set(keys.map(({ createdAt }) => createdAt)).size).toBe(keys.length)
    for (const jws of receipts) {
      const { issuedAt } = await verifyReceipt(jws, keys)
      const { retiredAt } = keys.find(({ kid }) => kid === kidOf(jws)) ?? {}
      expect(issuedAt < (retiredAt ?? 'later')).toBe(true)
    }
    expect(failures).toEqual([])
    await second.close()
  })

  /** Until so many wait for a lock on the keys. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const found = await sql<{ count: number }>(
        `select count(*)::int from pg_locks where not granted and relation = 'receipt_keys'::regclass`,
      )
      if (found[0]?.count === count) return
    }
  }
})

/** What a thief makes who has the key of a receipt. */
async function forge(jws: string, changes: Partial<Receipt>): Promise<string> {
  const [row] = await sql<{ public_key: string; sealed: Buffer }>('select * from receipt_keys where kid = $1', [
    kidOf(jws),
  ])
  const master = await loadMasterKey(masterKey, database, false)
  const d = master.open(row?.sealed ?? Buffer.alloc(0)).toString('base64url')
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: row?.public_key ?? '', d }, format: 'jwk' })
  const payload = Buffer.from(JSON.stringify({ ...(partOf(jws, 1) as Receipt), ...changes })).toString('base64url')
  const input = `${jws.split('.')[0]}.${payload}`
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`
}

function partOf(jws: string, at: 0 | 1): unknown {
  return JSON.parse(Buffer.from(jws.split('.')[at] ?? '', 'base64url').toString())
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
