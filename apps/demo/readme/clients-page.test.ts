import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ClientsPage } from './clients-page.tsx'

test('the page of the README is drawn on a server too, in its language and without inline styles', () => {
  const html = renderToString(createElement(ClientsPage))
  expect(html).toMatch(/<div data-clientele="client-table" data-state="loading"[^>]* lang="de"/)
  expect(html).toContain('Kunden suchen')
  expect(html).not.toContain('style=')
})
