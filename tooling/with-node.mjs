// Runs a script of the workspace under the Node that the workspace brings along, or says what to do. When the automatic
// install fails, pnpm only warns and goes on under the machine's Node, which may not even read TypeScript.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const wanted = 24
const [script = '', ...args] = process.argv.slice(2)

if (Number.parseInt(process.versions.node, 10) < wanted) {
  console.error(
    `This needs Node ${wanted}, which the workspace brings along, but it runs under this machine's Node ${process.versions.node}: ` +
      'the automatic install has failed (see above). Run `npx -y pnpm@12 install`, mend what it reports, then try again.',
  )
  process.exit(1)
}
process.argv.splice(1, process.argv.length, resolve(script), ...args)
await import(pathToFileURL(resolve(script)).href)
