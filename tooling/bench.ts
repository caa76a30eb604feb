import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchCalls } from './bench-calls.ts'
import { benchServerChecks } from './bench-checks.ts'
import { benchServerPages } from './bench-pages.ts'
import { benchTable } from './bench-table.ts'
import { root } from './ran-test.ts'

// `bench` measures everything and writes docs/benchmarks.md; `bench table` measures one part and writes that alone;
// `bench pages --sizes 1000,100000` measures less and writes nothing.

interface Part {
  title: string
  measure: () => string[] | Promise<string[]>
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { sizes: { type: 'string' } } })
const sizes = values.sizes?.split(',').map(Number)

const parts: Readonly<Record<string, Part>> = {
  calls: { title: 'A call of the SDK', measure: benchCalls },
  pages: { title: 'Pages of clients', measure: () => benchServerPages(sizes) },
  checks: { title: 'May I?', measure: () => benchServerChecks(sizes) },
  table: { title: 'The table in a browser', measure: benchTable },
}
const asked = positionals.length > 0 ? positionals : Object.keys(parts)
for (const name of asked) {
  if (!(name in parts))
    throw new Error(`There is no bench “${name}”. Take ${Object.keys(parts).join(', ')}, or none for all.`)
}

const file = join(root, 'docs/benchmarks.md')
const written = existsSync(file) ? readFileSync(file, 'utf8').split(/^(?=## )/m) : []
const sections: string[] = []
for (const [name, { title, measure }] of Object.entries(parts)) {
  const heading = `## ${title}\n`
  sections.push(
    asked.includes(name)
      ? [heading, ...(await measure()), measuredOn(), ''].join('\n')
      : (written.find((section) => section.startsWith(heading)) ?? ''),
  )
}
const report = [introduction(), ...sections].join('\n')
if (sizes) {
  console.log(`\n${report}`)
} else {
  writeFileSync(file, report)
  spawnSync('oxfmt', [file], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

function introduction(): string {
  return [
    '# Benchmarks',
    '',
    'Written by `npx -y pnpm@12 bench`, or one part of it by `npx -y pnpm@12 bench table`. What is compared is measured in turns in one run, all sizes of a database too, and given as quotients of medians: seconds belong to the machine, quotients to the code.',
    '',
  ].join('\n')
}

function measuredOn(): string {
  const [cpu] = cpus()
  const pglite = versionOf('packages/server/node_modules/@electric-sql/pglite')
  return `Measured on ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PGlite ${pglite}, PostgreSQL 18 (binaries of the tests, no fsync).`
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { version: string }).version
}
