import { createClient } from '@clientele/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { startServer, type RunningServer } from '../testing/start-server.ts'
import { importRows } from './import-rows.ts'
import type { Row } from './read-rows.ts'
import { columns, type Cells } from './row-to-input.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const empty = Object.fromEntries(columns.map((column) => [column, undefined])) as Cells

async function* rowsWith(...externalIds: string[]): AsyncGenerator<Row> {
  let line = 1
  for (const id of externalIds) {
    const cells = { ...empty, form: 'quick', external_id: id, first_name: 'Ada', last_name: `Byron ${++line}` }
    yield { line, externalId: id, content: { cells } }
  }
}

function runWith(client: ReturnType<typeof createClient>) {
  return { client, id: 'import-of-test', startedAt: 0 }
}

test('stops sending where the server is gone, and reports the rows that were not sent', async () => {
  server.between = () => Promise.resolve(new Response('bad gateway', { status: 502 }))
  const client = createClient({ baseUrl: server.url, apiKey: 'ck_any', retries: 0 })
  const ids = Array.from({ length: 40 }, (_, at) => `id-${at}`)
  const results = await collect(importRows(rowsWith(...ids), runWith(client), { system: 'crm' }))
  expect(results).toHaveLength(40)
  expect(results.slice(0, 8).every(({ error }) => error === 'protocol')).toBe(true)
  // what is under way when the eighth row fails is still waited for
  expect(results.slice(12).every(({ error }) => error === 'not_sent')).toBe(true)
})

test('a row does not take the place of an earlier one that may yet be added', async () => {
  let isFirst = true
  server.between = (request, next) => {
    if (!isFirst) return next(request)
    isFirst = false
    return Promise.resolve(new Response('bad gateway', { status: 502 }))
  }
  const client = createClient({ baseUrl: server.url, apiKey: server.env.CLIENTELE_KEY, retries: 0 })
  const rows = () => importRows(rowsWith('one', 'one', 'two'), runWith(client), { system: 'crm' })
  expect(await collect(rows())).toMatchObject([
    { error: 'protocol' },
    { error: 'earlier_row_open' },
    { outcome: 'added' },
  ])
  expect(await collect(rows())).toMatchObject([
    { outcome: 'added' },
    { error: 'external_id_taken' },
    { outcome: 'unchanged' },
  ])
})
