import type { DueWork, Working } from './due-work.ts'

/**
 * Does everything that is due, until none has anything left: one kind may make another due. What throws stops no other;
 * it is thrown at the end.
 */
export async function runDueWork(kinds: readonly DueWork[], by: Working): Promise<number> {
  const failures = new Map<DueWork, unknown>()
  let total = 0
  for (let done = -1; done !== 0; total += done) {
    done = 0
    for (const work of kinds) {
      if (!failures.has(work)) done += await work.run(by).catch((error: unknown) => (failures.set(work, error), 0))
    }
  }
  const [[work, error] = []] = failures
  if (work) throw new Error(`Clientele: the due work “${work.name}” failed.`, { cause: error })
  return total
}
