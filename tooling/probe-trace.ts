import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { chromiumLaunch } from './chromium.ts'
import { root } from './ran-test.ts'
import { serveFolder } from './serve-folder.ts'
const folder = '/tmp/h3prof'
const common = { bundle: true, minifySyntax: true, outdir: folder, target: 'es2022', absWorkingDir: root } as const
await build({ ...common, entryPoints: { page: 'packages/react/bench/table-page.tsx' }, splitting: true, format: 'esm', platform: 'browser', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' } })
await build({ ...common, entryPoints: { styles: 'packages/react/src/styles.css' } })
await writeFile(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="styles.css"><style>.bare { width: 100%; border-collapse: collapse; font: 14px/20px sans-serif } .bare :is(td, th) { padding: 11px 16px; border-bottom: 1px solid #ddd; text-align: start }</style><body><script type="module" src="page.js"></script>')
const { readFileSync } = await import('node:fs')
const edit = process.env.CSSEDIT
if (edit) {
  const file = join(folder, 'styles.css'); let css = readFileSync(file, 'utf8')
  const n = css.length
  if (edit === 'none') css = ''
  if (edit === 'noreset') css = css.replace(/\[data-clientele\] \[data-part\]\[data-part\],[^}]*}/, '')
  if (edit === 'nopseudo') css = css.replace(/(\[data-clientele\] \[data-part\]\[data-part\]),[^}]*}/, '$1{all:revert-layer}')
  if (edit === 'nohas') css = css.replace(/:has\([^)]*\)/g, ':not(*)')
  if (edit === 'nocontainer') css = css.replace(/container-type:[^;]*;|container:[^;]*;/g, '')
  console.log(edit, n, css.length)
  await writeFile(file, css)
}
const site = await serveFolder(folder)
const browser = await chromium.launch(await chromiumLaunch())
const size = Number(process.argv[2] ?? 10000)
declare const bench: any
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
  await page.goto(site.origin + '/')
  await page.waitForFunction(() => 'bench' in globalThis)
  await page.evaluate((n) => bench.load(n), size)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metrics = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]))
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 100 })
  await page.evaluate(() => {
    const w = window as any
    w.counts = { rect: 0, rectMs: 0, add: 0, remove: 0, attr: 0 }
    const wrap = (proto: any, name: string) => { const own = proto[name]; proto[name] = function (...a: any[]) { const t = performance.now(); const r = own.apply(this, a); w.counts[name] = (w.counts[name] ?? 0) + 1; w.counts[name + 'Ms'] = (w.counts[name + 'Ms'] ?? 0) + performance.now() - t; return r } }
    wrap(Element.prototype, 'getBoundingClientRect'); wrap(Node.prototype, 'removeChild'); wrap(Node.prototype, 'appendChild'); wrap(Node.prototype, 'insertBefore'); wrap(Element.prototype, 'setAttribute'); wrap(ResizeObserver.prototype, 'observe'); wrap(window, 'getComputedStyle'); wrap(Document.prototype, 'createElement')
  })
  const keys = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'LayoutCount', 'RecalcStyleCount', 'TaskDuration']

  for (let r = 0; r < 4; r++) for (const n of ['ClientTable', 'bare']) { await page.evaluate((x) => bench.mount(x), n); await page.evaluate(() => bench.unmount()) }
  for (const n of ['ClientTable', 'bare']) {
    await cdp.send('HeapProfiler.collectGarbage')
    await browser.startTracing(page, { categories: ['devtools.timeline', 'blink', 'cc', 'toplevel', 'v8', 'disabled-by-default-devtools.timeline'] })
    for (let r = 0; r < 5; r++) { await page.evaluate((x) => bench.mount(x), n); await page.evaluate(() => bench.unmount()) }
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    const mains = traceEvents.filter((e: any) => e.name === 'thread_name' && e.args.name === 'CrRendererMain')
    for (const main of mains) {
    const own = traceEvents.filter((e: any) => e.ph === 'X' && e.tid === main.tid && e.pid === main.pid && e.tdur !== undefined).sort((a: any, b: any) => a.ts - b.ts || b.dur - a.dur)
    const self = new Map<string, number>(); const stack: any[] = []
    for (const e of own) { while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= e.ts) stack.pop(); const parent = stack.at(-1); if (parent) self.set(parent.name, (self.get(parent.name) ?? 0) - e.tdur); self.set(e.name, (self.get(e.name) ?? 0) + e.tdur); stack.push(e) }
    const total = [...self.values()].reduce((a, b) => a + b, 0)
    if (total < 5000) continue
    console.log(n, (total / 5000).toFixed(1)); for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 18)) console.log((v / 5000).toFixed(2).padStart(8), k)
    }
  }
} finally { await browser.close(); site.close() }
