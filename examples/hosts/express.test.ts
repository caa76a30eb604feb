import { createServer } from '@clientele/server'
import type { Express } from 'express'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createHost } from './express.ts'
import { testHost } from './testing/test-host.ts'

async function listen(app: Express) {
  const http = app.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const close = async () => {
    const closed = once(http, 'close')
    http.close()
    http.closeAllConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close }
}

describe('in an Express app', () => {
  testHost(async () => {
    const clientele = createServer({ database: 'memory:', basePath: '/clientele', checkAnswers: true })
    const { url, close } = await listen(createHost(clientele))
    return {
      baseUrl: `${url}/clientele`,
      clientele,
      async close() {
        await close()
        await clientele.close()
      },
    }
  })
})

test('the host keeps its own pages, its body parser and its globals', async () => {
  const before = globalThis.Request
  const { url, close } = await listen(createHost(createServer({ database: 'memory:', basePath: '/clientele' })))
  expect(await (await fetch(url)).text()).toBe('The panel of Example Hosting')
  const headers = { 'content-type': 'application/json' }
  const echo = await fetch(`${url}/echo`, { method: 'POST', headers, body: '{"a":1}' })
  expect(await echo.json()).toEqual({ a: 1 })
  expect(globalThis.Request).toBe(before)
  await close()
})
