import { clients, type Client, type Row } from '@clientele/contract'
import { aClient, aPage, mock } from '@clientele/mocks'
import type { HttpHandler } from 'msw'

/** As many clients as asked for, numbered. */
export function manyClients(count: number): Client[] {
  const one = aClient()
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0')
    const domain = `client-${number}.example.com`
    return {
      ...one,
      id: `acc_01JHMANYCN0000000000${number}0`,
      name: `Client ${number}`,
      primaryDomain: domain,
      primaryDomainDisplay: domain,
      subscriptionState: index % 3 === 0 ? 'none' : 'active',
    }
  })
}

/** A long list, page after page: what is there is cut, not searched. */
export function pagesOf(list: readonly Client[]): HttpHandler {
  return mock(clients.list, ({ query: { cursor, limit } }) => {
    const start = Number(cursor ?? 0)
    const end = start + limit
    return aPage(list.slice(start, end), { nextCursor: end < list.length ? String(end) : null, total: list.length })
  })
}

/** An answer that never comes. */
export function unanswered(row: Row): HttpHandler {
  return mock(row, () => new Promise<never>(() => {}))
}
