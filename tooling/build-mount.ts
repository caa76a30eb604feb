import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { root } from './ran-test.ts'

// Builds what pages without a bundler load: mount.js with all it needs, a file a language, and the style sheet.

const kit = join(root, 'packages/react/src')

/** ESM for browsers, React inside. What is loaded later lies in files of its own, and their names change with them. */
const forBrowsers: BuildOptions = {
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  chunkNames: 'parts/[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
}

/** Writes the files into a folder that a page can be served from. */
export async function buildMount(folder: string): Promise<void> {
  const styles = { entryPoints: { styles: join(kit, 'styles.css') }, bundle: true, minify: true } as const
  const mount = { mount: join(kit, 'mount/index.ts') }
  await Promise.all([
    build({ ...forBrowsers, entryPoints: mount, outdir: folder }),
    build({ ...styles, outdir: folder }),
  ])
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

/** The same of another source of the kit, for pages that browser tests look at. */
export async function buildPage(source: string, folder: string): Promise<void> {
  await build({ ...forBrowsers, entryPoints: [join(kit, source)], outdir: folder })
}

if (import.meta.main) await buildMount(resolve(process.argv[2] ?? 'dist/mount'))
