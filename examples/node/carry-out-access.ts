import { isApiError, type Clientele } from '@clientele/sdk'
import type { Propagation } from '@clientele/contract'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { carryOut, type Outcome } from './carry-out-access/at-vendor.ts'
import { connect } from './connect.ts'
import { runScript } from './run-script.ts'

const usage = `node examples/node/carry-out-access.ts [--every SECONDS]

Brings access into effect where your products are run, with a key of the platform: takes what is on its way, carries it
out by the function in carry-out-access/at-vendor.ts, which you replace by your own, and reports what became of it. Run
one of it at a time.

  --every   goes on until it is stopped, and looks again after so many seconds; else it looks once

Exit code: 0 done · 1 something could not be carried out or reported · 2 wrong arguments, or no server
`

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const every = values.every === undefined ? undefined : Number(values.every)
  if (positionals.length > 0 || (every !== undefined && !(every > 0))) throw new Error(usage)
  const clientele = connect()
  const stopped = whenStopped()
  let isWell = await carryOutAll(clientele, stopped)
  if (every !== undefined) {
    while (await passed(every, stopped)) isWell = await carryOutAll(clientele, stopped)
  }
  return isWell ? 0 : 1
})

/** Carries out everything that is pending, the oldest first, and says whether all of it went well. */
async function carryOutAll(clientele: Clientele, stopped: AbortSignal): Promise<boolean> {
  let isWell = true
  try {
    for await (const change of clientele.propagations.list({ state: ['pending'], limit: 100 })) {
      if (stopped.aborted) break
      const outcome = await tryOnce(change)
      // what is on its way, or failed for the moment, stays pending: it comes again
      if (outcome && outcome.outcome !== 'on_its_way') await clientele.propagations.observed(change.id, outcome)
      const { createdAt, id, target, targetId, wanted } = change
      const line = [createdAt, id, target, targetId, wanted ? 'on' : 'off', outcome?.outcome ?? 'not_now']
      process.stdout.write(`${line.join('\t')}\n`)
      isWell &&= outcome !== undefined
    }
  } catch (error) {
    if (!isApiError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return false
  }
  return isWell
}

async function tryOnce(change: Propagation): Promise<Outcome | undefined> {
  try {
    return await carryOut(change)
  } catch (error) {
    process.stderr.write(`${change.id}: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}

/** Waits, and says whether to go on. */
async function passed(seconds: number, stopped: AbortSignal): Promise<boolean> {
  return wait(seconds * 1000, true, { signal: stopped }).catch(() => false)
}

/** It ends after the change under way, not in the middle of it. */
function whenStopped(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}
