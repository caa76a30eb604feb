import { join } from 'node:path'
import { openPanel } from './host.ts'
import { listen } from './listen.ts'

// The panel without PHP: `node serve.ts`, and PORT where it should not be 5180. Build the packages first.

const panel = await openPanel({ mountFolder: join(import.meta.dirname, 'node_modules/@clientele/react/dist/mount') })
const { address } = await listen(panel.fetch, Number(process.env['PORT'] ?? 5180))
console.log(`The panel: ${address}`)
