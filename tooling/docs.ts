import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { apiMarkdown } from './api-md.ts'
import { coverageMarkdown, unknownRules, unproven } from './coverage.ts'
import { describedOpenApi } from './openapi-json.ts'
import { readRanTests, root, testsFile } from './ran-test.ts'
import { readmeWithSnippets } from './readme.ts'
import { rules } from './rules.ts'
import { sourceDocs } from './source-docs.ts'

// Writes the generated documents; with --check only says which are stale; with --release it also keeps openapi.json as
// what the next release is compared with.
const faults: string[] = []
const openapi = describedOpenApi(sourceDocs())
const json = `${JSON.stringify(openapi, null, 2)}\n`

const documents: Record<string, string> = {
  'docs/openapi.json': json,
  'docs/api.md': apiMarkdown(openapi),
  ...coverage(),
  ...readmes(),
}

if (process.argv.includes('--check')) {
  for (const [file, wanted] of Object.entries(documents)) {
    if (read(file) !== wanted) faults.push(`${file} is stale: run \`npx -y pnpm@12 run docs\` and commit it.`)
  }
} else {
  if (process.argv.includes('--release')) documents['docs/openapi.released.json'] = json
  for (const [file, text] of Object.entries(documents)) writeFileSync(join(root, file), text)
  console.log(`Written: ${Object.keys(documents).join(', ')}`)
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function coverage(): Record<string, string> {
  const tests = readRanTests(testsFile)
  if (!tests) {
    faults.push(
      `docs/coverage.md needs a full run of \`npx -y pnpm@12 test\`: ${relative(root, testsFile)} is missing.`,
    )
    return {}
  }
  const failed = tests.filter((test) => test.status === 'failed')
  if (failed.length > 0) {
    faults.push(`docs/coverage.md needs a full run of \`npx -y pnpm@12 test\` in which nothing fails.`)
    faults.push(...failed.map((test) => `It failed in the last one: ${test.file}: ${test.title}`))
    return {}
  }
  faults.push(...unknownRules(rules, tests).map((name) => `No such rule in tooling/rules.ts: ${name}`))
  faults.push(...unproven(rules, tests).map((rule) => `${rule.id} has neither a test nor a reason: ${rule.says}`))
  return { 'docs/coverage.md': coverageMarkdown(rules, tests) }
}

function readmes(): Record<string, string> {
  const files = ['README.md', 'CONTRIBUTING.md', 'docs/benchmarks.md', 'packages/mocks/README.md'].filter((file) =>
    existsSync(join(root, file)),
  )
  return Object.fromEntries(files.map((file) => [file, readmeWithSnippets(read(file) ?? '', read)]))
}

function read(file: string): string | undefined {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined
}
