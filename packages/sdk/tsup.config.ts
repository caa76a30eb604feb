import { defineConfig } from 'tsup'
import { base } from '../../tooling/tsup.ts'

export default defineConfig({
  ...base,
  entry: ['src/index.ts', 'src/receipts.ts', 'src/session-route.ts', 'src/webhooks.ts'],
})
