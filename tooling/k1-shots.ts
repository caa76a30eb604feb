import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from './chromium.ts'
import { serveFolder } from './serve-folder.ts'
const [, , only = 'access-request', viewName = ''] = process.argv
const { entries } = JSON.parse(readFileSync('/tmp/k1/sb/index.json', 'utf8'))
const site = await serveFolder('/tmp/k1/sb')
const browser = await chromium.launch(await chromiumLaunch())
const views = [
  { name: 'desk', q: '', o: { viewport: { width: 1280, height: 800 } } },
  {
    name: 'phone-de',
    q: '&globals=language:de',
    o: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  },
  { name: 'rtl-dark', q: '&globals=direction:rtl;theme:dark', o: { viewport: { width: 1280, height: 800 } } },
]
mkdirSync('/tmp/k1/shots', { recursive: true })
for (const v of views.filter((v) => v.name.includes(viewName))) {
  const page = await (await browser.newContext({ ...v.o, reducedMotion: 'reduce' })).newPage()
  for (const e of Object.values<any>(entries).filter((e) => e.type === 'story' && new RegExp(only).test(e.id))) {
    await page.goto(`${site.origin}/iframe.html?viewMode=story&id=${e.id}${v.q}`)
    const phase = await (
      await page.waitForFunction(
        () => {
          const p = (globalThis as any).__STORYBOOK_PREVIEW__?.currentRender?.phase
          return ['finished', 'errored', 'aborted'].includes(p) ? p : null
        },
        undefined,
        { timeout: 30000 },
      )
    ).jsonValue()
    if (phase !== 'finished') console.log(e.id, v.name, phase)
    await page.screenshot({ path: `/tmp/k1/shots/${e.id.replace('components-', '')}.${v.name}.png`, fullPage: true })
  }
}
await browser.close()
site.close()
