import { writeFile } from 'node:fs/promises'
import { defineConfig } from 'tsup'
import { base } from '../../tooling/tsup.ts'

export default defineConfig([
  // tsup drops the directive that stands in the sources
  { ...base, entry: ['src/index.ts', 'src/access.ts'], banner: { js: "'use client'" } },
  // without the directive: a locale that a server component passes on has to be plain data
  { ...base, entry: ['src/locales/*.ts'], outDir: 'dist/locales' },
  // the types alone: tooling/build-mount.ts makes the files
  { ...base, entry: { mount: 'src/mount/index.ts' }, outDir: 'dist/mount', format: 'esm', dts: { only: true } },
  // one sheet with all it imports; the layers stay as they are
  // TypeScript wants to find what is imported for its effect alone
  { entry: ['src/styles.css'], format: 'esm', onSuccess: () => writeFile('dist/styles.css.d.ts', 'export {}\n') },
])
