import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { csvFolder, readReport, type CsvFolder } from './testing/csv-files.ts'
import { runExample, type Ended } from './testing/run-example.ts'
import { startServer, type RunningServer } from './testing/start-server.ts'

let folder: CsvFolder
let server: RunningServer
let now = new Date()
let person = 0

beforeAll(async () => {
  folder = await csvFolder()
  server = await startServer({ clock: { now: () => now } })
})

beforeEach(() => {
  server.between = (request, next) => next(request)
  now = new Date()
})

afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

type Cells = Parameters<CsvFolder['write']>[0][number]

/** A row that is not like any row of another test. */
function aRow(cells: Cells = {}): Cells {
  const number = ++person
  return { form: 'quick', external_id: `id-${number}`, first_name: 'Ada', last_name: `Byron ${number}`, ...cells }
}

async function importRows(rows: readonly Cells[], args: readonly string[] = []): Promise<Record<string, string>[]> {
  const file = await folder.write(rows)
  const { stderr } = await runExample('import-csv.ts', [file, ...args], server.env)
  expect(stderr).toBe('')
  return readReport(folder.path('clients.report.csv'))
}

async function countOf(q: string): Promise<number | undefined> {
  return (await server.client.clients.list({ q, include: ['total'] })).total?.count
}

function nextDay(): void {
  now = new Date(now.getTime() + 25 * 3_600_000)
}

test('a client that was changed since is a conflict, and one that was completed is not', async () => {
  const rows = [aRow({ phone: '+44 20 7946 0018' }), aRow(), aRow()]
  const [changed, completed] = await importRows(rows)
  await server.client.clients.update(changed?.['client_id'] ?? '', { phone: '+442079460019' })
  await server.client.clients.update(completed?.['client_id'] ?? '', { phone: '+442079460020' })
  const expected = [
    { outcome: 'failed', error: 'external_id_taken', client_id: changed?.['client_id'] },
    { outcome: 'unchanged', error: '', client_id: completed?.['client_id'] },
    { outcome: 'unchanged' },
  ]
  expect(await importRows(rows)).toMatchObject(expected)
  nextDay()
  expect(await importRows(rows)).toMatchObject(expected)
})

test('each row has an idempotency key of its own, the same in every run', async () => {
  const keys: (string | null)[] = []
  server.between = (request, next) => {
    if (request.method === 'POST') keys.push(request.headers.get('idempotency-key'))
    return next(request)
  }
  const { external_id: _id, ...nameless } = aRow()
  const rows = [aRow(), aRow(), nameless]
  await importRows(rows)
  await importRows(rows)
  expect(keys).toHaveLength(6)
  expect(new Set(keys.slice(0, 3))).toEqual(new Set(keys.slice(3)))
  expect(new Set(keys).size).toBe(3)
})

test('a row that was changed since is a conflict', async () => {
  const row = aRow({ company: 'Byron Engines' })
  await importRows([row])
  expect(await importRows([{ ...row, company: 'Byron Looms' }])).toMatchObject([{ error: 'external_id_taken' }])
})

test('a row is the same however it is spelt', async () => {
  const row = aRow({
    form: 'organization',
    name: 'Bücher Byron',
    product_family: 'google_workspace',
    customer_type: 'domain',
    primary_domain: 'bücher-byron.example.com',
    primary_email: 'admin@bücher-byron.example.com',
    secondary_email: 'ada@example.org',
    phone: '+44 20 7946-0018',
    country: 'gb',
    postal_code: 'LS1 4AP',
    description: 'two\r\nlines',
  })
  expect(await importRows([row])).toMatchObject([{ outcome: 'added' }])
  const spelt = { ...row, primary_domain: 'BÜCHER-BYRON.EXAMPLE.COM.', phone: '+442079460018', country: 'GB' }
  expect(await importRows([spelt])).toMatchObject([{ outcome: 'unchanged' }])
})

test('without an external id, a row is added once all the same, and one of the same name is asked about', async () => {
  const row = aRow({ external_id: '', last_name: 'Lovelace' })
  const added = await importRows([row, row])
  expect(added).toMatchObject([{ outcome: 'added' }, { outcome: 'unchanged', client_id: added[0]?.['client_id'] }])
  expect(await importRows([row])).toMatchObject([{ outcome: 'unchanged' }])
  nextDay()
  const namesake = { ...row, phone: '+442079460018' }
  expect(await importRows([row, namesake])).toMatchObject([
    { outcome: 'unchanged', client_id: added[0]?.['client_id'] },
    { outcome: 'failed', error: 'duplicate_suspected' },
  ])
  expect(await countOf('lovelace')).toBe(1)
})

test('with external ids, clients of one name are different clients', async () => {
  const rows = [aRow({ last_name: 'Twin' }), aRow({ last_name: 'Twin' })]
  expect(await importRows(rows)).toMatchObject([{ outcome: 'added' }, { outcome: 'added' }])
})

test('a row that was refused is asked for anew, not refused from memory', async () => {
  const held = aRow()
  const [holder] = await importRows([held])
  const row = aRow({ external_id: held.external_id ?? '' })
  expect(await importRows([row])).toMatchObject([{ error: 'external_id_taken' }])
  await server.client.clients.update(holder?.['client_id'] ?? '', { externalIds: [] })
  expect(await importRows([row])).toMatchObject([{ outcome: 'added' }])
  expect(await importRows([row])).toMatchObject([{ outcome: 'unchanged' }])
})

test('what does not belong to the form of a row is refused, not dropped', async () => {
  expect(await importRows([aRow({ country: 'GB', education: 'maybe' }), aRow({ country: 'GB' })])).toMatchObject([
    { error: 'invalid_choice', fields: '/segments:invalid_choice' },
    { error: 'validation_failed', fields: '/postalAddress:unknown_field' },
  ])
})

test('hostile text is stored as text, and cannot run in a spreadsheet that opens the report', async () => {
  const row = aRow({ external_id: '=HYPERLINK("http://example.com","x")', company: '<img src=x onerror=alert(1)>' })
  const [added] = await importRows([row])
  expect(added?.['external_id']).toBe(`'=HYPERLINK("http://example.com","x")`)
  const client = await server.client.clients.get(added?.['client_id'] ?? '')
  expect(client).toMatchObject({ company: row.company, externalIds: [{ system: 'crm', id: row.external_id }] })
})

test('adds to the reseller and under the system that it is told', async () => {
  const reseller = await server.client.resellers.create({ displayName: 'Northwind', publicIdentifier: 'northwind' })
  const row = aRow()
  const [added] = await importRows([row], ['--owner', reseller.id, '--system', 'billing'])
  const client = await server.client.clients.get(added?.['client_id'] ?? '')
  expect(client.owner.id).toBe(reseller.id)
  expect(client.externalIds).toEqual([{ system: 'billing', id: row.external_id }])
  expect(await importRows([row], ['--owner', reseller.id, '--system', 'billing'])).toMatchObject([
    { outcome: 'unchanged' },
  ])
})

test('waits as long as a rate limit says, and goes on', async () => {
  let refused = 0
  server.between = (request, next) => {
    if (request.method !== 'POST' || refused >= 3) return next(request)
    refused++
    const problem = { code: 'rate_limited', status: 429, retryable: true, data: { retryAfterMs: 1000 } }
    return Promise.resolve(Response.json(problem, { status: 429, headers: { 'retry-after': '1' } }))
  }
  const rows = Array.from({ length: 6 }, () => aRow())
  const report = await importRows(rows)
  expect(report.every(({ outcome }) => outcome === 'added')).toBe(true)
  expect(refused).toBe(3)
})

test.each([
  ['no file is named', [], {}, 'node examples/node/import-csv.ts FILE'],
  ['the file is not there', ['/nowhere/clients.csv'], {}, 'ENOENT'],
  ['the environment does not say where to', ['clients.csv'], { CLIENTELE_URL: '' }, 'CLIENTELE_URL'],
  ['the key is wrong', ['clients.csv'], { CLIENTELE_KEY: 'ck_wrong' }, 'unauthenticated'],
  ['the report cannot be written', ['clients.csv', '--report', '/nowhere/report.csv'], {}, 'ENOENT'],
  ['the report would overwrite the file', ['clients.csv', '--report', 'clients.csv'], {}, 'overwrite'],
])('stops before the first row where %s', async (_, args, env, why) => {
  await folder.write([aRow({ last_name: 'Never' })])
  const paths = args.map((arg) => (arg === 'clients.csv' ? folder.path(arg) : arg))
  const ended: Ended = await runExample('import-csv.ts', paths, { ...server.env, ...env })
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain(why)
  expect(ended.stderr).not.toContain('    at ')
  expect(await countOf('never')).toBe(0)
})

test('says how it is used', async () => {
  const { code, stdout } = await runExample('import-csv.ts', ['--help'], {})
  expect(code).toBe(0)
  expect(stdout).toContain('Exit code: 0 every row is on the server now')
})
