import { act, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { phoneGroups } from './phone.tsx'
import { TimeAgo } from './time-ago.tsx'

afterEach(() => void vi.useRealTimers())

test('says how long ago it was, and keeps it up to date', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-05T12:00:30Z') })
  renderPart(<TimeAgo iso="2026-03-05T11:57:00Z" />)
  const time = screen.getByText('3 minutes ago')
  expect(time.getAttribute('datetime')).toBe('2026-03-05T11:57:00Z')
  expect(time.getAttribute('title')).toContain('2026')
  await act(() => vi.advanceTimersByTimeAsync(60 * 60_000))
  expect(time.textContent).toBe('1 hour ago')
  await act(() => vi.advanceTimersByTimeAsync(24 * 60 * 60_000))
  expect(time.textContent).toBe('yesterday')
})

test.each([
  ['+4930901820', '+49 309 018 20'],
  ['+14155550123', '+1 415 555 0123'],
  ['+353861234567', '+353 861 234 567'],
  ['+33123456789', '+33 123 456 789'],
])('%s is read as %s', (number, read) => {
  expect(phoneGroups(number).join(' ')).toBe(read)
})
