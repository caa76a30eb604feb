import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvFolder, readReport, type CsvFolder } from './testing/csv-files.ts'
import { startDroppingProxy } from './testing/dropping-proxy.ts'
import { runExample, startExample, type Ended } from './testing/run-example.ts'
import { startServer } from './testing/start-server.ts'
import { whatIsThere } from './testing/what-is-there.ts'

const realExport = fileURLToPath(new URL('data/clients.csv', import.meta.url))
const patient = 300_000

/** What the 104 rows of the real export fail with. */
const failures = {
  validation_failed: 88,
  external_id_taken: 6,
  invalid_choice: 5,
  domain_taken_own: 4,
  row_incomplete: 1,
}

let folder: CsvFolder
let fresh: object[]
let first: { ended: Ended; report: Record<string, string>[] }
let second: { ended: Ended; report: Record<string, string>[]; there: object[] }
let listed: Ended

beforeAll(async () => {
  folder = await csvFolder()
  await using server = await startServer()
  first = { ended: await importInto(server.env, 'first.csv'), report: await readReport(folder.path('first.csv')) }
  fresh = await whatIsThere(server.client)
  listed = await runExample('list-clients.ts', [], server.env)
  const ended = await importInto(server.env, 'second.csv')
  second = { ended, report: await readReport(folder.path('second.csv')), there: await whatIsThere(server.client) }
}, patient)

afterAll(() => folder[Symbol.asyncDispose]())

function importInto(env: Record<string, string>, report: string): Promise<Ended> {
  return runExample('import-csv.ts', [realExport, '--report', folder.path(report)], env)
}

function counts(report: readonly Record<string, string>[], column: string): Record<string, number> {
  const values = report.map((row) => row[column] ?? '').filter((value) => value !== '')
  return Object.fromEntries(Object.entries(Object.groupBy(values, String)).map(([key, all]) => [key, all?.length ?? 0]))
}

describe('a real export of 601 records', () => {
  test('is added but for the rows that cannot be, and each of those says why', () => {
    expect(first.ended).toMatchObject({ code: 1, stderr: '' })
    expect(first.report).toHaveLength(601)
    expect(counts(first.report, 'outcome')).toEqual({ added: 497, failed: 104 })
    expect(counts(first.report, 'error')).toEqual(failures)
    expect(fresh).toHaveLength(497)
    expect(first.ended.stdout).toContain('601 rows: 497 added, 0 unchanged, 104 failed\n  validation_failed 88\n')
  })

  test('says which fields were refused', () => {
    const fields = first.report.flatMap((row) => (row['fields'] ?? '').split(' ')).map((field) => ({ field }))
    expect(counts(fields, 'field')).toEqual({
      '/admin/firstName:required': 6,
      '/admin/lastName:required': 2,
      '/company:too_long': 1,
      '/customerType:team_type_not_allowed_for_product': 3,
      '/form:invalid_choice': 5,
      '/languageCode:language_not_supported': 6,
      '/name:too_long': 3,
      '/person/firstName:required': 1,
      '/person/lastName:required': 3,
      '/phone:phone_not_international': 25,
      '/postalAddress/countryCode:country_not_supported': 5,
      '/postalAddress/postalCode:postal_code_invalid': 2,
      '/primaryDomain:domain_has_www': 3,
      '/primaryDomain:domain_invalid': 9,
      '/primaryEmail:email_invalid': 6,
      '/primaryEmail:primary_email_not_on_domain': 5,
      '/productFamily:invalid_choice': 3,
      '/secondaryEmail:secondary_email_on_primary_domain': 8,
      '/secondaryEmail:secondary_email_required_for_domain': 3,
    })
  })

  test('reports rows in the order of the file, by the line where an editor shows them', () => {
    const lines = first.report.map((row) => Number(row['line']))
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    const lineOf = (id: string) => first.report.find((row) => row['external_id'] === id)?.['line']
    expect([lineOf('crm-short'), lineOf('crm-1566')]).toEqual(['211', '594'])
  })

  test('the second of a pair with one external id is external_id_taken, and names the client that has it', () => {
    const pair = first.report.filter((row) => row['external_id'] === 'crm-1370')
    expect(pair).toMatchObject([{ outcome: 'added' }, { outcome: 'failed', error: 'external_id_taken' }])
    expect(pair[1]?.['client_id']).toBe(pair[0]?.['client_id'])
  })

  test('the second of a pair is added where the first one was refused', () => {
    const pair = first.report.filter((row) => row['external_id'] === 'crm-1352')
    expect(pair).toMatchObject([{ outcome: 'failed', error: 'validation_failed' }, { outcome: 'added' }])
  })

  test('all of it is listed, over several pages', () => {
    expect(listed).toMatchObject({ code: 0, stderr: '' })
    const lines = listed.stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(497)
    expect(new Set(lines.map((line) => line.split('\t')[0])).size).toBe(497)
  })

  test('adds nothing when it is run again, and tells what is there already from conflicts', () => {
    expect(counts(second.report, 'outcome')).toEqual({ unchanged: 497, failed: 104 })
    // two rows that were refused find by now that the second of their pair has the id
    expect(counts(second.report, 'error')).toEqual({ ...failures, validation_failed: 86, external_id_taken: 8 })
    expect(second.there).toEqual(fresh)
    const idsOf = (report: typeof first.report, outcome: string) =>
      report.filter((row) => row['outcome'] === outcome).map((row) => row['client_id'])
    expect(idsOf(second.report, 'unchanged')).toEqual(idsOf(first.report, 'added'))
  })

  test(
    'killed twice in the middle, it ends as if it had not been',
    async () => {
      await using server = await startServer()
      let acknowledged = 0
      for (const killAt of [60, 300]) {
        const killed = startExample('import-csv.ts', [realExport, '--report', folder.path('killed.csv')], server.env)
        server.between = async (request, next) => {
          const response = await next(request)
          if (response.status === 201 && response.headers.get('idempotency-replayed') === null) acknowledged++
          if (acknowledged >= killAt) killed.process.kill('SIGKILL')
          return response
        }
        expect((await killed.ended).code).toBeNull()
      }
      server.between = (request, next) => next(request)
      const ended = await importInto(server.env, 'after.csv')
      const report = await readReport(folder.path('after.csv'))
      const { added = 0, unchanged = 0, failed } = counts(report, 'outcome')
      expect(ended.code).toBe(1)
      expect({ sum: added + unchanged, failed }).toEqual({ sum: 497, failed: 104 })
      expect(unchanged).toBeGreaterThanOrEqual(300)
      expect(added).toBeGreaterThan(0)
      expect(await whatIsThere(server.client)).toEqual(fresh)
    },
    patient,
  )

  test(
    'ends the same where connections break, before and after the server has done its part',
    async () => {
      await using server = await startServer()
      await using proxy = await startDroppingProxy(server.port, { asking: 60, answering: 35 })
      await importInto({ ...server.env, CLIENTELE_URL: proxy.url }, 'dropped.csv')
      const report = await readReport(folder.path('dropped.csv'))
      expect(proxy.dropped.asking).toBeGreaterThan(5)
      expect(proxy.dropped.answering).toBeGreaterThan(5)
      expect(counts(report, 'outcome')).toEqual({ added: 497, failed: 104 })
      expect(counts(report, 'error')).toEqual(failures)
      expect(await whatIsThere(server.client)).toEqual(fresh)
    },
    patient,
  )
})
