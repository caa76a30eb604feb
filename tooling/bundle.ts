import { basename, extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { PageCode } from './budgets.ts'
import { mountScripts } from './build-mount.ts'
import { root } from './ran-test.ts'

// A budget may import what a host's panel can.
const panel = join(root, 'apps/demo')

export interface BundleSizes {
  /** Bytes that are there when the page is, minified and gzip. */
  now: number
  /** Bytes of each file that is imported later, with what only it needs, by the file's name. */
  later: Readonly<Record<string, number>>
}

/** What a page downloads for some code. */
export async function bundleSizes({ code, external = [], loader = 'ts' }: PageCode): Promise<BundleSizes> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: panel, loader },
    bundle: true,
    splitting: loader === 'ts',
    minify: true,
    legalComments: 'none',
    write: false,
    metafile: true,
    format: 'esm',
    outdir: panel,
    absWorkingDir: panel,
    target: 'es2022',
    platform: 'browser',
    external: [...external],
  })
  const bytes = new Map(outputFiles.map(({ path, contents }) => [relative(panel, path), compressed(contents)]))

  /** A file and all it imports at once. */
  const filesOf = (entry: string): Set<string> => {
    const files = new Set([entry])
    for (const file of files) {
      for (const { path, kind, external: isHosts } of metafile.outputs[file]?.imports ?? []) {
        if (kind !== 'dynamic-import' && !isHosts) files.add(path)
      }
    }
    return files
  }
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + (bytes.get(file) ?? 0), 0)

  const entries = Object.entries(metafile.outputs).flatMap(([file, { entryPoint }]) =>
    entryPoint === undefined ? [] : [{ file, entryPoint }],
  )
  const now = new Set(
    entries.filter(({ entryPoint }) => entryPoint === '<stdin>').flatMap(({ file }) => [...filesOf(file)]),
  )
  const later = entries
    .filter(({ file }) => !now.has(file))
    .map(({ file, entryPoint }) => [
      basename(entryPoint, extname(entryPoint)),
      sum([...filesOf(file)].filter((each) => !now.has(each))),
    ])
  return { now: sum(now), later: Object.fromEntries(later) as Record<string, number> }
}

/** Bytes of what `mount.js` loads at once, as it is built for the package. */
export async function mountSize(): Promise<number> {
  const scripts = new Map((await mountScripts()).map((script) => [script.fileName, script]))
  const now = new Set(['mount.js'])
  for (const file of now) for (const more of scripts.get(file)?.imports ?? []) now.add(more)
  return [...now].reduce((total, file) => total + compressed(scripts.get(file)?.code ?? ''), 0)
}

function compressed(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
