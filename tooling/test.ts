import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { tally } from './tally.ts'
import { testFiles } from './test-files.ts'
import { readRanTests, root, testsFile, writeRanTests, type RanTest } from './ran-test.ts'

// The test command: everything, or with arguments only what vitest makes of them (`test -- --project unit`).
const args = process.argv.slice(2).filter((argument, index) => index > 0 || argument !== '--')
process.exitCode = args.length > 0 ? spawn('vitest', ['run', ...args]) : runAll()

function runAll(): number {
  rmSync(testsFile, { force: true })
  const suites = [
    runSuite('vitest', ['run', '--allowOnly=false', '--reporter=default', '--reporter=./tooling/vitest-report.ts']),
    runSuite('playwright', ['test', '--pass-with-no-tests', '--reporter=list,./tooling/playwright-report.ts']),
  ]
  const { line, faults, exitCode } = tally(suites, testFiles())
  writeRanTests(
    testsFile,
    suites.flatMap((suite) => suite.tests ?? []),
  )
  for (const fault of faults) console.error(fault)
  console.log(line)
  return exitCode
}

function runSuite(name: string, suiteArgs: string[]): { name: string; status: number; tests: RanTest[] | undefined } {
  const report = `${testsFile}.${name}`
  rmSync(report, { force: true })
  const status = spawn(name, suiteArgs, { TEST_REPORT: report })
  const tests = readRanTests(report)
  if (existsSync(report)) rmSync(report)
  return { name, status, tests }
}

function spawn(command: string, commandArgs: string[], env: Record<string, string> = {}): number {
  const result = spawnSync(command, commandArgs, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32', // npm's commands are .cmd files there
  })
  return result.status ?? 1
}
