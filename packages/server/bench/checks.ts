import type { AccessAnswer, AccessQuestion } from '@clientele/contract'
import { factsAbout } from '../src/access/may.ts'
import { transactions } from '../src/database/transaction.ts'
import {
  askServer,
  databaseKinds,
  openBenchServer,
  timed,
  type BenchServer,
  type DatabaseKind,
} from './bench-server.ts'
import { loadAccess } from './load-access.ts'

/** How a question is answered, by the number of the client it is about: which ones are so, see `loadAccess`. */
const questions: Record<string, { of: (nth: number) => number; allowed: boolean }> = {
  'yes: what it sold itself': { of: (nth) => nth * 10 + 1, allowed: true },
  'yes: bought directly, ticked': { of: (nth) => nth * 20 + 4, allowed: true },
  'no: bought directly, not ticked': { of: (nth) => nth * 20 + 2, allowed: false },
  'no: the switch is off': { of: (nth) => nth * 20, allowed: false },
}

/** One kind of question: milliseconds of each time it was asked. */
export interface CheckResult {
  database: DatabaseKind
  clients: number
  question: string
  check: number[]
  /** Its look into the database alone, in the same kind of transaction. */
  sql: number[]
  /** The least that any call does: who is asking. */
  me: number[]
}

/** Measures `access.check`, each time about another client, all sizes of a kind of database in turns. */
export async function benchChecks(
  sizes: readonly number[],
  rounds: number,
  report: (result: CheckResult) => void,
): Promise<void> {
  for (const database of databaseKinds) {
    const benches: Bench[] = []
    try {
      for (const clients of sizes) benches.push(await open(database, clients))
      for (const question of Object.keys(questions)) {
        const results = benches.map(({ clients }) => ({ database, clients, question, check: [], sql: [], me: [] }))
        for (let round = -20; round < rounds; round++) {
          for (const [at, bench] of benches.entries()) await askOnce(bench, round, results[at] as CheckResult)
        }
        results.forEach(report)
      }
    } finally {
      for (const { close } of benches) await close()
    }
  }
}

interface Bench extends BenchServer {
  clients: number
  transact: Awaited<ReturnType<typeof transactions>>
}

async function open(database: DatabaseKind, clients: number): Promise<Bench> {
  const bench = await openBenchServer(database, clients)
  await loadAccess(bench.pool)
  return { ...bench, clients, transact: await transactions(bench.pool) }
}

async function askOnce(bench: Bench, round: number, { question, check, sql, me }: CheckResult): Promise<void> {
  const { of, allowed } = questions[question] as (typeof questions)[string]
  // spread over all of them, and the same ones in each run
  const nth = (Math.abs(round) * 7919) % Math.floor(bench.clients / 20)
  const id = `01${of(nth).toString(16).toUpperCase().padStart(24, '0')}`
  const asked = { clientId: `acc_${id}`, capability: 'products.manage', subscriptionId: `sub_${id}` } as const
  const checkTook = await timed(() => ask(bench, asked, allowed))
  const sqlTook = await timed(() => look(bench, asked))
  const meTook = await timed(() => askServer(bench.server, bench.reseller.key, '/me'))
  if (round < 0) return
  check.push(checkTook)
  sql.push(sqlTook)
  me.push(meTook)
}

async function ask({ server, reseller }: Bench, asked: AccessQuestion, allowed: boolean): Promise<void> {
  const answer = await askServer<AccessAnswer>(server, reseller.key, '/access/check', asked)
  if (answer.allowed !== allowed) throw new Error(`Clientele: the bench was answered ${JSON.stringify(answer)}.`)
}

async function look({ transact, reseller }: Bench, asked: AccessQuestion): Promise<void> {
  const scope = { reach: 'some', account: reseller.id, caller: 'bench', accounts: [reseller.id] } as const
  const role = 'reseller_owner' as const
  const { subscriptionId, ...others } = asked
  await transact(scope, (tx) =>
    factsAbout(tx, { ...others, subscriptionId, resellerId: reseller.id, role, now: new Date() }),
  )
}
