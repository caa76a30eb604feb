import { spawnSync } from 'node:child_process'
import { root } from './ran-test.ts'

interface CallCost {
  name: string
  ratio: number
}

/** Measures what a call of the SDK costs, in a process of its own. */
export function benchCalls(): string[] {
  const { stdout } = spawnSync(process.execPath, ['packages/sdk/bench/call-cpu.ts'], { cwd: root, encoding: 'utf8' })
  const { result } = JSON.parse(stdout) as { result: CallCost[] }
  return [
    'CPU of a process that lists 10 clients from a local server, against bare `fetch` (budget 1.9).',
    '',
    '| way | CPU against bare fetch |',
    '| --- | --- |',
    ...result.map(({ name, ratio }) => `| ${name} | ${ratio.toFixed(2)} |`),
    '',
  ]
}
