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
  const tops: Record<string, Map<string, number>> = {}
  const med: Record<string, number[][]> = {}
  for (let round = -3; round < 8; round++) for (const name of ['ClientTable', 'bare']) for (const act of ['mount', 'selectAll'] as const) {
    await cdp.send('HeapProfiler.collectGarbage')
    const a = await metrics()
    const prof = process.argv[3] === act && round >= 0 && name === 'ClientTable'
    if (prof) await cdp.send('Profiler.start')
    const t = act === 'mount' ? await page.evaluate((n) => bench.mount(n), name) : await page.evaluate(() => bench.selectAll())
    if (prof) {
      const { profile } = await cdp.send('Profiler.stop')
      const byId = new Map(profile.nodes.map((n) => [n.id, n]))
      const top = (tops[act] ??= new Map())
      profile.samples!.forEach((id, i) => { const n = byId.get(id)!; const k = `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}`; top.set(k, (top.get(k) ?? 0) + (profile.timeDeltas![i] ?? 0)) })
    }
    const b = await metrics()
    if (round >= 0) (med[`${name} ${act}`] ??= []).push([t, ...keys.map((k) => (b[k]! - a[k]!) * (k.endsWith('Count') ? 1 : 1000))])
    if (act === 'selectAll') await page.evaluate(() => bench.unmount())
  }
  await page.evaluate(() => bench.mount('ClientTable')); await page.evaluate(() => bench.unmount())
  for (const name of ['ClientTable', 'bare']) {
    await page.evaluate(() => { (window as any).counts = {} })
    await page.evaluate((n) => bench.mount(n), name)
    console.log(name, JSON.stringify(await page.evaluate(() => (window as any).counts)))
    await page.evaluate(() => bench.unmount())
  }
  const m = (v: number[]) => v.toSorted((x, y) => x - y)[v.length >> 1]!
  console.log(['', 'time', ...keys].join('  '))
  for (const [k, rows] of Object.entries(med)) console.log(k.padEnd(22), rows[0]!.map((_, i) => m(rows.map((r) => r[i]!)).toFixed(2)).join('  '))
  for (const [act, top] of Object.entries(tops)) { console.log(act); for (const [k, us] of [...top].sort((x, y) => y[1] - x[1]).slice(0, 30)) console.log((us / 8000).toFixed(2).padStart(8), k) }
} finally { await browser.close(); site.close() }
