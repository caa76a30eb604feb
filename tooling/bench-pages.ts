import { benchPages, type PageResult } from '../packages/server/bench/pages.ts'

const smallest = 1_000
const fullRun = [smallest, 100_000, 1_000_000]

/** Measures pages of clients through the server on both databases. Fewer or smaller sizes take less time. */
export async function benchServerPages(sizes: readonly number[] = fullRun): Promise<string[]> {
  const pages: PageResult[] = []
  await benchPages(sizes, 60, (result) => {
    pages.push(result)
    const times = `${result.server.toFixed(2)} ms, its SQL ${result.sql.toFixed(2)} ms`
    console.log(`${result.database}, ${result.clients} clients, ${result.caller}, ${result.page}: ${times}`)
  })
  return pageTables(pages)
}

function pageTables(results: PageResult[]): string[] {
  return [
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
