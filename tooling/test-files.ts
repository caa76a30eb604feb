import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { root } from './ran-test.ts'

const folders = '{apps,e2e,examples,packages,tooling}'
const notOurs = ['node_modules', 'dist']

/** Every file with tests: one that no project of a runner takes would prove nothing. */
export function testFiles(): string[] {
  return globSync([`${folders}/**/*.test.{ts,tsx}`, `${folders}/**/*.e2e.ts`], {
    cwd: root,
    exclude: (path) => notOurs.includes(basename(path)),
  })
}
