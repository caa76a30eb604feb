import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubEnv('NODE_ENV', 'development')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  warn.mockClear()
  document.head.replaceChildren()
})

const aMoment = () => act(() => vi.advanceTimersByTimeAsync(1000))

test('nothing is said where the style sheet comes a moment after the components', async () => {
  renderPart('Ada')
  document.head.append(
    Object.assign(document.createElement('style'), { textContent: '[data-clientele] { --_control: 36px }' }),
  )
  await aMoment()
  expect(warn).not.toHaveBeenCalled()
})

test.each(['production', 'test'])('nothing is said where the mode is %s', async (mode) => {
  vi.stubEnv('NODE_ENV', mode)
  renderPart('Ada')
  await aMoment()
  expect(warn).not.toHaveBeenCalled()
})

test('a missing style sheet is said once, with what to do', async () => {
  renderPart('Ada')
  renderPart('Bert')
  await aMoment()
  expect(warn).toHaveBeenCalledOnce()
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("Import '@clientele/react/styles.css'"))
})
