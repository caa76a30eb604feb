import { defineConfig } from 'tsup'
import { base } from '../../tooling/tsup.ts'

export default defineConfig([
  // shims: the migrations are found beside the module, by import.meta.url, in CJS too
  { ...base, platform: 'node', entry: ['src/index.ts'], shims: true },
  { ...base, platform: 'node', entry: ['src/main.ts'], format: 'esm', dts: false },
])
