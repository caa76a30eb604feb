import { describe, expect, test } from 'vitest'
import { shifted } from './duration.ts'

const from = (text: string, duration: string, direction?: 1 | -1) =>
  shifted(new Date(text), duration, direction).toISOString()

describe('a time after another', () => {
  test.each([
    ['PT0S', '2026-03-28T12:00:00.250Z'],
    ['PT24H', '2026-03-29T12:00:00.250Z'],
    // across the change to summer time, wherever the server stands
    ['P1D', '2026-03-29T12:00:00.250Z'],
    ['P14D', '2026-04-11T12:00:00.250Z'],
    ['P2W', '2026-04-11T12:00:00.250Z'],
    ['P1M', '2026-04-28T12:00:00.250Z'],
    ['P1Y', '2027-03-28T12:00:00.250Z'],
  ])('%s', (duration, at) => {
    expect(from('2026-03-28T12:00:00.250Z', duration)).toBe(at)
  })

  test('is the last day where a month is shorter', () => {
    expect(from('2026-01-31T09:00:00.000Z', 'P1M')).toBe('2026-02-28T09:00:00.000Z')
    expect(from('2028-02-29T09:00:00.000Z', 'P1Y')).toBe('2029-02-28T09:00:00.000Z')
    expect(from('2026-10-31T09:00:00.000Z', 'P4M')).toBe('2027-02-28T09:00:00.000Z')
  })
})

test('a time before another', () => {
  expect(from('2026-03-31T09:00:00.000Z', 'P1M', -1)).toBe('2026-02-28T09:00:00.000Z')
  expect(from('2026-01-15T09:00:00.000Z', 'P30D', -1)).toBe('2025-12-16T09:00:00.000Z')
  expect(from('2026-01-15T09:00:00.000Z', 'P2Y', -1)).toBe('2024-01-15T09:00:00.000Z')
})

test('the time it is counted from stays as it is', () => {
  const start = new Date('2026-03-01T00:00:00.000Z')
  shifted(start, 'P1Y')
  expect(start.toISOString()).toBe('2026-03-01T00:00:00.000Z')
})
