import { expect, test } from './panel.ts'

test('language and theme are remembered', async ({ panel, page }) => {
  await panel.enter('Marcus Reed')
  const table = page.getByRole('table', { name: 'Clients' })
  await expect(table).toBeVisible()
  const brightness = () => page.evaluate(() => getComputedStyle(document.body).colorScheme)
  expect(await brightness()).toBe('light')

  await page.getByRole('button', { name: 'Dark theme' }).click()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Kunden' })).toBeVisible()
  expect(await brightness()).toBe('dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
})

test('the page lives under a strict content security policy, and nothing else is served', async ({ page, request }) => {
  const response = await page.goto('/clients')
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self'; style-src 'self'")
  expect(policy).not.toContain('unsafe')
  for (const path of ['/.data/keys.json', '/demo.ts', '/../package.json']) {
    expect((await request.get(path)).status()).toBe(404)
  }
})

for (const language of ['en', 'de'] as const) {
  test.describe(language, () => {
    test.use({ language })
    for (const width of [320, 390, 768, 1280]) {
      test(`nothing is wider than a window of ${width} px`, async ({ panel, page }) => {
        await page.setViewportSize({ width, height: 800 })
        await panel.enter('Jana Petersen')
        await expect(panel.row('Aabenraa Cykler')).toBeVisible()
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(await overflow()).toBeLessThanOrEqual(0)
        await page.getByRole('button', { name: panel.w.addAnother }).click()
        const sheet = page.getByRole('dialog')
        await sheet.getByRole('radio', { name: panel.w.anOrganization }).check()
        await sheet.getByRole('button', { name: panel.w.save }).click()
        await expect(sheet.locator('[aria-invalid="true"]').first()).toBeFocused()
        expect(await sheet.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0)
        await page.keyboard.press('Escape')
        await panel.row('Aabenraa Cykler').getByRole('button').first().click()
        await expect(page.getByRole('heading', { level: 2, name: 'Aabenraa Cykler' })).toBeVisible()
        expect(await overflow()).toBeLessThanOrEqual(0)
      })
    }
  })
}
