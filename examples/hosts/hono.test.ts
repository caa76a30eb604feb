import { createServer } from '@clientele/server'
import { describe, expect, test } from 'vitest'
import { createHost } from './hono.ts'
import { testHost } from './testing/test-host.ts'

describe('in a Hono app', () => {
  testHost(async () => {
    const clientele = createServer({ database: 'memory:', basePath: '/clientele', checkAnswers: true })
    const app = createHost(clientele)
    return {
      baseUrl: 'http://panel.test/clientele',
      clientele,
      fetch: async (request) => app.fetch(request),
      close: () => clientele.close(),
    }
  })
})

test('the host keeps its own pages', async () => {
  const clientele = createServer({ database: 'memory:', basePath: '/clientele' })
  const response = await createHost(clientele).request('/')
  expect(await response.text()).toBe('The panel of Example Hosting')
})
