import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grantSteps, isLiving, nextStatus, possibleActions, type GrantStatus, type GrantStep } from './grants.rules.ts'

/** SM3 of the model, written out: what is not named is refused. */
const expected: Record<GrantStatus, Partial<Record<GrantStep, GrantStatus>>> = {
  activating: {
    end: 'ending',
    lower: 'activating',
    extend: 'activating',
    acceptVersion: 'activating',
    expire: 'expired',
    open: 'active',
    fail: 'failed',
  },
  active: {
    end: 'ending',
    lower: 'active',
    extend: 'active',
    acceptVersion: 'active',
    expire: 'expired',
    shut: 'paused',
  },
  paused: {
    end: 'ending',
    lower: 'paused',
    extend: 'paused',
    acceptVersion: 'paused',
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
    const people = ['end', 'lower', 'extend', 'acceptVersion'] as const
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
