import { createClient } from '@clientele/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runExample } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

test('makes a reseller whose key can ask clients for access', async () => {
  const { code, stdout, stderr } = await runExample('first-reseller.ts', [], server.env)
  expect([code, stderr]).toEqual([0, ''])
  const [, id, apiKey = ''] = /^account (acc_\w+)\nkey {5}(ck_\S+)\n$/.exec(stdout) ?? []
  const reseller = createClient({ baseUrl: server.url, apiKey })
  expect(await reseller.me.get()).toMatchObject({ account: { id, kind: 'reseller' }, role: 'reseller_owner' })
  const client = await reseller.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } })
  const asked = { clientId: client.id, level: 'manage', recipientEmail: 'ada@example.org', message: 'May I?' }
  expect(await reseller.accessRequests.create(asked)).toMatchObject({
    status: 'pending',
    copyableLink: expect.stringMatching(/^https:\/\/panel\.example\.com\/access#cl_/),
  })
})
