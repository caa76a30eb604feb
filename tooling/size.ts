import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { budgets, kitLater, type Budget } from './budgets.ts'
import { bundleSizes, mountSize } from './bundle.ts'
import { root } from './ran-test.ts'
import { staleSizes, withSizeTable, type SizeRow } from './size-table.ts'

// Prints what a page downloads for each budget, fails where one is exceeded, and keeps the table of the README; with
// --check it only says whether that is stale.
const readme = join(root, 'README.md')
const [rows, later] = await Promise.all([Promise.all(budgets.map(rowOf)), rowsLater()])
const sizes = [...rows, ...later]
for (const { name, bytes, kB } of sizes) {
  const size = `${(bytes / 1000).toFixed(2)} kB`
  console.log(
    `${name.padEnd(48)} ${size.padStart(10)} of ${String(kB).padStart(3)} kB${isOver({ bytes, kB }) ? '  over budget' : ''}`,
  )
}

const text = readFileSync(readme, 'utf8')
const stale = staleSizes(text, sizes)
const isCheck = process.argv.includes('--check')
if (stale.length > 0 && isCheck)
  console.error(`README.md is stale: ${stale.join('; ')}. Run \`npx -y pnpm@12 size\` and commit it.`)
if (stale.length > 0 && !isCheck) writeFileSync(readme, withSizeTable(text, sizes))
process.exitCode = sizes.some(isOver) || (isCheck && stale.length > 0) ? 1 : 0

async function rowOf({ name, kB, page, above }: Budget): Promise<SizeRow> {
  const [bytes, before] = await Promise.all([sizeOf(page), above ? sizeOf(above) : 0])
  return { name, kB, bytes: bytes - before }
}

async function sizeOf(page: Budget['page']): Promise<number> {
  return page === 'mount' ? mountSize() : (await bundleSizes(page)).now
}

/** Each file with what only it needs, on the page that has the least of that already. */
async function rowsLater(): Promise<SizeRow[]> {
  const found = await Promise.all(kitLater.pages.map(bundleSizes))
  const largest = new Map<string, number>()
  for (const [name, bytes] of found.flatMap(({ later }) => Object.entries(later))) {
    largest.set(name, Math.max(bytes, largest.get(name) ?? 0))
  }
  return [...largest].map(([name, bytes]) => ({ name: `${name}, when first needed`, kB: kitLater.kB, bytes }))
}

function isOver({ bytes, kB }: Pick<SizeRow, 'bytes' | 'kB'>): boolean {
  return bytes > kB * 1000
}
