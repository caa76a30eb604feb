import { act, screen, waitFor } from '@testing-library/react'
import { QueryClient } from '@tanstack/react-query'
import type { Client } from '@clientele/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { ClientTable } from './client-table.tsx'

const server = startServer()

afterEach(() => scrolled(0))

/** Somebody with as many clients as asked for, all made of one that is there. */
async function visitorWithMany(count: number, as: Partial<Client> = {}): Promise<Visitor> {
  const visitor = await server.visitor()
  await visitor.client.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } })
  const { data } = await visitor.client.clients.list({})
  const all = Array.from({ length: count }, (_, at): Client => ({
    ...data[0]!,
    ...as,
    id: `acc_${at}`,
    name: `N${at}`,
  }))
  visitor.requests.length = 0
  visitor.intercept = async (request, send) => {
    if (request.name !== 'GET /clients') return await send()
    const asked = new URLSearchParams(request.search)
    const start = Number(asked.get('cursor') ?? 0)
    const end = start + Number(asked.get('limit'))
    const nextCursor = end < count ? String(end) : null
    return Response.json({ data: all.slice(start, end), nextCursor, total: { count, accuracy: 'exact' } })
  }
  return visitor
}

const drawn = () =>
  [...document.querySelectorAll('[data-client]')].map((row) => Number(row.getAttribute('aria-rowindex')))
const gap = () => waitFor(() => expect(document.querySelector('[data-part=gap]')).not.toBeNull())

function scrolled(value: number): void {
  Object.defineProperty(window, 'scrollY', { value, configurable: true })
}

/** There is no layout here: the page is scrolled, and the table with it. */
async function scrollTo(row: number): Promise<void> {
  scrolled(43 * row)
  const body = document.querySelector('tbody') ?? document.body
  body.getBoundingClientRect = () => new DOMRect(0, -window.scrollY, 800, 43 * 130)
  await act(async () => void window.dispatchEvent(new Event('scroll')))
}

// the first one of the file: what finds the rows in view is loaded once, and here while a row is being pressed
test('a press and the focus survive the moment from which on only what is in view is drawn', async () => {
  const visitor = await visitorWithMany(120)
  const onOpen = vi.fn<(id: string) => void>()
  const answer = visitor.intercept
  const held = Promise.withResolvers<void>()
  visitor.intercept = async (request, send) => {
    if (request.search.includes('cursor')) await held.promise
    const response = await answer!(request, send)
    // nothing tells of the second page before it is there
    return Response.json({ ...((await response.json()) as object), total: { count: 60, accuracy: 'at_least' } })
  }
  const { user } = renderKit(visitor, <ClientTable pageSize={60} onOpen={onOpen} />)
  const name = await screen.findByRole('button', { name: 'N3' })
  screen.getByRole('button', { name: 'Show more' }).click()
  await user.pointer({ keys: '[MouseLeft>]', target: name })
  expect(document.activeElement).toBe(name)
  held.resolve()
  await gap()
  expect(document.activeElement).toBe(name)
  await user.pointer('[/MouseLeft]')
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('acc_3')
})

test('of a long list only what is in view is drawn, and the row that has the focus', async () => {
  const visitor = await visitorWithMany(130)
  const { user } = renderKit(visitor, <ClientTable pageSize={130} onOpen={() => {}} onSelectionChange={() => {}} />)
  await screen.findByText('130 clients')
  await gap()
  expect(drawn().length).toBeLessThan(60)
  expect(drawn()[0]).toBe(2)
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('131')

  const first = screen.getByRole('button', { name: 'N0' })
  first.focus()
  await scrollTo(100)
  await waitFor(() => expect(drawn()).toContain(102))
  expect(document.activeElement).toBe(first)
  expect(drawn()).toContain(2)
  expect(drawn()).not.toContain(20)

  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }))
  screen.getByText('130 selected')
})

test('what is left out takes no more than one column: more would bring back those that gave way', async () => {
  renderKit(await visitorWithMany(130), <ClientTable pageSize={130} />)
  await gap()
  for (const cell of document.querySelectorAll<HTMLTableCellElement>('[data-part=gap-cell]'))
    expect(cell.colSpan).toBe(1)
})

test('a long list says a fact once while its column is shown, and once more beneath the name where it gave way', async () => {
  renderKit(await visitorWithMany(130, { subscriptionState: 'active' }), <ClientTable pageSize={130} />)
  await gap()
  // there is no layout here: a table that is no px wide has room for no column
  await waitFor(() => expect(document.querySelector('[data-part=name-facts]')).not.toBeNull())
  const table = document.querySelector<HTMLElement>('[data-part=scroller]')!
  Object.defineProperty(table, 'offsetWidth', { value: 1280, configurable: true })
  await scrollTo(10)
  await waitFor(() => expect(document.querySelector('[data-part=name-facts]')).toBeNull())
  Object.defineProperty(table, 'offsetWidth', { value: 500, configurable: true })
  await scrollTo(20)
  await waitFor(() => expect(document.querySelector('[data-part=name-facts]')).not.toBeNull())
})

test('a long list that is shown again draws no row that is out of view', async () => {
  const visitor = await visitorWithMany(2000)
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const table = <ClientTable pageSize={2000} />
  const { rerender } = renderKit(visitor, table, { queryClient })
  await gap()
  rerender(null)
  let most = 0
  const observer = new MutationObserver(() => (most = Math.max(most, drawn().length)))
  observer.observe(document.body, { childList: true, subtree: true })
  rerender(table)
  await gap()
  observer.disconnect()
  expect(drawn().length).toBeLessThan(60)
  expect(most).toBeLessThanOrEqual(100)
})

test('a client that is added to a long list stands first, and what was loaded stays', async () => {
  const visitor = await visitorWithMany(120)
  const { user } = renderKit(visitor, <ClientTable pageSize={20} />)
  for (let page = 1; page < 6; page += 1) {
    await screen.findByText('120 clients')
    await user.click(await screen.findByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(visitor.requests.filter(({ name }) => name === 'GET /clients')).toHaveLength(page + 1))
  }
  await gap()
  await scrollTo(100)
  await waitFor(() => expect(drawn()).toContain(102))
  const before = visitor.requests.length

  await user.click(screen.getByRole('button', { name: 'Add another client' }))
  await user.type(await screen.findByLabelText('First name'), 'Zoe')
  await user.type(screen.getByLabelText('Last name'), 'Zuse')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('heading', { name: 'Zoe Zuse was added' })
  await user.click(screen.getByRole('button', { name: 'Go to the list' }))
  screen.getByText('121 clients')
  expect(drawn()).toContain(102)
  expect(visitor.requests.slice(before).filter(({ name }) => name === 'GET /clients')).toEqual([])
  await scrollTo(0)
  await screen.findByText('Zoe Zuse')
  expect(drawn()[0]).toBe(2)
  expect(document.querySelector('[data-client]')?.textContent).toContain('Zoe Zuse')
})

test('a long list that is narrowed to a short one shows all of it', async () => {
  const visitor = await visitorWithMany(130)
  const { rerender } = renderKit(visitor, <ClientTable pageSize={130} />)
  await gap()
  rerender(<ClientTable pageSize={60} />)
  await waitFor(() => expect(drawn()).toHaveLength(60))
})
