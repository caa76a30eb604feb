import type { ClienteleServer } from '@clientele/server'
import { describe, expect, test, vi } from 'vitest'
import { testHost } from './testing/test-host.ts'

vi.stubEnv('DATABASE_URL', 'memory:')

type Route = typeof import('./next-route.ts')
type Method = 'DELETE' | 'GET' | 'OPTIONS' | 'PATCH' | 'POST' | 'PUT'

/** What Next.js does with the file: the export of the method's name answers. */
function handlerOf(route: Route): (request: Request) => Promise<Response> {
  return (request) => route[request.method as Method](request)
}

function shared(): ClienteleServer {
  const { clientele } = globalThis as { clientele?: ClienteleServer }
  if (!clientele) throw new Error('The route has made no server.')
  return clientele
}

describe('in a route of Next.js', () => {
  testHost(async () => {
    const fetch = handlerOf(await import('./next-route.ts'))
    await fetch(new Request('http://panel.test/api/clientele/healthz'))
    const clientele = shared()
    return { baseUrl: 'http://panel.test/api/clientele', clientele, fetch, close: () => clientele.close() }
  })
})

test('has one server, however often the file is loaded', async () => {
  const load = async () => {
    vi.resetModules()
    await handlerOf(await import('./next-route.ts'))(new Request('http://panel.test/api/clientele/healthz'))
    return shared()
  }
  expect(await load()).toBe(await load())
})
