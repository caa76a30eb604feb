import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neverTouched } from './policies.store.ts'
import { aimOf, isOpen, switchActions, switchStep, type SwitchAction, type SwitchState } from './switch.rules.ts'

/** As in `on off=pending paused`: wanted, observed and propagation, paused or not. */
function told({ wanted, paused, observed, propagation }: SwitchState): string {
  const word = (on: boolean) => (on ? 'on' : 'off')
  return `${word(wanted)} ${word(observed)}:${propagation}${paused ? ' paused' : ''}`
}

const pick = (wanted: boolean, observed: boolean, propagation: SwitchState['propagation'], paused = false) => ({
  wanted,
  observed,
  propagation,
  paused,
})

/** Every state that can be reached, and what each action makes of it; `»` where a change sets out to the vendor. */
const table: [SwitchState, Record<SwitchAction, string>][] = [
  [
    pick(false, false, 'in_sync'),
    {
      on: '» on off:pending',
      off: 'off off:in_sync',
      pause: 'off off:in_sync paused',
      resume: 'off off:in_sync',
      in_effect: 'off off:in_sync',
      failed: 'off off:in_sync',
      late: 'off off:in_sync',
    },
  ],
  [
    pick(true, false, 'pending'),
    {
      on: 'on off:pending',
      off: '» off off:pending',
      pause: '» on off:pending paused',
      resume: 'on off:pending',
      in_effect: 'on on:in_sync',
      failed: 'on off:overdue',
      late: 'on off:overdue',
    },
  ],
  [
    pick(true, false, 'overdue'),
    {
      on: '» on off:pending',
      off: '» off off:pending',
      pause: '» on off:pending paused',
      resume: '» on off:pending',
      in_effect: 'on on:in_sync',
      failed: 'on off:overdue',
      late: 'on off:overdue',
    },
  ],
  [
    pick(true, true, 'in_sync'),
    {
      on: 'on on:in_sync',
      off: '» off on:pending',
      pause: '» on on:pending paused',
      resume: 'on on:in_sync',
      in_effect: 'on on:in_sync',
      failed: 'on on:in_sync',
      late: 'on on:in_sync',
    },
  ],
  [
    pick(false, true, 'pending'),
    {
      on: '» on off:pending',
      off: 'off on:pending',
      pause: 'off on:pending paused',
      resume: 'off on:pending',
      in_effect: 'off off:in_sync',
      failed: 'off on:overdue',
      late: 'off on:overdue',
    },
  ],
  [
    pick(false, true, 'overdue'),
    {
      on: '» on off:pending',
      off: '» off on:pending',
      pause: '» off on:pending paused',
      resume: '» off on:pending',
      in_effect: 'off off:in_sync',
      failed: 'off on:overdue',
      late: 'off on:overdue',
    },
  ],
  [
    pick(false, false, 'pending'),
    {
      on: '» on off:pending',
      off: 'off off:pending',
      pause: 'off off:pending paused',
      resume: 'off off:pending',
      in_effect: 'off off:in_sync',
      failed: 'off off:overdue',
      late: 'off off:overdue',
    },
  ],
  [
    pick(true, true, 'pending', true),
    {
      on: 'on on:pending paused',
      off: 'off on:pending paused',
      pause: 'on on:pending paused',
      resume: '» on off:pending',
      in_effect: 'on off:in_sync paused',
      failed: 'on on:overdue paused',
      late: 'on on:overdue paused',
    },
  ],
  [
    pick(true, false, 'in_sync', true),
    {
      on: 'on off:in_sync paused',
      off: 'off off:in_sync paused',
      pause: 'on off:in_sync paused',
      resume: '» on off:pending',
      in_effect: 'on off:in_sync paused',
      failed: 'on off:in_sync paused',
      late: 'on off:in_sync paused',
    },
  ],
]

describe.each(table)('SM4 from %o', (state, expected) => {
  test.each(switchActions)('%s', (action) => {
    const { state: after, starts } = switchStep(state, action)
    expect(`${starts ? '» ' : ''}${told(after)}`).toBe(expected[action])
  })
})

const walk = fc.array(fc.constantFrom(...switchActions), { maxLength: 30 })
const end = (actions: readonly SwitchAction[]) =>
  actions.reduce((state, action) => switchStep(state, action).state, neverTouched)

describe('after whatever happened', () => {
  test('R169: off counts at once, and so does a pause', () => {
    fc.assert(
      fc.property(walk, fc.constantFrom('off' as const, 'pause' as const), (actions, last) => {
        expect(isOpen(end([...actions, last]))).toBe(false)
      }),
    )
  })

  test('R165 R211: on is in effect only once it was seen, after the last time that it was asked for', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const states = actions.map((_, count) => end(actions.slice(0, count + 1)))
        const last = states.findLastIndex((state, at) => {
          const before = at === 0 ? neverTouched : (states[at - 1] as SwitchState)
          return aimOf(state) && !aimOf(before)
        })
        const isSeen = last >= 0 && actions.slice(last + 1).includes('in_effect')
        expect(isOpen(end(actions))).toBe(aimOf(end(actions)) && isSeen)
      }),
    )
  })

  test('R211: “in sync” is what is wanted, and an “on” on its way is never shown as if it were there', () => {
    fc.assert(
      fc.property(walk, (actions) => {
        const state = end(actions)
        const isTrue =
          state.propagation === 'in_sync' ? state.observed === aimOf(state) : !(aimOf(state) && state.observed)
        expect(isTrue).toBe(true)
      }),
    )
  })
})
