import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueNotices, isExpiring, nextDue, putOff, skippedNotices } from './expiry.rules.ts'

const offsets = ['P30D', 'P7D', 'P1D', 'PT0S']
const day = 86_400_000
const made = new Date('2026-03-01T09:00:00.000Z')
const after = (days: number) => new Date(made.getTime() + days * day)

describe('the notices of a grant', () => {
  test('come 30, 7 and 1 days before its end', () => {
    const grant = { endsAt: after(90), noticesSent: [] as string[] }
    const seen: [number, string[]][] = []
    for (let due = nextDue(grant, offsets); due && due < grant.endsAt; due = nextDue(grant, offsets)) {
      const notices = dueNotices(grant, offsets, due)
      seen.push([(due.getTime() - made.getTime()) / day, notices])
      grant.noticesSent.push(...notices)
    }
    expect(seen).toEqual([
      [60, ['P30D']],
      [83, ['P7D']],
      [89, ['P1D']],
    ])
    expect(nextDue(grant, offsets)).toEqual(grant.endsAt)
  })

  test('after a time of standing still are told of together', () => {
    expect(dueNotices({ endsAt: after(90), noticesSent: ['P30D'] }, offsets, after(89.5))).toEqual(['P7D', 'P1D'])
  })

  test('that would have come before it was made do not come at all', () => {
    expect(skippedNotices(after(7), offsets, made)).toEqual(['P30D', 'P7D'])
    expect(nextDue({ endsAt: after(7), noticesSent: ['P30D', 'P7D'] }, offsets)).toEqual(after(6))
  })

  test('are none where it has no end', () => {
    expect(nextDue({ endsAt: null, noticesSent: [] }, offsets)).toBeNull()
    expect(dueNotices({ endsAt: null, noticesSent: [] }, offsets, after(1000))).toEqual([])
    expect(skippedNotices(null, offsets, made)).toEqual([])
  })
})

test('each notice is due once, whenever somebody looks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.array(fc.integer({ min: 1, max: 400 })), (length, looks) => {
      const grant = { endsAt: after(length), noticesSent: skippedNotices(after(length), offsets, made) }
      const sent: string[] = []
      for (const look of looks.toSorted((a, b) => a - b)) {
        const notices = dueNotices(grant, offsets, after(look))
        sent.push(...notices)
        grant.noticesSent.push(...notices)
        expect(nextDue(grant, offsets)?.getTime()).toBeGreaterThan(
          Math.min(after(look).getTime(), after(length).getTime() - 1),
        )
      }
      expect(new Set(sent).size).toBe(sent.length)
    }),
  )
})

test('it is expiring from the first notice to the end', () => {
  expect([59, 60, 89, 90].map((days) => isExpiring(after(90), offsets, after(days)))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(isExpiring(null, offsets, made)).toBe(false)
})

test('putting the end off goes on until it lies ahead', () => {
  expect(putOff(after(10), 'P5D', null, after(10))).toEqual(after(15))
  expect(putOff(after(10), 'P5D', null, after(26))).toEqual(after(30))
  // no further than the platform allows by now
  expect(putOff(after(10), 'P5D', 'P4D', after(10))).toEqual(after(14))
  expect(putOff(after(10), 'P5D', 'P5D', after(26))).toEqual(after(30))
})
