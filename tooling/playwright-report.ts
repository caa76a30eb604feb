import { relative } from 'node:path'
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { root, writeRanTests, type RanTest } from './ran-test.ts'

/** Writes what ran to the file named by `TEST_REPORT`. */
export default class PlaywrightReport implements Reporter {
  #suite: Suite | undefined

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }

  onEnd(): void {
    const file = process.env['TEST_REPORT']
    if (file !== undefined) writeRanTests(file, this.#suite?.allTests().map(ranTest) ?? [])
  }

  printsToStdio(): boolean {
    return false
  }
}

function ranTest(test: TestCase): RanTest {
  const [, project, , ...titles] = test.titlePath()
  return {
    project: `e2e-${project ?? ''}`,
    file: relative(root, test.location.file),
    title: titles.join(' › '),
    status: statusOf(test),
  }
}

function statusOf(test: TestCase): RanTest['status'] {
  if (test.results.length === 0) return 'failed' // never started: an earlier failure ended the run
  const outcome = test.outcome()
  if (outcome === 'skipped') return 'skipped'
  return outcome === 'expected' ? 'passed' : 'failed'
}
