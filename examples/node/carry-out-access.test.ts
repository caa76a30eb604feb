import { createClient } from '@clientele/sdk'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeReseller, type Reseller } from './testing/reseller.ts'
import { keepExample, runExample } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

let server: RunningServer
let reseller: Reseller

beforeAll(async () => {
  server = await startServer()
  reseller = await makeReseller(server)
})
afterAll(() => server[Symbol.asyncDispose]())

/** A client that turns the switch of its reseller. */
async function aClient() {
  const { id } = await reseller.client.clients.create({
    form: 'quick',
    person: { firstName: 'Ada', lastName: 'Byron' },
    acceptDuplicate: true,
  })
  const key = await server.client.apiKeys.create({ accountId: id, role: 'client_admin', name: 'its own' })
  const itself = createClient({ baseUrl: server.url, apiKey: key.secret ?? '' })
  const pair = { id, resellerId: reseller.id }
  return {
    save: (allow: boolean) => itself.access.save(pair, { allow }),
    allow: async () => (await itself.access.get(pair)).allow,
  }
}

test('carries out what is on its way and reports it: then it is in effect', async () => {
  const { save, allow } = await aClient()
  await save(true)
  expect(await allow()).toMatchObject({ wanted: true, observed: false, propagation: 'pending' })
  const { code, stdout, stderr } = await runExample('carry-out-access.ts', [], server.env)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^\S+Z\tppg_\w+\tswitch\tapo_\w+\ton\tin_effect\n$/)
  expect(await allow()).toMatchObject({ wanted: true, observed: true, propagation: 'in_sync' })
  // nothing is left, and nothing is done twice
  expect(await runExample('carry-out-access.ts', [], server.env)).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('goes on until it is stopped', async () => {
  const { save, allow } = await aClient()
  await using worker = keepExample('carry-out-access.ts', ['--every', '0.05'], server.env)
  for (const isOn of [true, false]) {
    await save(isOn)
    await vi.waitFor(async () => expect((await allow()).propagation).toBe('in_sync'), { timeout: 30_000 })
  }
  expect(await worker.stop()).toMatchObject({ code: 0, stderr: '' })
  expect(worker.lines.map((line) => line.split('\t').at(-2))).toEqual(['on', 'off'])
})

test('says in a sentence what is wrong', async () => {
  const refused = await runExample('carry-out-access.ts', [], reseller.env)
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('permission_denied')
  expect(await runExample('carry-out-access.ts', ['--every', '0'], server.env)).toMatchObject({ code: 2, stdout: '' })
})
