import { errors, type Problem } from '@clientele/contract'
import { errorData, Problem as ProblemSchema } from '@clientele/contract/schemas'
import { describe, expect, test } from 'vitest'
import { contractEndpoints, type Endpoint } from './contract-table.ts'
import { handlers } from './handlers.ts'
import { mockFetch } from './mock-fetch.ts'
import { codesOf, mockError } from './mock.ts'
import { scenarios } from './scenarios.ts'
import { callOfRow } from './testing/call-of-row.ts'
import { worldOf } from './testing/world-of-row.ts'

const rows = contractEndpoints.map((endpoint) => [`${endpoint.resource}.${endpoint.name}`, endpoint] as const)

const answer = (endpoint: Endpoint, request = callOfRow(endpoint)) => mockFetch(handlers(worldOf(endpoint)))(request)

describe('every row is answered', () => {
  test.each(rows)('%s as the contract says', async (_, endpoint) => {
    const response = await answer(endpoint)
    const text = await response.text()
    expect([response.status, text]).toEqual([endpoint.row.status ?? 200, expect.any(String)])
    expect(endpoint.schemas.output.safeParse(JSON.parse(text)).error).toBeUndefined()
    expect(response.headers.get('x-request-id')).toMatch(/^req_/)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('ratelimit-policy')).toContain(endpoint.row.limit ?? 'general')
  })

  test.each(rows.filter(([, { row }]) => row.right))('%s with 401 where nobody is named', async (_, endpoint) => {
    const request = callOfRow(endpoint)
    request.headers.delete('authorization')
    expect(await problemOf(await answer(endpoint, request))).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test.each(rows.filter(([, { row }]) => row.link))('%s with 404 where there is no link', async (_, endpoint) => {
    const request = callOfRow(endpoint, { authorization: 'Bearer any' })
    request.headers.delete('clientele-link')
    expect(await problemOf(await answer(endpoint, request))).toMatchObject({ status: 404, code: 'link_invalid' })
  })

  test.each(rows.filter(([, { row }]) => row.method !== 'GET' && !row.reads))(
    'R77: %s once for each idempotency key',
    async (_, endpoint) => {
      const fetch = mockFetch(handlers(worldOf(endpoint)))
      const send = () => fetch(callOfRow(endpoint, { 'idempotency-key': 'one' }))
      const [first, again] = [await send(), await send()]
      expect([first.headers.get('idempotency-replayed'), again.headers.get('idempotency-replayed')]).toEqual([
        null,
        'true',
      ])
      expect([first.status, again.status]).toEqual([endpoint.row.status ?? 200, first.status])
      const [body, replayed] = (await Promise.all([first.json(), again.json()])) as [object, object]
      const { secret: _secret, token: _token, ...kept } = body as { secret?: string; token?: string }
      expect(replayed).toEqual(endpoint.row.secret ? { ...kept, secretShownOnce: true } : withoutLinks(body))
    },
  )
})

describe('mockError gives every code of a row with its data', () => {
  test.each(rows)('%s', async (_, endpoint) => {
    for (const code of codesOf(endpoint)) {
      const problem = await problemOf(await mockFetch([mockError(endpoint.row, code)])(callOfRow(endpoint)))
      expect(problem).toMatchObject({ code, status: errors[code].status })
      expect(errorData[code].safeParse(problem.data).success, code).toBe(true)
    }
  })
})

describe('every scenario answers every row', () => {
  const codeIn = async (scenario: keyof typeof scenarios, endpoint: Endpoint, options = {}) => {
    const fetch = mockFetch(scenarios[scenario]({ ...worldOf(endpoint), ...options }))
    const response = await fetch(callOfRow(endpoint))
    return response.ok ? 'ok' : (await problemOf(response)).code
  }

  test.each(rows)('%s', async (_, endpoint) => {
    const { row } = endpoint
    expect(await codeIn('rateLimited', endpoint)).toBe('rate_limited')
    expect(await codeIn('slow', endpoint, { ms: 1, otherwise: [mockError(row, 'maintenance')] })).toBe('maintenance')
    const isForAll = row.right === undefined || row.right === 'self.read' || row.right === 'settings.read'
    expect(await codeIn('forbidden', endpoint)).toBe(isForAll ? 'ok' : 'permission_denied')
    const isWrite = row.method !== 'GET' && !row.reads
    const conflicts = codesOf(endpoint).filter((code) => [409, 412].includes(errors[code].status))
    expect(isWrite ? conflicts : ['ok']).toContain(await codeIn('conflict', endpoint))
    await expect(codeIn('offline', endpoint)).rejects.toThrow('Failed to fetch')
  })
})

describe('the empty scenario lists nothing', () => {
  const lists = rows.filter(([, { row }]) => row.paged && !row.path.includes('{') && row.right !== 'settings.read')

  test.each(lists)('%s', async (_, endpoint) => {
    const response = await mockFetch(scenarios.empty({ role: 'platform_admin' }))(callOfRow(endpoint))
    expect(await response.json()).toEqual({ data: [], nextCursor: null })
  })
})

/** Links let people in as secrets do. */
function withoutLinks(body: object): object {
  const links = ['copyableLink', 'manageLink'].filter((name) => name in body)
  return { ...body, ...Object.fromEntries(links.map((name) => [name, null])) }
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body = (await response.json()) as Problem
  expect(ProblemSchema.safeParse(body).success).toBe(true)
  return body
}
