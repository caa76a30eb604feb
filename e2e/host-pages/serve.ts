import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPanel } from '../../examples/php-panel/host.ts'
import { listen } from '../../examples/php-panel/listen.ts'
import { buildMount, buildPage } from '../../tooling/build-mount.ts'
import { fullPage, hosts, partsPage, stagePage, type HostName } from './pages.ts'

// Serves the example's panel and the pages of other hosts, with a mount build of the sources as they are. It says where
// on its first line, and ends with its standard input.

const folder = mkdtempSync(join(tmpdir(), 'clientele-hosts-'))
const mountFolder = join(folder, 'clientele')
mkdirSync(mountFolder)
await Promise.all([buildMount(mountFolder), buildPage('testing/parts-page.tsx', folder)])
const { resolve } = createRequire(import.meta.url)
const here = (name: string) => join(import.meta.dirname, name)
const panel = await openPanel({
  mountFolder,
  files: {
    ...Object.fromEntries((Object.keys(hosts) as HostName[]).flatMap(pagesOf)),
    '/hosts/stage.js': here('stage.js'),
    '/hosts/parts.js': here('parts.js'),
    '/hosts/parts-page.js': join(folder, 'parts-page.js'),
    '/hosts/stage.css': here('stage.css'),
    '/hosts/ten-px.css': here('ten-px.css'),
    '/hosts/bootstrap-5.css': resolve('bootstrap-5/dist/css/bootstrap.min.css'),
    '/hosts/preflight.css': resolve('tailwindcss/preflight.css'),
  },
})
const { address, close } = await listen(panel.fetch, 0)
console.log(JSON.stringify({ address, clients: panel.clients }))

process.stdin.resume()
await once(process.stdin, 'end')
close()
await panel.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)

function pagesOf(host: HostName): [string, string][] {
  const write = (name: string, text: string): [string, string] => {
    const file = join(folder, `${name}-${host}.html`)
    writeFileSync(file, text)
    return [`/${name}/${host}`, file]
  }
  return [write('stage', stagePage(host)), write('parts', partsPage(host)), write('full', fullPage(host))]
}
