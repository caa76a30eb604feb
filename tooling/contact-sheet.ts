import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { chromiumLaunch } from './chromium.ts'
import { contactSheetPage, type Shot } from './contact-sheet-page.ts'
import { root } from './ran-test.ts'
import { serveFolder } from './serve-folder.ts'

// Photographs every story of the built Storybook and writes one page with all of them. It fails where a story does not
// play to its end, or where anything is asked of another origin. `contact-sheet.ts client-table` takes those alone.

interface Story {
  id: string
  type: 'story' | 'docs'
  title: string
  name: string
  tags: string[]
}

interface View {
  name: string
  globals?: string
  context: BrowserContextOptions
  /** All stories, or those that are tagged as representative. */
  of: 'all' | 'modes'
}

const desktop = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const views: readonly View[] = [
  { name: '1280', context: desktop, of: 'all' },
  { name: '390', context: phone, of: 'all' },
  { name: 'German', globals: 'language:de', context: phone, of: 'modes' },
  { name: 'right to left', globals: 'direction:rtl', context: desktop, of: 'modes' },
  { name: 'dark', globals: 'theme:dark', context: desktop, of: 'modes' },
  { name: 'Bootstrap 3', globals: 'hostPage:bootstrap3', context: desktop, of: 'modes' },
  { name: 'French in Tailwind', globals: 'language:fr;hostPage:tailwind', context: desktop, of: 'modes' },
]

const built = resolve(root, 'node_modules/.cache/clientele/storybook')
const out = resolve(root, 'node_modules/.cache/clientele/contact-sheet')
const [, , only = ''] = process.argv
const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as { entries: Record<string, Story> }
const stories = Object.values(entries).filter((entry) => entry.type === 'story' && entry.id.includes(only))

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const site = await serveFolder(built)
const browser = await chromium.launch(await chromiumLaunch())
const faults: string[] = []
const shots: Shot[] = []

try {
  const work = [...views.map((view) => () => photograph(browser, view)), () => visitDocs(browser)]
  const next = async (): Promise<void> => {
    for (let job = work.shift(); job; job = work.shift()) await job()
  }
  await Promise.all([next(), next()])
} finally {
  await browser.close()
  site.close()
}
writeFileSync(
  join(out, 'index.html'),
  contactSheetPage(
    shots,
    views.map((view) => view.name),
  ),
)
for (const fault of faults) console.error(fault)
console.log(
  `contact sheet: ${shots.length} pictures of ${stories.length} stories, ${faults.length} faults: ${join(out, 'index.html')}`,
)
process.exitCode = faults.length > 0 || shots.length === 0 ? 1 : 0

async function photograph(inBrowser: Browser, view: View): Promise<void> {
  const page = await openPage(inBrowser, view.context)
  for (const story of stories.filter(({ tags }) => view.of === 'all' || tags.includes('modes'))) {
    const globals = view.globals === undefined ? '' : `&globals=${view.globals}`
    await page.goto(`${site.origin}/iframe.html?viewMode=story&id=${story.id}${globals}`)
    const phase = await endOf(page)
    if (phase !== 'finished') faults.push(`${story.id} (${view.name}) did not play to its end: ${phase}`)
    const file = `${story.id}.${view.name.replaceAll(' ', '-')}.jpg`
    const clip = { x: 0, y: 0, width: view.context.viewport?.width ?? 0, height: await heightOf(page) }
    await page.screenshot({
      path: join(out, file),
      type: 'jpeg',
      quality: 80,
      animations: 'disabled',
      fullPage: true,
      clip,
    })
    shots.push({ file, story: `${story.title} / ${story.name}`, view: view.name })
  }
  await page.context().close()
}

/** Documents are read, not photographed: they have to ask no other origin either. */
async function visitDocs(inBrowser: Browser): Promise<void> {
  const page = await openPage(inBrowser, desktop)
  await page.goto(`${site.origin}/`)
  await page.locator('iframe').first().waitFor()
  for (const { id, type } of Object.values(entries)) {
    if (type !== 'docs') continue
    await page.goto(`${site.origin}/iframe.html?viewMode=docs&id=${id}`)
    await page.locator('#storybook-docs h1').first().waitFor()
  }
  await page.context().close()
}

async function openPage(inBrowser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await inBrowser.newContext({ ...options, reducedMotion: 'reduce' })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== site.origin)
      faults.push(`A story asked another origin: ${request.url()}`)
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  return page
}

interface Preview {
  currentRender?: { phase?: string }
}

/** Waits until the story is drawn and its play function is through. */
async function endOf(page: Page): Promise<string> {
  const handle = await page.waitForFunction(
    () => {
      const { __STORYBOOK_PREVIEW__: preview } = globalThis as { __STORYBOOK_PREVIEW__?: Preview }
      const phase = preview?.currentRender?.phase ?? ''
      return ['finished', 'errored', 'aborted'].includes(phase) ? phase : null
    },
    undefined,
    { timeout: 30_000 },
  )
  return (await handle.jsonValue()) ?? ''
}

/** Of a list without end, three screens say enough. */
async function heightOf(page: Page): Promise<number> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return Math.min(height, 2400)
}
