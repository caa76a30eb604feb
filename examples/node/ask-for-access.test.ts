import { createClient, type Clientele } from '@clientele/sdk'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeReseller, type Reseller } from './testing/reseller.ts'
import { runExample, startExample } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

let server: RunningServer
let reseller: Reseller

beforeAll(async () => {
  server = await startServer()
  reseller = await makeReseller(server)
})
afterAll(() => server[Symbol.asyncDispose]())

test('asks, waits for the answer and for the access to be in effect, and says all that happens', async () => {
  const { id } = await reseller.client.clients.create({
    form: 'quick',
    person: { firstName: 'Ada', lastName: 'Byron' },
  })
  const script = ask(id, 'ada@example.org')
  const { id: requestId, level, status } = await (await mailed('ada@example.org')).accessRequests.current()
  expect(status).toBe('pending')
  await (await mailed('ada@example.org')).accessRequests.accept({ level: level.id })
  for (const propagation of await server.client.propagations.list({ clientId: id }).toArray({ limit: 10 })) {
    await server.client.propagations.observed(propagation.id, { outcome: 'in_effect' })
  }
  const ended = await script.ended
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  const told = ended.stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const types = told.map(([, , type]) => type)
  expect(types[0]).toBe('access_request.created')
  expect(types).toContain('access_request.accepted')
  expect(types.at(-1)).toBe('access_grant.activated')
  // nothing is told twice, and nothing is left out
  const feed = await reseller.client.events.list({ clientId: id }).toArray({ limit: 100 })
  const begun = feed.findIndex((event) => event.subject.id === requestId)
  expect(told.map(([, eventId]) => eventId)).toEqual(feed.slice(begun, begun + told.length).map((event) => event.id))
})

test('ends with 1 where the client declines', async () => {
  const { id } = await reseller.client.clients.create({ form: 'quick', person: { firstName: 'Max', lastName: 'Nein' } })
  const script = ask(id, 'max@example.org')
  await (await mailed('max@example.org')).accessRequests.decline({})
  const ended = await script.ended
  expect(ended).toMatchObject({ code: 1, stderr: '' })
  expect(ended.stdout.trimEnd()).toMatch(/\taccess_request\.declined\tmax@example\.org$/)
})

test('says what is wrong in a sentence', async () => {
  expect(await runExample('ask-for-access.ts', ['acc_1'], reseller.env)).toMatchObject({ code: 2, stdout: '' })
  const { id } = await reseller.client.clients.create({ form: 'quick', person: { firstName: 'No', lastName: 'Level' } })
  const refused = await ask(id, 'no@example.org', '--level', 'everything').ended
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('/level: level_not_selectable')
})

function ask(clientId: string, address: string, ...more: string[]) {
  const args = [clientId, address, '--message', 'May I look after your site?', '--every', '0.05', ...more]
  return startExample('ask-for-access.ts', args, reseller.env)
}

/** The client, by the link in its mailbox, as soon as it is there. */
async function mailed(to: string): Promise<Clientele> {
  const link = await vi.waitFor(
    async () => {
      const mail = (await server.mailbox.list()).find((one) => one.to.email === to)
      const { body } = (mail && (await server.mailbox.get(mail.id))) ?? {}
      const [, token] = /#(cl_[\w-]+)/.exec(body?.text ?? '') ?? []
      if (token === undefined) throw new Error(`There is no link for ${to}.`)
      return token
    },
    { timeout: 15_000 },
  )
  return createClient({ baseUrl: server.url, link })
}
