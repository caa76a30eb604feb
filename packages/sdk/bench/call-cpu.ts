// CPU of one SDK call against bare fetch and against ky alone, in turns, in one process, on one local server.
// Run: node packages/sdk/bench/call-cpu.ts. Ratios are what counts: seconds are the machine's.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { clients } from '@clientele/contract'
import { call, createClient, createTransport } from '@clientele/sdk'
import ky from 'ky'
import { median } from '../../../tooling/median.ts'

const server = fork(new URL('./page-server.ts', import.meta.url))
const [port] = (await once(server, 'message')) as [number]

const baseUrl = `http://127.0.0.1:${port}`
const apiKey = 'ck_bench'
const url = `${baseUrl}/v1/clients?limit=10`
const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json' }
const client = createClient({ baseUrl, apiKey })
const transport = createTransport({ baseUrl, apiKey })
const { signal } = new AbortController()

const ways: Record<string, () => PromiseLike<unknown>> = {
  fetch: async () => (await (await fetch(url, { headers })).json()) as unknown,
  ky: () => ky(url, { headers }).json(),
  sdk: () => client.clients.list({ limit: 10 }),
  'sdk, one function': () => call(transport, clients.list, { limit: 10 }),
  'sdk, with a signal': () => client.clients.list({ limit: 10 }, { signal }),
}

const rounds = Number(process.env['ROUNDS'] ?? 40)
const callsEach = 200
const spent: Record<string, number[]> = {}

for (let round = -5; round < rounds; round++) {
  for (const [name, way] of Object.entries(ways)) {
    const before = process.cpuUsage()
    for (let i = 0; i < callsEach; i++) await way()
    const { user, system } = process.cpuUsage(before)
    if (round >= 0) (spent[name] ??= []).push((user + system) / callsEach) // the rounds before warm up
  }
}
server.disconnect()

// the quotient within a round: what disturbs the machine disturbs all of a round
const base = spent['fetch'] ?? []
const result = Object.entries(spent).map(([name, times]) => ({
  name,
  microsecondsPerCall: Math.round(median(times)),
  ratio: Number(median(times.map((time, i) => time / (base[i] ?? time))).toFixed(2)),
}))
process.stdout.write(`${JSON.stringify({ budget: 1.9, result }, null, 2)}\n`)
