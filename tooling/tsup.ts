import { rmSync } from 'node:fs'
import type { Options } from 'tsup'

// tsup cleans for each configuration of a package on its own, and so takes away what another has just written
rmSync('dist', { recursive: true, force: true })

/** What all packages build alike: ESM and CJS with types, for the oldest Node and browsers that are supported. */
export const base: Options = {
  format: ['esm', 'cjs'],
  dts: true,
  target: 'es2022',
  platform: 'neutral',
  splitting: true, // entries share their modules: a class must not exist twice
  sourcemap: true,
}
