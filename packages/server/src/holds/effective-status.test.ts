import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveStatus, holdScopes, type Hold, type Placed } from './effective-status.ts'

/**
 *     platform ── north ── below ── client ── subscription
 */
const line = ['platform', 'north', 'below', 'client', 'subscription']
const placed: Placed[] = line.map((id, depth) => ({ id, above: line.slice(0, depth) }))
const [, , reseller, client, subscription] = placed as [Placed, Placed, Placed, Placed, Placed]

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour))
const now = at(12)

const hold: Hold = {
  target: 'client',
  reach: 'tree',
  startsAt: at(6),
  endsAt: null,
  liftedAt: null,
  scopes: 'all',
}
const active = { status: 'active', restricted: [] }
const suspended = { status: 'suspended', restricted: [] }

describe('what a hold makes of what it is placed on', () => {
  test.each<[string, Partial<Hold>, object]>([
    ['is in force', {}, suspended],
    ['begins now', { startsAt: now }, suspended],
    ['has not begun', { startsAt: at(13) }, active],
    ['ends later', { endsAt: at(13) }, suspended],
    ['ends now', { endsAt: now }, active],
    ['was lifted', { liftedAt: at(7) }, active],
    ['is on something else', { target: 'another' }, active],
    ['is on what is below', { target: 'subscription' }, active],
    ['closes parts', { scopes: ['web', 'panel'] }, { status: 'active', restricted: ['panel', 'web'] }],
    ['closes nothing', { scopes: [] }, active],
  ])('one that %s', (_, with_, expected) => {
    expect(effectiveStatus(client, [{ ...hold, ...with_ }], now)).toEqual(expected)
  })

  test('without any it is active', () => {
    expect(effectiveStatus(subscription, [], now)).toEqual(active)
  })
})

test('on a reseller alone its clients go on; with all below, lifting it gives back what was there', () => {
  const own: Hold = { ...hold, target: 'subscription', scopes: ['mail_out'] }
  const before = placed.map((one) => effectiveStatus(one, [own], now))
  const alone: Hold = { ...hold, target: 'below', reach: 'self' }
  expect(placed.map((one) => effectiveStatus(one, [own, alone], now).status)).toEqual([
    'active',
    'active',
    'suspended',
    'active',
    'active',
  ])
  const tree: Hold = { ...alone, reach: 'tree' }
  for (const one of [reseller, client, subscription]) expect(effectiveStatus(one, [own, tree], now)).toEqual(suspended)
  const lifted: Hold = { ...tree, liftedAt: now }
  expect(placed.map((one) => effectiveStatus(one, [own, lifted], now))).toEqual(before)
})

const hour = fc.integer({ min: 9, max: 15 }).map(at)
const someHold: fc.Arbitrary<Hold> = fc.record({
  target: fc.constantFrom(...line, 'another'),
  reach: fc.constantFrom('self', 'tree'),
  startsAt: hour,
  endsAt: fc.option(hour),
  liftedAt: fc.option(hour, { freq: 3 }),
  scopes: fc.oneof(fc.constant('all' as const), fc.subarray([...holdScopes])),
})
const holds = fc.array(someHold, { maxLength: 6 })
const one = fc.constantFrom(...placed)

/** The sentence of model 5.5, hold by hold and word by word. */
function naive(of: Placed, all: readonly Hold[]) {
  let status = 'active'
  const restricted = new Set<string>()
  for (const { target, reach, startsAt, endsAt, liftedAt, scopes } of all) {
    if (liftedAt !== null) continue
    if (now.getTime() < startsAt.getTime()) continue
    if (endsAt !== null && now.getTime() >= endsAt.getTime()) continue
    const depth = line.indexOf(target)
    const isAncestor = depth !== -1 && depth < line.indexOf(of.id)
    if (target !== of.id && !(isAncestor && reach === 'tree')) continue
    if (scopes === 'all') status = 'suspended'
    else for (const scope of scopes) restricted.add(scope)
  }
  return { status, restricted: status === 'suspended' ? [] : [...restricted].toSorted() }
}

describe('whatever the holds', () => {
  test('the status is what the sentence of the model says', () => {
    fc.assert(
      fc.property(one, holds, (of, all) => {
        const { status, restricted } = effectiveStatus(of, all, now)
        expect({ status, restricted: restricted.toSorted() }).toEqual(naive(of, all))
      }),
      { numRuns: 3000 },
    )
  })

  test('neither their order nor one that is there twice matters', () => {
    fc.assert(
      fc.property(one, holds, (of, all) => {
        expect(effectiveStatus(of, [...all.toReversed(), ...all], now)).toEqual(effectiveStatus(of, all, now))
      }),
    )
  })

  test('one more never opens anything, and lifting all of them opens everything', () => {
    fc.assert(
      fc.property(one, holds, someHold, (of, all, more) => {
        const [before, after] = [effectiveStatus(of, all, now), effectiveStatus(of, [...all, more], now)]
        const isClosed = (it: typeof before, scope: (typeof holdScopes)[number]) =>
          it.status === 'suspended' || it.restricted.includes(scope)
        for (const scope of holdScopes) expect(isClosed(after, scope) || !isClosed(before, scope)).toBe(true)
        const lifted = all.map((each) => ({ ...each, liftedAt: now }))
        expect(effectiveStatus(of, lifted, now)).toEqual(active)
      }),
    )
  })

  test('what is suspended with the reach of a tree is suspended with everything below it', () => {
    fc.assert(
      fc.property(holds, (all) => {
        const wide = all.map((each): Hold => ({ ...each, reach: 'tree' }))
        const statuses = placed.map((each) => effectiveStatus(each, wide, now).status)
        const first = statuses.indexOf('suspended')
        const below = first === -1 ? [] : statuses.slice(first)
        expect(below.filter((status) => status !== 'suspended')).toEqual([])
      }),
    )
  })
})
