import { benchChecks, type CheckResult } from '../packages/server/bench/checks.ts'
import { median } from './median.ts'

const smallest = 1_000
const fullRun = [smallest, 100_000]

/** Measures “may I?” through the server on both databases. */
export async function benchServerChecks(sizes: readonly number[] = fullRun): Promise<string[]> {
  const results: CheckResult[] = []
  await benchChecks(sizes, 300, (result) => {
    results.push(result)
    const { database, clients, question } = result
    console.log(`${database}, ${clients} clients, ${question}: ${median(result.check).toFixed(2)} ms`)
  })
  return [
    'A reseller asks `access.check` about a capability, a client and a subscription, through `server.fetch` with the answer read: each time about another client. *× SQL* is against its one look into the database in the same kind of transaction. *× me* is against `me.get`, the least that any call does: who is asking. *× 1,000* is against the same question at 1,000 clients (budget 2). *ms* is the median and the 99th percentile on this machine.',
    '',
    '| database | question | clients | × SQL | × me | × 1,000 | ms |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...results.map((result) => row(result, results)),
    '',
  ]
}

function row(result: CheckResult, all: readonly CheckResult[]): string {
  const { database, question, clients, check, sql, me } = result
  const base = all.find(
    (other) => other.database === database && other.question === question && other.clients === smallest,
  )
  const over = (times: readonly number[]) => (median(check) / median(times)).toFixed(2)
  const sinceSmallest = base && base !== result ? over(base.check) : ''
  const last = check.toSorted((a, b) => a - b)[Math.floor(check.length * 0.99)] ?? Number.NaN
  const size = clients.toLocaleString('en')
  return `| ${[database, question, size, over(sql), over(me), sinceSmallest, `${median(check).toFixed(1)}, ${last.toFixed(1)}`].join(' | ')} |`
}
