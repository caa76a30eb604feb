import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut, granted } from '../testing/granting.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform({ rateLimits: { general: 1_000_000, check: 1_000_000 } })
const { admin, north, clock, server, key } = platform

beforeAll(async () => {
  await setPages(platform)
  await admin.settings.update({ access: { requestMaxAttempts: mostAsked } })
})

/** Times a client may be asked: what comes after that in a walk is left out. */
const mostAsked = 10
const levels = ['manage', 'manage_and_purchase'] as const
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('accept' as const),
      level: fc.constantFrom(...levels),
      days: fc.constantFrom(null, 20),
    }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('carry out' as const) }) },
  fc.record({ does: fc.constantFrom('on' as const, 'off' as const, 'pause' as const, 'resume' as const) }),
  fc.record({ does: fc.constantFrom('end' as const, 'lower' as const, 'extend' as const) }),
  fc.record({ does: fc.constant('wait' as const), days: fc.constantFrom(1, 12, 30), runs: fc.boolean() }),
)

/** What a person with pencil and paper would keep. */
interface Paper {
  grant: { buys: boolean; endsAt: number; isSeen: boolean } | undefined
  wanted: boolean
  paused: boolean
  isSeen: boolean
}

/** Every answer that was given on the way: a walk that meets only closed doors proves nothing. */
const met = new Set<string>()

test('no sequence of calls gives access without a consent that lives, and off always wins at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const { id } = await north.owner.clients.create(quick())
      await admin.clients.setPaymentMethod(id, { onFile: true })
      const itself = await key(id, 'client_admin')
      const pair = { id, resellerId: north.id }
      const paper: Paper = { grant: undefined, wanted: false, paused: false, isSeen: false }
      const isLiving = () => paper.grant !== undefined && paper.grant.endsAt > clock.now().getTime()
      let grantId = ''
      let asked = 0

      /** The switch goes where it was not: on has to be seen anew. */
      const turn = (change: Partial<Paper>) => {
        const before = paper.wanted && !paper.paused
        Object.assign(paper, change)
        if ((paper.wanted && !paper.paused) !== before) paper.isSeen = false
      }

      for (const one of steps) {
        switch (one.does) {
          case 'accept': {
            if (++asked > mostAsked) break
            const duration = one.days === null ? null : `P${one.days}D`
            const accepted = await granted(platform, north.owner, id, { level: one.level, duration })
            grantId = accepted.grantId
            const endsAt = one.days === null ? Infinity : clock.now().getTime() + one.days * day
            paper.grant = { buys: one.level === 'manage_and_purchase', endsAt, isSeen: false }
            turn({ wanted: true, paused: false })
            break
          }
          case 'carry out':
            await carriedOut(platform, id)
            if (paper.wanted && !paper.paused) paper.isSeen = true
            if (paper.grant) paper.grant.isSeen = true
            break
          case 'on':
          case 'off':
            await itself.access.save(pair, { allow: one.does === 'on' })
            turn({ wanted: one.does === 'on' })
            break
          case 'pause':
            await itself.access.pause(id)
            if (paper.wanted) turn({ paused: true })
            break
          case 'resume':
            await itself.access.resume(id)
            turn({ paused: false })
            break
          case 'wait':
            clock.move(one.days * day)
            if (one.runs) await server.runDue()
            break
          default:
            if (!grantId) break
            await tryTo(one.does)
        }
        await compare()
      }

      async function tryTo(what: 'end' | 'lower' | 'extend') {
        const calls = {
          end: () => itself.accessGrants.end(grantId),
          lower: () => north.owner.accessGrants.lower(grantId, { level: 'manage' }),
          extend: () => itself.accessGrants.extend(grantId, { duration: 'P2Y' }),
        }
        const { grant } = paper
        // what is over by the calendar is over whether the clock came round or not
        await server.runDue()
        const isAlive = isLiving()
        const done = await calls[what]().then(
          () => true,
          () => false,
        )
        expect(what !== 'end' || done === isAlive).toBe(true)
        expect(isAlive || !done).toBe(true)
        if (!grant || !done) return
        if (what === 'end') paper.grant = undefined
        if (what === 'lower') grant.buys = false
        if (what === 'extend') grant.endsAt = clock.now().getTime() + 730 * day
      }

      async function compare() {
        const { grant, wanted, paused, isSeen } = paper
        const open = wanted && !paused && isSeen && isLiving() && (grant?.isSeen ?? false)
        for (const [capability, expected] of [
          ['products.manage', open],
          ['products.purchase', open && (grant?.buys ?? false)],
        ] as const) {
          const answer = await north.owner.access.check({ clientId: id, capability })
          met.add(answer.code ?? 'yes')
          expect(wanted || answer.code === 'access_switch_off').toBe(true)
          expect([capability, answer.allowed, answer.code]).toEqual([capability, expected, answer.code])
        }
      }
    }),
    // each call takes its time: on a busy machine there are fewer walks, and one that fails is told as it is
    { numRuns: 12, interruptAfterTimeLimit: 30_000, endOnFailure: true },
  )
  expect([...met]).toEqual(expect.arrayContaining(['yes', 'access_switch_off', 'propagation_pending']))
}, 90_000)
