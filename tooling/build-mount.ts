import { build as buildStyles } from 'esbuild'
import { cpSync } from 'node:fs'
import { join, parse, resolve } from 'node:path'
import { build, type Rolldown } from 'vite'
import { root } from './ran-test.ts'

// Builds what pages without a bundler load: mount.js with all it needs, a file a language, and the style sheet.

const kit = join(root, 'packages/react/src')

/** A file of JavaScript as it is served, and those it imports at once. */
export interface Script {
  fileName: string
  code: string
  imports: readonly string[]
}

/** Writes the files into a folder that a page can be served from. */
export async function buildMount(folder: string): Promise<void> {
  const styles = { entryPoints: { styles: join(kit, 'styles.css') }, bundle: true, minify: true } as const
  await Promise.all([mountScripts(folder), buildStyles({ ...styles, outdir: folder })])
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
}

/** The scripts among them: written where a folder is given. */
export function mountScripts(folder?: string): Promise<Script[]> {
  // a page may ask for mount.js with a version behind it (`mount.js?v=2`): what parts import too stands elsewhere, or
  // there would be two Reacts
  const atOnce = { name: 'kit', tags: ['$initial' as const] }
  return forBrowsers('mount', 'mount/index.ts', { groups: [atOnce] }, folder)
}

/** Another source of the kit as one file, for pages that browser tests look at. */
export async function buildPage(source: string, folder: string): Promise<void> {
  await forBrowsers(parse(source).name, source, false, folder)
}

/**
 * ESM for browsers, React inside. What is needed at once is one file, and what is loaded later lies in files of its own:
 * the names of both change with what is in them.
 */
async function forBrowsers(
  name: string,
  source: string,
  codeSplitting: NonNullable<Rolldown.OutputOptions['codeSplitting']>,
  folder?: string,
): Promise<Script[]> {
  const results = await build({
    root: kit,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...(folder === undefined ? { write: false } : { outDir: folder, emptyOutDir: false }),
      target: 'es2022',
      lib: { entry: { [name]: join(kit, source) }, formats: ['es'] },
      rolldownOptions: {
        output: {
          minify: true,
          comments: { legal: false },
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          hashCharacters: 'hex',
          codeSplitting,
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
