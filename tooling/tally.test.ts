import { expect, test } from 'vitest'
import type { RanTest } from './ran-test.ts'
import { tally } from './tally.ts'

const ran = (status: RanTest['status']): RanTest => ({ project: 'unit', file: 'a.test.ts', title: 'a', status })

test('sums all suites in one line', () => {
  const { line, exitCode } = tally([
    { name: 'vitest', status: 0, tests: [ran('passed'), ran('skipped')] },
    { name: 'playwright', status: 0, tests: [ran('passed')] },
  ])
  expect(line).toBe('tests: 2 passed, 0 failed, 1 skipped')
  expect(exitCode).toBe(0)
})

test('fails when a test failed', () => {
  expect(tally([{ name: 'vitest', status: 1, tests: [ran('failed')] }])).toEqual({
    line: 'tests: 0 passed, 1 failed, 0 skipped',
    faults: [],
    exitCode: 1,
  })
})

test.each([
  ['a runner crashes before its report', [{ name: 'playwright', status: 1, tests: undefined }], 'without a report'],
  ['a runner fails beside its tests', [{ name: 'vitest', status: 1, tests: [ran('passed')] }], 'no test failed'],
  ['nothing ran', [{ name: 'vitest', status: 0, tests: [] }], 'No test ran'],
])('fails when %s', (_case, suites, fault) => {
  const { line, faults, exitCode } = tally(suites)
  expect(line).not.toContain(' 0 failed')
  expect(faults.join()).toContain(fault)
  expect(exitCode).toBe(1)
})

test('fails when a file with tests was taken by no runner', () => {
  const suites = [{ name: 'vitest', status: 0, tests: [ran('passed')] }]
  expect(tally(suites, ['a.test.ts'])).toMatchObject({ faults: [], exitCode: 0 })
  const { faults, exitCode } = tally(suites, ['a.test.ts', 'b.test.ts'])
  expect(faults).toEqual([expect.stringContaining('No test of b.test.ts ran')])
  expect(exitCode).toBe(1)
})
