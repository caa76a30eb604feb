import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  grantSteps,
  isLiving,
  nextStatus,
  possibleActions,
  statusAt,
  type GrantStatus,
  type GrantStep,
} from './grants.rules.ts'

/** SM3 of the model, written out: what is not named is refused. */
const expected: Record<GrantStatus, Partial<Record<GrantStep, GrantStatus>>> = {
  activating: {
    end: 'ending',
    lower: 'activating',
    extend: 'activating',
    letRunOut: 'activating',
    acceptVersion: 'activating',
    declineVersion: 'activating',
    expire: 'expired',
    open: 'active',
    fail: 'failed',
  },
  active: {
    end: 'ending',
    lower: 'active',
    extend: 'active',
    letRunOut: 'active',
    acceptVersion: 'active',
    declineVersion: 'active',
    expire: 'expired',
    shut: 'paused',
  },
  paused: {
    end: 'ending',
    lower: 'paused',
    extend: 'paused',
    letRunOut: 'paused',
    acceptVersion: 'paused',
    declineVersion: 'paused',
    expire: 'expired',
    open: 'active',
  },
  ending: { gone: 'ended' },
  ended: {},
  expired: {},
  failed: {},
}
const statuses = Object.keys(expected) as GrantStatus[]

describe.each(statuses)('SM3 from %s', (status) => {
  test.each(grantSteps)('%s', (step) => {
    expect(nextStatus(status, step)).toBe(expected[status][step])
  })

  test('people are offered exactly what is possible', () => {
    const people = ['end', 'lower', 'extend', 'letRunOut', 'acceptVersion', 'declineVersion'] as const
    expect(possibleActions(status)).toEqual(people.filter((step) => expected[status][step] !== undefined))
  })
})

test('what has ended never lives again, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...grantSteps), { maxLength: 30 }), (steps) => {
      let status: GrantStatus = 'activating'
      let isOver = false
      for (const step of steps) {
        status = nextStatus(status, step) ?? status
        isOver ||= !isLiving(status)
        expect(isLiving(status)).toBe(!isOver)
      }
    }),
  )
})

test.each(statuses)(
  '%s is over with its time, unless it goes on by itself; what is over already stays what it is',
  (status) => {
    const now = new Date('2026-05-01T00:00:00Z')
    const at = (endsAt: Date | null, autoExtend: string | null = null) => statusAt({ status, endsAt, autoExtend }, now)
    expect([at(null), at(new Date(now.getTime() + 1)), at(now, 'P30D')]).toEqual([status, status, status])
    expect(at(now)).toBe(isLiving(status) ? 'expired' : status)
  },
)
