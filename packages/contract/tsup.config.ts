import { defineConfig } from 'tsup'
import { base } from '../../tooling/tsup.ts'

export default defineConfig({
  ...base,
  entry: ['src/index.ts', 'src/forms.ts', 'src/schemas.ts', 'src/examples.ts', 'src/openapi.ts'],
})
