import { afterEach, expect, test, vi } from 'vitest'
import { takeLink } from './take-link.ts'

const token = 'cl_3kQvYp0c7Zr1sN8bWfXtUa5LmGdEhJ2oT9iRyC4wKxM'
const at = (address: string) => window.history.replaceState({ scroll: 7 }, '', address)

afterEach(() => {
  vi.unstubAllGlobals()
  window.sessionStorage.clear()
  at('/')
})

test('takes the token out of the address bar, and leaves the rest of it and of the entry alone', () => {
  at(`/access?lang=de#${token}`)
  expect(takeLink()).toBe(token)
  expect(window.location.href).toBe(`${window.location.origin}/access?lang=de`)
  expect(window.history.state).toEqual({ scroll: 7 })
})

test('is there again after signing in or loading the page anew, and for this page alone', () => {
  at(`/access#${token}`)
  takeLink()
  expect(takeLink()).toBe(token)
  at('/access/manage')
  expect(takeLink()).toBe('none')
  at('/access')
  expect(takeLink()).toBe(token)
})

test('a newer link takes the place of the one that was kept', () => {
  at(`/access#${token}`)
  takeLink()
  at('/access#cl_newer')
  expect(takeLink()).toBe('cl_newer')
  expect(takeLink()).toBe('cl_newer')
})

test('what is no link stays in the address, and opens nothing', () => {
  at('/access#top')
  expect(takeLink()).toBe('none')
  expect(window.location.hash).toBe('#top')
})

test('works where the browser keeps nothing', () => {
  vi.stubGlobal('window', {
    location: window.location,
    history: window.history,
    get sessionStorage() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  at(`/access#${token}`)
  expect(takeLink()).toBe(token)
  expect(takeLink()).toBe('none')
})

test('on a server there is no address', () => {
  vi.stubGlobal('window', undefined)
  expect(takeLink()).toBe('none')
})
