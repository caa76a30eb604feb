import type { Client } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { createClient, type Clientele } from '@clientele/sdk'

/** As many as the server gives at once. */
export const pageSize = 200

/** A client of the API whose list has `count` clients. It is answered from memory: there is no server and no network. */
export function clientWith(count: number): Clientele {
  return createClient({
    baseUrl: 'https://clients.example.com',
    token: 'bench',
    fetch: (request) => Promise.resolve(Response.json(answerTo(new URL(request.url), count))),
  })
}

function answerTo({ pathname, searchParams }: URL, count: number): unknown {
  if (pathname === '/v1/me') return examples.me.get.output
  if (pathname === '/v1/product-families') return examples.productFamilies.list.output
  const from = Number(searchParams.get('cursor') ?? 0)
  const to = Math.min(from + pageSize, count)
  // as the server counts: exactly to 10,000
  const total = count > 10_000 ? { count: 10_000, accuracy: 'at_least' } : { count, accuracy: 'exact' }
  return {
    data: Array.from({ length: to - from }, (_, index) => clientAt(from + index)),
    nextCursor: to < count ? String(to) : null,
    ...(from === 0 ? { total } : {}),
  }
}

/** One in ten has a description, so that not all rows are of one height. */
function clientAt(index: number): Client {
  const number = String(index).padStart(6, '0')
  const domain = `client-${number}.example.com`
  return {
    ...examples.clients.get.output,
    id: `acc_${number.padStart(26, '0')}`,
    name: `Client ${number}`,
    primaryDomain: domain,
    primaryDomainDisplay: domain,
    description: index % 10 === 0 ? 'Pays by the quarter.' : null,
  }
}
