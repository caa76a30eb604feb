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
  const m = (v: number[]) => v.toSorted((x, y) => x - y)[v.length >> 1]!
  console.log(['', 'time', ...keys].join('  '))
  for (const [k, rows] of Object.entries(med)) console.log(k.padEnd(22), rows[0]!.map((_, i) => m(rows.map((r) => r[i]!)).toFixed(2)).join('  '))
  for (const [act, top] of Object.entries(tops)) { console.log(act); for (const [k, us] of [...top].sort((x, y) => y[1] - x[1]).slice(0, 30)) console.log((us / 8000).toFixed(2).padStart(8), k) }
} finally { await browser.close(); site.close() }
