import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { build } from 'esbuild'
import type { TableBench, TableName } from '../packages/react/bench/table-page.tsx'
import { chromiumLaunch } from './chromium.ts'
import { median } from './median.ts'
import { root } from './ran-test.ts'
import { serveFolder } from './serve-folder.ts'

// what is evaluated in the page finds it there
declare const bench: TableBench

const sizes = [1_000, 10_000, 100_000]
const rounds = 5
const warmUps = 1
const steps = 50
const names: readonly TableName[] = ['ClientTable', 'bare']
const budget = { size: 10_000, ratio: 1.5, of: ['mount', 'select all'] } as const

/** What is measured, by its name in the table; milliseconds, a number of elements, or megabytes. */
interface Measured {
  mount: number
  'select all': number
  'scroll, a frame': number
  'scroll, longest frame': number
  'elements in the page': number
  'heap above the data': number
}

const units: Readonly<Record<keyof Measured, (value: number) => string>> = {
  mount: milliseconds,
  'select all': milliseconds,
  'scroll, a frame': milliseconds,
  'scroll, longest frame': milliseconds,
  'elements in the page': (value) => value.toFixed(0),
  'heap above the data': (value) => `${value.toFixed(1)} MB`,
}

/** Measures ClientTable in a Chromium against a bare table with the same rows, in turns in one page a size. */
export async function benchTable(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-bench-'))
  await buildPage(folder)
  const site = await serveFolder(folder)
  const browser = await chromium.launch(await chromiumLaunch())
  try {
    const lines: string[] = []
    let verdict = ''
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(`${site.origin}/`)
      const runs = await measure(page, size)
      lines.push(...sizeTable(size, runs))
      if (size === budget.size) verdict = verdictOn(runs)
      await page.close()
    }
    return [...introduction(browser.version(), verdict), ...lines]
  } finally {
    await browser.close()
    site.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** As a host would serve it: minified, React for production, the style sheet of the kit. */
async function buildPage(folder: string): Promise<void> {
  const common = { bundle: true, minify: true, outdir: folder, target: 'es2022', absWorkingDir: root } as const
  await build({
    ...common,
    entryPoints: { page: 'packages/react/bench/table-page.tsx' },
    splitting: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  await build({ ...common, entryPoints: { styles: 'packages/react/src/styles.css' } })
  const bare = `
    .bare { width: 100%; border-collapse: separate; border-spacing: 0; table-layout: fixed; font: 14px/20px sans-serif }
    .bare :is(td, th) { padding: 11px 16px; border-bottom: 1px solid #ddd; text-align: start; vertical-align: top }
    .bare :is(td, th):first-child { width: 40px; padding-block: 0 }
    .bare th:nth-child(4) { width: 168px }
    .bare th:nth-child(5) { width: 124px }
    .bare th:nth-child(6) { width: 148px }
    .bare th:nth-child(7) { width: 116px }
    .bare b { font-weight: 500 }
    .bare p { margin: 2px 0 0; font-size: 13px; line-height: 18px }
    .bare span { padding: 0 8px; border: 1px solid; border-radius: 10px; font-size: 12px; line-height: 18px }`
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="styles.css"><style>${bare}</style><body><script type="module" src="page.js"></script>`,
  )
}

type Runs = Readonly<Record<TableName, Measured[]>>

async function measure(page: Page, size: number): Promise<Runs> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.waitForFunction(() => 'bench' in globalThis)
  await page.evaluate((count) => bench.load(count), size)
  const runs: Runs = { ClientTable: [], bare: [] }
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const measured = await measureOnce(page, devTools, name)
      console.log(
        `${size} clients, ${name}: mount ${milliseconds(measured.mount)}, select all ${milliseconds(measured['select all'])}`,
      )
      if (round >= 0) runs[name].push(measured)
    }
  }
  return runs
}

async function measureOnce(page: Page, devTools: CDPSession, name: TableName): Promise<Measured> {
  const cpu = async (act: () => Promise<unknown>) => {
    const before = await cpuOf(devTools)
    await act()
    return (await cpuOf(devTools)) - before
  }
  let longest = 0
  const heapBefore = await heapOf(devTools)
  const mount = await cpu(() => page.evaluate((which) => bench.mount(which), name))
  const elements = await page.evaluate(() => bench.elements())
  const scroll = await cpu(async () => (longest = await page.evaluate((count) => bench.scroll(count), steps)))
  await page.evaluate(() => bench.scrollBack())
  const selectAll = await cpu(() => page.evaluate(() => bench.selectAll()))
  const heap = (await heapOf(devTools)) - heapBefore
  await page.evaluate(() => bench.unmount())
  return {
    mount,
    'select all': selectAll,
    'scroll, a frame': scroll / steps,
    'scroll, longest frame': longest,
    'elements in the page': elements,
    'heap above the data': heap / 1e6,
  }
}

/** Milliseconds of processor that the page's main thread has spent so far: what else the machine does is not in it. */
async function cpuOf(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** Bytes in use once nothing is left to collect. */
async function heapOf(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage')
  return (await devTools.send('Runtime.getHeapUsage')).usedSize
}

function introduction(version: string, verdict: string): string[] {
  return [
    `ClientTable in Chromium ${version}, 1280 × 800, against a bare native table with TanStack Virtual that shows the same: columns, facts and words, descriptions, check boxes and a badge. It is told how high its rows are and has nothing else: no search, no order, no narrow screens, no styles that hold their ground in a host's page. It draws ten rows beyond what is in view, as ClientTable does while it scrolls; at first ClientTable draws as many as fill the window. Both are built for production and drawn in turns in one page, which scrolls as a whole; medians of ${rounds} rounds. All pages of the list are in the cache before the clock starts, as if a person had read to the end and come back: what ClientTable keeps from the time before (the rows of all pages in one, the formats of the language, how wide it was and how high its rows) is there, and a very first mount is not measured. The pages came through the SDK from a \`fetch\` that answers from memory, so that no server is in the numbers. Milliseconds are those of the processor that the page's main thread takes until the frame that shows the result: script, styles, layout and paint; the longest frame is by the clock. Scrolling is from top to bottom in ${steps} steps, a frame each, so that every step shows rows that were not there. Heap is after garbage collection, with all clients selected, above what the loaded clients take by themselves.`,
    '',
    `Budget: *mount* and *select all* at 10,000 clients at most ${budget.ratio} times the bare table. ${verdict}`,
    '',
  ]
}

function sizeTable(size: number, runs: Runs): string[] {
  const rows = Object.entries(units).map(([what, written]) => {
    const { own, bare, ratio } = compared(runs, what as keyof Measured)
    return `| ${[what, written(median(own)), written(median(bare)), ratio.toFixed(2)].join(' | ')} |`
  })
  return [
    `### ${size.toLocaleString('en')} clients`,
    '',
    '| what | ClientTable | bare table | × bare |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ]
}

function verdictOn(runs: Runs): string {
  const said = budget.of.map((what) => {
    const { ratio } = compared(runs, what)
    return `*${what}* takes ${ratio.toFixed(2)} times, which ${ratio <= budget.ratio ? 'holds' : 'does not hold'}`
  })
  return `As measured, ${said.join('; ')}.`
}

function compared(runs: Runs, what: keyof Measured) {
  const [own = [], bare = []] = names.map((name) => runs[name].map((run) => run[what]))
  // the quotient within a round: what disturbs the machine disturbs all of a round
  return { own, bare, ratio: median(own.map((value, round) => value / (bare[round] ?? value))) }
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`
}
