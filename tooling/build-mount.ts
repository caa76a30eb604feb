import { build as buildStyles } from 'esbuild'
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { root } from './ran-test.ts'

// Builds what pages without a bundler load: mount.js with all it needs, a file a language, and the style sheet.

const kit = join(root, 'packages/react/src')

/** A file of JavaScript as it is served, and those it imports at once. */
export interface Script {
  fileName: string
  code: string
  imports: readonly string[]
  isEntry: boolean
}

/** Writes the files into a folder that a page can be served from. */
export async function buildMount(folder: string): Promise<void> {
  const styles = { entryPoints: { styles: join(kit, 'styles.css') }, bundle: true, minify: true } as const
  await Promise.all([mountScripts(folder), buildStyles({ ...styles, outdir: folder })])
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

/** The scripts among them, written where a folder is given. */
export function mountScripts(folder?: string): Promise<Script[]> {
  return forBrowsers({ mount: join(kit, 'mount/index.ts') }, folder)
}

/** The same of another source of the kit, for pages that browser tests look at. */
export async function buildPage(source: string, folder: string): Promise<void> {
  await forBrowsers({ 'parts-page': join(kit, source) }, folder)
}

/**
 * ESM for browsers, React inside. What is needed at once is one file, and what is loaded later lies in files of its own:
 * the names of all of them change with them. A page may ask for the entry with a version of its own behind it
 * (`mount.js?v=2`), so nothing imports that: there would be two Reacts.
 */
async function forBrowsers(entry: Record<string, string>, folder?: string): Promise<Script[]> {
  const results = await build({
    root: kit,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...(folder === undefined ? { write: false } : { outDir: folder, emptyOutDir: false }),
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          comments: { legal: false },
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          hashCharacters: 'hex',
          codeSplitting: { groups: [{ name: 'kit', tags: ['$initial'] }] },
        },
        // the bundler has no use for 'use client', and says so once a file
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
        },
      },
    },
  })
  return (Array.isArray(results) ? results : [results])
    .flatMap((result) => ('output' in result ? result.output : []))
    .flatMap((file) => (file.type === 'chunk' ? [file] : []))
}

if (import.meta.main) await buildMount(resolve(process.argv[2] ?? 'dist/mount'))
