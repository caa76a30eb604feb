import type { DueWork } from './due-work.ts'

/**
 * Lets one run of a kind of work end before the next begins, in this process. Whoever waits for a run then waits for what
 * another had taken before, which is not done before it is over.
 */
export function inTurn(work: DueWork): DueWork {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...work,
    run(by) {
      const next = last.then(() => work.run(by))
      last = next.catch(() => {})
      return next
    },
  }
}
