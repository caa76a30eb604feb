import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** One test of one project, as it ended. */
export interface RanTest {
  project: string
  file: string
  /** The titles from the outermost `describe` inwards, joined by ` › `. */
  title: string
  status: 'passed' | 'failed' | 'skipped'
}

export const root = resolve(import.meta.dirname, '..')

/** What the last full run of the test command ran. */
export const testsFile = resolve(root, 'node_modules/.cache/clientele/tests.json')

export function readRanTests(file: string): RanTest[] | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RanTest[]) : undefined
}

export function writeRanTests(file: string, tests: readonly RanTest[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(tests, null, 1)}\n`)
}
