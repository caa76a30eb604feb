import type { RanTest } from './ran-test.ts'

export interface Suite {
  name: string
  /** The exit code of its runner. */
  status: number
  /** `undefined` where the runner ended without a report. */
  tests: readonly RanTest[] | undefined
}

/**
 * Sums suites into the last line of the test command, what is wrong beyond single tests, and the exit code. `files` are all
 * that hold tests: each has to be taken by some runner.
 */
export function tally(
  suites: readonly Suite[],
  files: readonly string[] = [],
): { line: string; faults: string[]; exitCode: number } {
  const tests = suites.flatMap((suite) => suite.tests ?? [])
  const count = (status: RanTest['status']) => tests.filter((test) => test.status === status).length
  const faults = suites.flatMap((suite) => {
    if (suite.tests === undefined) return [`${suite.name} ended with code ${suite.status} and without a report.`]
    const explained = suite.status === 0 || suite.tests.some((test) => test.status === 'failed')
    return explained
      ? []
      : [`${suite.name} ended with code ${suite.status} though no test failed: see its output above.`]
  })
  if (tests.length === 0) faults.push('No test ran.')
  const ran = new Set(tests.map(({ file }) => file))
  const isWhole = suites.every((suite) => suite.tests !== undefined)
  for (const file of isWhole ? files.filter((one) => !ran.has(one)) : []) {
    faults.push(`No test of ${file} ran: no project of a runner takes it, by its name or by its place.`)
  }
  const failed = count('failed') + faults.length // so that the line alone tells a run that is not whole
  return {
    line: `tests: ${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`,
    faults,
    exitCode: failed > 0 ? 1 : 0,
  }
}
