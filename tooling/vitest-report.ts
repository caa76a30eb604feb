import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { root, writeRanTests, type RanTest } from './ran-test.ts'

/** Writes what ran to the file named by `TEST_REPORT`. */
export default class VitestReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env['TEST_REPORT']
    if (file === undefined) return
    writeRanTests(
      file,
      modules.flatMap((module) => [...module.children.allTests()].map((test) => ranTest(module, test))),
    )
  }
}

function ranTest(module: TestModule, test: TestCase): RanTest {
  const { state } = test.result()
  return {
    project: module.project.name,
    file: relative(root, module.moduleId),
    title: test.fullName.replaceAll(' > ', ' › '),
    status: state === 'pending' ? 'failed' : state, // never ended
  }
}
