import type { ApiError } from '@clientele/sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { askedFor } from '../testing/granting.ts'
import { holdLocks } from '../testing/held-locks.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform, type TestPlatform } from '../testing/test-platform.ts'

// R32: answers that cross wait one behind the other, and never for each other

const platform = await openTestPlatform()
const { admin, north, south, database } = platform

beforeAll(() => setPages(platform))

const outcomeOf = (call: PromiseLike<unknown>) =>
  Promise.resolve(call).then(
    () => 'done',
    (error: ApiError) => error.code,
  )

/** Two cards of one person, who accepts for each with the other as the account that is meant. */
async function crossing(first: TestPlatform['north' | 'south'], second: TestPlatform['north' | 'south']) {
  const [a, b] = [await first.owner.clients.create(quick()), await second.owner.clients.create(quick())]
  const ofA = await askedFor(platform, first.owner, a.id, [a.id, b.id])
  const ofB = await askedFor(platform, second.owner, b.id, [b.id, a.id])
  const answers = [
    () => ofA.holder.accessRequests.accept({ level: ofA.level, accountId: b.id }),
    () => ofB.holder.accessRequests.accept({ level: ofB.level, accountId: a.id }),
  ]
  return { ids: [a.id, b.id], answers }
}

const lockPair = 'select pg_advisory_xact_lock(hashtextextended($1, 9))'

describe.each(onPostgres)('on %s', () => {
  test('two acceptances of what one reseller asks, each for the other card: one is done, the other refused', async () => {
    const { ids, answers } = await crossing(north, north)
    const locks = await holdLocks(
      database,
      ids.map((id) => [lockPair, [`${id} ${north.id}`]]),
    )
    const answered = Promise.all(answers.map((answer) => outcomeOf(answer())))
    await locks.waiting(2)
    expect(await locks.release(answered)).toEqual({ deadlocked: false })
    expect((await answered).toSorted()).toEqual(['done', 'recipient_mismatch'])
    expect(platform.failures).toEqual([])
  })

  test('two acceptances of what two resellers ask, each for the other card: one is done, the other refused', async () => {
    const { ids, answers } = await crossing(north, south)
    const locks = await holdLocks(database, [['select 1 from accounts where id = any($1) for update', [ids]]])
    const answered = Promise.all(answers.map((answer) => outcomeOf(answer())))
    await locks.waiting(2)
    expect(await locks.release(answered)).toEqual({ deadlocked: false })
    expect((await answered).toSorted()).toEqual(['done', 'recipient_mismatch'])
    expect(platform.failures).toEqual([])
  })

  test('an acceptance, and a change under an older consent of what is moved by it: both are answered', async () => {
    await admin.settings.update({ access: { preset: 'managed_on', autoLevel: 'manage' } })
    const card = await north.owner.clients.create(quick())
    await admin.settings.update({ access: { preset: 'consent_first' } })
    const account = await south.owner.clients.create(quick())
    const sold = await admin.subscriptions.record({
      clientId: card.id,
      sku: 'hosting_pro',
      soldById: north.id,
      seats: 3,
    })
    const { holder, level } = await askedFor(platform, north.owner, card.id, [account.id])
    const locks = await holdLocks(database, [['select 1 from subscriptions where id = $1 for update', [sold.id]]])
    const changed = outcomeOf(north.support.subscriptions.setSeats(sold.id, { seats: 2 }))
    await locks.waiting(1)
    const accepted = outcomeOf(holder.accessRequests.accept({ level, accountId: account.id }))
    await locks.waiting(2)
    const all = Promise.all([changed, accepted])
    expect(await locks.release(all)).toEqual({ deadlocked: false })
    const [change, acceptance] = await all
    expect(acceptance).toBe('done')
    expect(['access_switch_off', 'propagation_pending', 'invalid_state_transition']).toContain(change)
    expect(platform.failures).toEqual([])
  })
})
