import { expect, test } from 'vitest'
import { coverageMarkdown, unknownRules, unproven } from './coverage.ts'
import type { RanTest } from './ran-test.ts'
import type { Rule } from './rules.ts'

const ran = (title: string, project = 'unit', status: RanTest['status'] = 'passed'): RanTest => ({
  project,
  file: 'a.test.ts',
  title,
  status,
})
const first: Rule = { id: 'R1', says: 'First.' }
const third: Rule = { id: 'R3', says: 'Third.', later: 'orders' }

test('lists a test once, with the databases it ran on', () => {
  const tests = [ran('a › R1: adds', 'server-postgres'), ran('a › R1: adds', 'server-pglite')]
  expect(coverageMarkdown([first], tests)).toContain('- a.test.ts: a › R1: adds (PGlite, PostgreSQL)\n')
})

test('reads ranges, several numbers and scenarios, and no number inside another', () => {
  const scenario: Rule = { id: 'scenario 6', says: 'Sixth.' }
  expect(unproven([first, third, scenario], [ran('R1–R3: adds'), ran('Scenario 6: refuses')])).toEqual([])
  expect(unproven([first, third], [ran('R1, R3: adds')])).toEqual([])
  expect(unproven([first], [ran('R10: adds'), ran('AR1 is a road')])).toEqual([first])
})

test('takes neither a failed nor a skipped test for a proof', () => {
  expect(unproven([first], [ran('R1: adds', 'unit', 'failed'), ran('R1: adds', 'unit', 'skipped')])).toEqual([first])
})

test('wants no test where a reason stands, and still wants one where a part comes later', () => {
  expect(unproven([{ id: 'R2', says: 'Second.', kept: 'The host keeps it.' }, third], [])).toEqual([third])
})

test('names numbers that no rule has', () => {
  expect(unknownRules([first], [ran('R999: adds')])).toEqual(['r999 (a.test.ts: R999: adds)'])
})

test('is the same whatever the order in which tests ended', () => {
  const tests = [ran('R1: b'), ran('R1: a'), ran('R1: c', 'e2e-phone')]
  expect(coverageMarkdown([first], tests)).toBe(coverageMarkdown([first], tests.toReversed()))
})
