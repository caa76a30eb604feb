import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { budgets, type Budget } from './budgets.ts'
import { root } from './ran-test.ts'

// A budget may import what a host's panel can.
const panel = join(root, 'apps/demo')

// Prints what a page downloads for each budget (esbuild minified, gzip), and fails where one is exceeded.
const rows = await Promise.all(
  budgets.map(async (budget) => {
    const bytes = await sizeOf(budget)
    return { ...budget, bytes, isOver: bytes > budget.kB * 1000 }
  }),
)
for (const { name, kB, bytes, isOver } of rows) {
  const size = `${(bytes / 1000).toFixed(2)} kB`
  console.log(`${name.padEnd(40)} ${size.padStart(10)} of ${String(kB).padStart(3)} kB${isOver ? '  over budget' : ''}`)
}
process.exitCode = rows.some((row) => row.isOver) ? 1 : 0

/** What is there when the page is: a file that is imported later, when it is first needed, does not count. */
async function sizeOf({ code, external = [], loader = 'ts' }: Budget): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: panel, loader },
    bundle: true,
    splitting: loader === 'ts',
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: panel,
    absWorkingDir: panel,
    target: 'es2022',
    platform: 'browser',
    external: [...external],
  })
  const counted = new Set(
    Object.keys(metafile.outputs).filter((path) => metafile.outputs[path]?.entryPoint === '<stdin>'),
  )
  for (const path of counted) {
    const now = metafile.outputs[path]?.imports.filter(
      ({ kind, external: isHosts }) => kind !== 'dynamic-import' && !isHosts,
    )
    now?.forEach((imported) => counted.add(imported.path))
  }
  return outputFiles
    .filter(({ path }) => counted.has(relative(panel, path)))
    .reduce((sum, file) => sum + gzipSync(file.contents, { level: 9 }).length, 0)
}
