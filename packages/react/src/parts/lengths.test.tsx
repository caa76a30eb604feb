import { expect, test } from 'vitest'
import { after, lengthsUpTo } from './lengths.ts'

test.each([
  ['2025-01-31T10:00:00.000Z', 'P1M', '2025-02-28T10:00:00.000Z'],
  ['2024-02-29T10:00:00.000Z', 'P1Y', '2025-02-28T10:00:00.000Z'],
  ['2025-03-04T10:00:00.000Z', 'P1Y', '2026-03-04T10:00:00.000Z'],
  ['2025-12-31T23:30:00.000Z', 'P14M', '2027-02-28T23:30:00.000Z'],
  ['2025-03-04T10:00:00.000Z', 'P30D', '2025-04-03T10:00:00.000Z'],
  ['2025-03-04T10:00:00.000Z', 'P2W', '2025-03-18T10:00:00.000Z'],
  ['2025-03-04T10:00:00.000Z', 'PT12H', '2025-03-04T22:00:00.000Z'],
  ['2025-03-04T10:00:00.000Z', '', '2025-03-04T10:00:00.000Z'],
])('%s and %s more is %s', (from, duration, end) => {
  expect(after(new Date(from), duration).toISOString()).toBe(end)
})

test.each([
  [null, ['P30D', 'P90D', 'P180D', 'P1Y', 'P2Y']],
  ['P1Y', ['P30D', 'P90D', 'P180D', 'P1Y']],
  ['P12M', ['P30D', 'P90D', 'P180D', 'P12M']],
  ['P100D', ['P30D', 'P90D', 'P100D']],
  ['P2W', ['P2W']],
])('up to %s there is %j to choose from', (longest, lengths) => {
  expect(lengthsUpTo(longest)).toEqual(lengths)
})
