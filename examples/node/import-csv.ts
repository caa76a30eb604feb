import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { connect } from './connect.ts'
import { importRows } from './import-csv/import-rows.ts'
import { readRows } from './import-csv/read-rows.ts'
import { reportLines, Summary } from './import-csv/report.ts'
import { runScript } from './run-script.ts'

const usage = `node examples/node/import-csv.ts FILE [--report FILE] [--system KEY] [--owner ACCOUNT_ID]

Adds the clients of a CSV file (UTF-8) to the server at CLIENTELE_URL, with the API key in CLIENTELE_KEY. It can be run
again at any time, also after it was killed: what is there already is not added again. Rows that fail stop no others.

  --report FILE        where to write what became of each row    (FILE.report.csv)
  --system KEY         the system whose ids stand in external_id (crm)
  --owner ACCOUNT_ID   the reseller whose clients they become    (the key's account)

The report has a line for each row: added, unchanged (it was there, just as the row says) or failed, with the error code.
A row with an external id that another client carries is external_id_taken. Names may repeat: the external id tells
clients apart. Rows without one are added only if there is no client of the same name or address.

Exit code: 0 every row is on the server now · 1 some rows failed, all others were handled · 2 nothing could be done, or
the work had to stop: the message says why
`

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      report: { type: 'string' },
      system: { type: 'string', default: 'crm' },
      owner: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Error(usage)
  const reportFile = values.report ?? `${file.replace(/\.csv$/i, '')}.report.csv`
  if (resolve(reportFile) === resolve(file)) throw new Error('The report would overwrite the file. Name another one.')

  // an import has time: it waits for rate limits and for servers that start again
  const client = connect({ timeout: 30_000, totalTimeout: 600_000, retries: 8, maxRetryAfter: 120_000 })
  const source = createReadStream(file)
  await once(source, 'open')
  const { response } = await client.me.get().withResponse()
  const startedAt = Date.parse(response.headers.get('date') ?? '') || Date.now()
  const run = { client, id: `import-${randomUUID()}`, startedAt }

  const report = createWriteStream(reportFile)
  await once(report, 'open')
  const summary = new Summary()
  const results = importRows(readRows(source), run, { system: values.system, ownerId: values.owner })
  try {
    await pipeline(
      reportLines(results, (result) => summary.count(result)),
      report,
    )
  } finally {
    process.stdout.write(`${summary.toString()}\nReport: ${reportFile}\n`)
  }
  return summary.outcomes.failed === 0 ? 0 : 1
})
