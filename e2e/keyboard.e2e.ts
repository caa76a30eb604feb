import { expect, test } from './panel.ts'

test('a client is added by the keyboard alone', async ({ panel, page }, { project }) => {
  await panel.enter('Tom Wiese')
  await expect(panel.row('Aabenraa Cykler')).toBeVisible()
  await page.getByRole('searchbox').focus()
  // filters, add
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: panel.w.addAnother })).toBeFocused()
  await page.keyboard.press('Enter')

  const sheet = page.getByRole('dialog')
  await expect(sheet.getByLabel(panel.w.firstName)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(sheet.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(sheet.getByLabel(panel.w.productFamily, { exact: true })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Greta')
  await page.keyboard.press('Enter')

  // sent too early: the reader is led to what is missing
  await expect(sheet.getByLabel(panel.w.lastName)).toBeFocused()
  await expect(sheet.getByLabel(panel.w.lastName)).toHaveAccessibleDescription(panel.w.refused)
  await page.keyboard.type(`Tastatur-${project.name}`)

  // Escape only puts the form away
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(page.getByRole('button', { name: panel.w.addAnother })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(sheet.getByLabel(panel.w.lastName)).toHaveValue(`Tastatur-${project.name}`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(sheet.getByLabel(panel.w.firstName)).toBeFocused()
  await page.keyboard.press('Enter')

  const name = `Greta Tastatur-${project.name}`
  await expect(sheet.getByRole('heading', { name: panel.w.added(name) })).toBeFocused()
  await page.keyboard.press('Tab') // its id can be copied
  await page.keyboard.press('Tab')
  await expect(sheet.getByRole('button', { name: panel.w.goToList })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await panel.search(name)
  await expect(panel.row(name)).toBeVisible()
})
