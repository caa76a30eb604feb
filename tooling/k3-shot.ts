import { chromium } from '@playwright/test'
import { chromiumLaunch } from './chromium.ts'
import { serveFolder } from './serve-folder.ts'
const site = await serveFolder('/tmp/k3-sb')
const browser = await chromium.launch(await chromiumLaunch())
const shots: [string, string, number, boolean][] = [
  ['components-accesspanel--one-reseller', '', 1280, false],
  ['components-accesspanel--one-reseller', '', 390, true],
  ['components-accesspanel--several-resellers', 'language:de', 390, true],
  ['components-accesspanel--paused', 'theme:dark', 1280, false],
  ['components-accesspanel--newer-version-offered', '', 1280, false],
  ['components-accesspanel--asking-to-pause', '', 1280, false],
  ['components-reselleraccesstoggle--unsaved', '', 1280, false],
  ['components-reselleraccesstoggle--off-with-ticks-kept', 'direction:rtl', 1280, false],
  ['components-reselleraccesstoggle--locked-by-contract', 'hostPage:bootstrap3', 1280, false],
  ['components-reselleraccesstoggle--saved-and-pending', 'language:de', 390, true],
  ['components-whybutton--switched-off', '', 1280, false],
  ['components-whybutton--wrong-role', 'language:de', 390, true],
  ['components-propagationbadge--pending', '', 1280, false],
  ['components-propagationbadge--overdue', 'language:fr', 390, true],
  ['components-reselleraccesstoggle--tick-without-agreement', '', 1280, false],
]
const only = process.argv[2]
for (const [id, g, w, touch] of shots) {
  if (only && !id.includes(only)) continue
  const c = await browser.newContext({
    viewport: { width: w, height: w === 390 ? 844 : 800 },
    isMobile: touch,
    hasTouch: touch,
  })
  const p = await c.newPage()
  await p.goto(`${site.origin}/iframe.html?id=${id}&viewMode=story${g ? `&globals=${g}` : ''}`)
  await p.waitForTimeout(1800)
  await p.screenshot({
    path: `/tmp/k3-shots/${id.split('--').join('_')}_${g.replace(/\W/g, '')}_${w}.png`,
    fullPage: true,
  })
  await c.close()
}
await browser.close()
await site.close?.()
