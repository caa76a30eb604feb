import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { benchPages, type PageResult } from '../packages/server/bench/pages.ts'
import { root } from './ran-test.ts'

// `bench` measures everything and writes docs/benchmarks.md; `bench --sizes 1000,100000` measures less and writes nothing.
const smallest = 1_000
const fullRun = [smallest, 100_000, 1_000_000]
const at = process.argv.indexOf('--sizes')
const sizes = at < 0 ? fullRun : (process.argv[at + 1] ?? '').split(',').map(Number)

const pages: PageResult[] = []
await benchPages(sizes, 60, (result) => {
  pages.push(result)
  const times = `${result.server.toFixed(2)} ms, its SQL ${result.sql.toFixed(2)} ms`
  console.log(`${result.database}, ${result.clients} clients, ${result.caller}, ${result.page}: ${times}`)
})
const calls = callCosts()
const report = [...heading(), ...callTable(calls), ...pageTables(pages)].join('\n')
if (at < 0) writeFileSync(join(root, 'docs/benchmarks.md'), `${report}\n`)
else console.log(`\n${report}`)

interface CallCost {
  name: string
  ratio: number
}

function callCosts(): CallCost[] {
  const { stdout } = spawnSync(process.execPath, ['packages/sdk/bench/call-cpu.ts'], { cwd: root, encoding: 'utf8' })
  return (JSON.parse(stdout) as { result: CallCost[] }).result
}

function heading(): string[] {
  const [cpu] = cpus()
  const pglite = versionOf('packages/server/node_modules/@electric-sql/pglite')
  return [
    '# Benchmarks',
    '',
    'Written by `npx -y pnpm@12 bench`. What is compared is measured in turns in one run, all sizes of a database too, and given as quotients of medians: seconds belong to the machine, quotients to the code.',
    '',
    `Machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PGlite ${pglite}, PostgreSQL 18 (binaries of the tests, no fsync).`,
    '',
  ]
}

function callTable(calls: CallCost[]): string[] {
  return [
    '## A call of the SDK',
    '',
    'CPU of a process that lists 10 clients from a local server, against bare `fetch` (budget 1.9).',
    '',
    '| way | CPU against bare fetch |',
    '| --- | --- |',
    ...calls.map(({ name, ratio }) => `| ${name} | ${ratio.toFixed(2)} |`),
    '',
  ]
}

function pageTables(results: PageResult[]): string[] {
  return [
    '## Pages of clients',
    '',
    'Pages of 50, through `server.fetch` with the answer read: rights, row-level security, search terms, views and JSON included. *× SQL* is against the same statements in the same kind of transaction (begin, role, setting, statements, commit) over the same pool (budget 2). *× 1,000* is against the same page at 1,000 clients (budget 2). The reseller owns nine tenths of all clients, the platform sees all. The data is hard on search: ten first names, ten last names and ten trades make up all names. At 1,000 clients the last two searches find 10 rows and 1, so that their *× 1,000* compares a short page with a full one.',
    '',
    ...['PGlite', 'PostgreSQL'].flatMap((database) =>
      ['reseller', 'platform'].flatMap((caller) =>
        pageTable(
          `### ${database}, ${caller}`,
          results.filter((result) => result.database === database && result.caller === caller),
        ),
      ),
    ),
  ]
}

function pageTable(title: string, results: PageResult[]): string[] {
  const counts = [...new Set(results.map(({ clients }) => clients))]
  const names = [...new Set(results.map(({ page }) => page))]
  const of = (page: string, clients: number) =>
    results.find((result) => result.page === page && result.clients === clients)
  const columns = counts.flatMap((count) => {
    const size = count.toLocaleString('en')
    return count === smallest ? [`× SQL at ${size}`] : [`× SQL at ${size}`, `× 1,000 at ${size}`]
  })
  const row = (page: string) => {
    const base = of(page, smallest)
    const cells = counts.flatMap((count) => {
      const result = of(page, count)
      if (!result) return ['']
      const overSql = (result.server / result.sql).toFixed(2)
      return count === smallest ? [overSql] : [overSql, base ? (result.server / base.server).toFixed(2) : '']
    })
    return `| ${[page, ...cells].join(' | ')} |`
  }
  return [
    title,
    '',
    `| page | ${columns.join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...names.map(row),
    '',
  ]
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { version: string }).version
}
