import { scenarios } from '@clientele/mocks'
import { expect, test } from '@playwright/test'
import { routeToMocks } from './route-to-mocks.ts'
import { servePage } from './serve-page.ts'

// Vite rewrites style sheets for older browsers: `light-dark()` becomes variables that it sets where `color-scheme` stands
// in plain words, and nowhere else.
let served: Awaited<ReturnType<typeof servePage>>
test.beforeAll(async () => {
  served = await servePage()
})
test.afterAll(() => served.close())

for (const [scheme, accent, text] of [
  ['', 'rgb(43, 89, 195)', 'rgb(26, 29, 36)'],
  ['dark', 'rgb(43, 89, 195)', 'rgb(236, 238, 242)'],
] as const) {
  test(`the kit keeps its colours in a page that a bundler made${scheme && `, as the page chooses: ${scheme}`}`, async ({
    page,
  }) => {
    await routeToMocks(page, scenarios.empty())
    await page.goto(served.url)
    const save = page.getByRole('button', { name: 'Save' })
    await expect(save).toBeVisible()
    // as a rule in the page's own style sheet
    await page.evaluate((chosen) => {
      const sheet = new CSSStyleSheet()
      if (chosen) sheet.replaceSync(`:root { --clientele-color-scheme: ${chosen} }`)
      document.adoptedStyleSheets = [sheet]
    }, scheme)
    await expect(save).toHaveCSS('background-color', accent)
    await expect(page.locator('[data-clientele]').first()).toHaveCSS('color', text)
  })
}
