import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { keepExample } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

const patient = { timeout: 15_000 }

let server: RunningServer

beforeAll(async () => {
  server = await startServer({ webhooks: { allowPrivateAddresses: true } })
})
afterAll(() => server[Symbol.asyncDispose]())

test('takes what the server sends, each message once, and nothing from anybody else', async () => {
  // its address is known once it listens, and its secret has to be there before
  const endpoint = await server.client.webhookEndpoints.create({
    url: 'http://127.0.0.1:9/',
    events: ['reseller.created'],
  })
  const env = { PORT: '0', CLIENTELE_WEBHOOK_SECRET: endpoint.secret ?? '' }
  await using receiver = keepExample('receive-webhooks.ts', [], env)
  const address = await vi.waitFor(() => {
    const [, url] = /^Listening at (\S+)$/.exec(receiver.lines[0] ?? '') ?? []
    if (url === undefined) throw new Error('It does not listen yet.')
    return url
  }, patient)
  await server.client.webhookEndpoints.update(endpoint.id, { url: address })

  await server.client.resellers.create({ displayName: 'Byron Hosting', publicIdentifier: 'byron' })
  await server.runDue()
  await vi.waitFor(() => expect(receiver.lines).toHaveLength(2), patient)
  expect(receiver.lines[1]).toMatch(/^\S+Z\tevt_\w+\treseller\.created\tExample Hosting$/)

  const [delivery] = await server.client.webhookEndpoints.deliveries(endpoint.id, {}).toArray({ limit: 10 })
  expect(delivery).toMatchObject({ state: 'delivered', lastStatus: 204 })
  // sent again it is taken for what it is
  await server.client.webhookEndpoints.replay(delivery?.id ?? '')
  await server.runDue()

  const forged = await fetch(address, {
    method: 'POST',
    headers: {
      'webhook-id': 'whd_1',
      'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`,
      'webhook-signature': 'v1,YWJj',
    },
    body: '{"type":"reseller.created"}',
  })
  expect(forged.status).toBe(400)
  expect((await fetch(address, { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413)
  expect(await receiver.stop()).toMatchObject({ code: 0, stderr: '' })
  expect(receiver.lines).toHaveLength(2)
})
