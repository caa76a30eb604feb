import { beforeAll, expect, test, vi } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform()
const { admin, north, key, database } = platform

beforeAll(() => setPages(platform))

// R161: whoever was told that it is off, or ended, can rely on it
test.each(
  onPostgres.flatMap(() =>
    (['off', 'pause', 'end'] as const).flatMap((stop) =>
      (['order', 'seats'] as const).map((use) => [use, stop] as const),
    ),
  ),
)('what waits for a change of the access comes after it: %s, %s', async (use, stop) => {
  const { id } = await north.owner.clients.create(quick())
  await admin.clients.setPaymentMethod(id, { onFile: true })
  const { grantId } = await granted(platform, north.owner, id, { level: 'manage_and_purchase' })
  await carriedOut(platform, id)
  const direct = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
  const itself = await key(id, 'client_admin')
  const stops = {
    off: () => itself.access.save({ id, resellerId: north.id }, { allow: false }),
    pause: () => itself.access.pause(id),
    end: () => itself.accessGrants.end(grantId),
  }
  const uses = {
    order: () => north.owner.orders.create({ clientId: id, items: [{ sku: 'hosting_pro' }] }),
    seats: () => north.owner.subscriptions.setSeats(direct.id, { seats: 2 }),
  }
  const codes = { off: 'access_switch_off', pause: 'access_paused', end: 'grant_ended' }

  // the stop has the pair, and waits for the policies before it commits
  const other = await database.pool.connect()
  const waitingFor = (locktype: string) =>
    vi.waitFor(
      async () => {
        const { rows } = await other.query('select 1 from pg_locks where locktype = $1 and not granted', [locktype])
        expect(rows).not.toEqual([])
      },
      { timeout: 5_000, interval: 10 },
    )
  try {
    await other.query('begin; lock table events in share mode')
    const stopped = stops[stop]()
    await waitingFor('relation')
    const used = codeOf(uses[use]())
    await waitingFor('advisory')
    await other.query('commit')
    await stopped
    expect(await used).toBe(codes[stop])
  } finally {
    await other.query('rollback')
    other.release()
  }
})
