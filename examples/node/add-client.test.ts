import { afterAll, beforeAll, expect, test } from 'vitest'
import { runExample } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

test('adds a client and prints its id, and the list shows it', async () => {
  const added = await runExample('add-client.ts', ['Ada', 'Byron', '--company', 'Byron Engines'], server.env)
  expect(added).toMatchObject({ code: 0, stderr: '' })
  const id = added.stdout.trim()
  expect(await server.client.clients.get(id)).toMatchObject({ company: 'Byron Engines' })
  const listed = await runExample('list-clients.ts', ['--q', 'engi'], server.env)
  expect(listed).toEqual({ code: 0, stdout: `${id}\tByron Engines\t\n`, stderr: '' })
})

test('shows the clients that are like it, and adds it where that is meant', async () => {
  const args = ['Grace', 'Hopper', '--email', 'grace@example.com']
  const { stdout: id } = await runExample('add-client.ts', args, server.env)
  const again = await runExample('add-client.ts', args, server.env)
  expect(again.code).toBe(1)
  expect(again.stderr).toContain('duplicate_suspected')
  expect(again.stderr).toContain(id.trim())
  expect(await runExample('add-client.ts', [...args, '--accept-duplicate'], server.env)).toMatchObject({ code: 0 })
})

test('says what is wrong in a sentence', async () => {
  expect(await runExample('add-client.ts', ['Ada'], server.env)).toMatchObject({ code: 2, stdout: '' })
  const refused = await runExample('add-client.ts', ['Ada', 'Byron', '--email', 'ada'], server.env)
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('/primaryEmail: email_invalid')
})
