import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type BuildOptions } from 'esbuild'
import { root } from './ran-test.ts'

// Builds what pages without a bundler load: mount.js with all it needs, a file a language, and the style sheet.

const kit = join(root, 'packages/react/src')

/** ESM for browsers, React inside. What is loaded later lies in files of its own, and their names change with them. */
const mountOptions: BuildOptions = {
  entryPoints: { mount: join(kit, 'mount/index.ts') },
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
  await Promise.all([build({ ...mountOptions, outdir: folder }), build({ ...styles, outdir: folder })])
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

if (import.meta.main) await buildMount(resolve(process.argv[2] ?? 'dist/mount'))
