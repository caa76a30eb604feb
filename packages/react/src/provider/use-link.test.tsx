import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useLink } from './use-link.ts'

const at = (address: string) => window.history.replaceState(null, '', address)
const follow = (address: string) =>
  act(() => {
    at(address)
    window.dispatchEvent(new Event('hashchange'))
  })

afterEach(() => {
  window.sessionStorage.clear()
  at('/')
})

test('a newer link that is followed in the same tab takes the place of the one before', () => {
  at('/access#cl_older')
  const { result, unmount } = renderHook(useLink)
  expect(result.current).toBe('cl_older')
  follow('/access#cl_newer')
  expect(result.current).toBe('cl_newer')
  expect(window.location.hash).toBe('')
  unmount()
  follow('/access#cl_newest')
  expect(result.current).toBe('cl_newer')
})

test('a place on the page that is jumped to is no link', () => {
  at('/access#cl_older')
  const { result } = renderHook(useLink)
  follow('/access#top')
  expect(result.current).toBe('cl_older')
})
