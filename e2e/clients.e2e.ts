import { expect, test } from './panel.ts'

for (const language of ['en', 'de'] as const) {
  test.describe(language, () => {
    test.use({ language })
    // both projects work on one server, where names they have added stay
    const surname = (project: string) =>
      ({ chromium: 'Ashdown', phone: 'Carver' })[project] + (language === 'de' ? 'sen' : '')

    test('R102: a reseller sees its clients, searches among them and filters them', async ({ panel, page }) => {
      const { w } = panel
      await panel.enter('Jana Petersen')
      await expect(page.getByRole('heading', { name: w.clients, level: 1 })).toBeVisible()
      await expect(panel.row('Aabenraa Cykler')).toBeVisible()

      await panel.search('baeckerei')
      await expect(panel.row('Aabenraa Cykler')).toBeHidden()
      await expect(panel.row(/Bäckerei/).first()).toBeVisible()
      await expect(page).toHaveURL(/[?&]q=baeckerei/)

      await panel.search('lena moller')
      await expect(page).toHaveURL(/[?&]q=lena/)
      await expect(page.getByText(w.count(3), { exact: true })).toBeVisible()
      await page.getByRole('button', { name: w.filters }).click()
      await page.getByRole('checkbox', { name: w.organizationKind }).check()
      await expect(page).toHaveURL(/form=organization/)
      await expect(panel.row('Lena Möller')).toHaveCount(0)

      // the address is all there is to the query: it can be sent to a colleague
      await page.getByRole('checkbox', { name: w.organizationKind }).uncheck()
      await expect(page).not.toHaveURL(/form=/)
      await page.reload()
      await expect(page.getByRole('searchbox')).toHaveValue('lena moller')
      await expect(panel.row('Lena Möller')).toHaveCount(3)
    })

    test('R91, scenario 9: namesakes carry their ids in the list, and descriptions stand beneath names', async ({
      panel,
    }) => {
      await panel.enter('Jana Petersen', '/clients?q=redaktion')
      await expect(panel.row('Redaktion Küstenblatt')).toHaveCount(2)
      for (const row of await panel.row('Redaktion Küstenblatt').all()) await expect(row).toContainText(/acc_\w{26}/)
      await panel.search('aabenraa cykler')
      await expect(panel.row('Aabenraa Cykler')).toBeVisible()
      await expect(panel.row('Aabenraa Cykler')).not.toContainText('acc_')
      await panel.search('lena möller')
      await expect(panel.row('Lena Möller').filter({ hasText: 'Die Goldschmiedin aus Husum.' })).toBeVisible()
    })

    test('R20: a quick client is added by name, found and opened', async ({ panel, page }, { project }) => {
      const { w } = panel
      const name = `Imke ${surname(project.name)}`
      await panel.enter('Tom Wiese')
      await page.getByRole('button', { name: w.addAnother }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByLabel(w.firstName).fill('Imke')
      await sheet.getByLabel(w.lastName).fill(surname(project.name))
      await sheet.getByRole('button', { name: w.save }).click()
      await expect(sheet.getByRole('heading', { name: w.added(name) })).toBeFocused()
      await sheet.getByRole('button', { name: w.goToList }).click()
      await expect(sheet).toBeHidden()
      await panel.search(name)
      await panel.row(name).getByRole('button', { name, exact: true }).click()
      await expect(page).toHaveURL(/\/clients\/acc_\w{26}$/)
      await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
    })

    test('R59, R84, R95: an organization is added with a second address outside its domain, and edited', async ({
      panel,
      page,
    }, { project }) => {
      const { w } = panel
      const name = `Kontor ${surname(project.name)}`
      const domain = `kontor-${surname(project.name).toLowerCase()}.example.org`
      await panel.enter('Jana Petersen')
      await page.getByRole('button', { name: w.addAnother }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('radio', { name: w.anOrganization }).check()
      await sheet.getByLabel(w.productFamily, { exact: true }).selectOption('google_workspace')
      await sheet.getByRole('radio', { name: w.domain, exact: true }).check()
      await sheet.getByLabel(w.organizationName).fill(name)
      await sheet.getByRole('textbox', { name: w.domain, exact: true }).fill(domain)
      await sheet.getByLabel(w.country, { exact: true }).selectOption('DE')
      await sheet.getByLabel(w.postalCode).fill('24103')
      await sheet.getByLabel(w.city).fill('Kiel')
      await sheet.getByLabel(w.firstName).fill('Birte')
      await sheet.getByLabel(w.lastName).fill(surname(project.name))
      await sheet.getByLabel(w.email, { exact: true }).fill(`birte@${domain}`)
      const second = sheet.getByLabel(w.secondEmail)
      await second.fill(`zweit@mail.${domain}`)
      await sheet.getByRole('button', { name: w.save }).click()

      await expect(second).toBeFocused()
      await expect(second).toHaveAccessibleDescription(w.outsideDomain)
      await second.fill('birte@jpetersen.example.net')
      await expect(second).not.toHaveAttribute('aria-invalid', 'true')
      await sheet.getByRole('button', { name: w.save }).click()
      await expect(sheet.getByRole('heading', { name: w.added(name) })).toBeVisible()
      await sheet.getByRole('button', { name: w.goToList }).click()

      await panel.search(domain)
      await panel.row(name).getByRole('button', { name, exact: true }).click()
      await page.getByRole('button', { name: w.editContact }).click()
      await page.getByLabel(w.phone).fill('+49 30 23125 123')
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText('+493023125123')).toBeVisible()

      await page.getByRole('button', { name: w.addDescription }).click()
      await page.getByRole('textbox', { name: w.description }).fill('Zwei Standorte, eine Rechnung.')
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText('Zwei Standorte, eine Rechnung.')).toBeVisible()
    })

    test('support staff may describe a client, and are told why they may do no more', async ({ panel, page }, {
      project,
    }) => {
      const { w } = panel
      await panel.enter('Aylin Kaya')
      const add = page.getByRole('button', { name: w.addAnother })
      await expect(add).toBeDisabled()
      await expect(add).toHaveAccessibleDescription(w.notAllowed)

      await panel.search('Ole Nissen')
      await panel.row('Café Seestern').getByRole('button', { name: 'Café Seestern', exact: true }).click()
      const edit = page.getByRole('button', { name: w.editContact })
      await expect(edit).toBeDisabled()
      await expect(edit).toHaveAccessibleDescription(w.notAllowed)

      const note = `Gesehen: ${project.name}, ${language}`
      await page.getByRole('button', { name: /(Add|Edit) description|Beschreibung (hinzufügen|bearbeiten)/ }).click()
      await page.getByRole('textbox', { name: w.description }).fill(note)
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(note)).toBeVisible()
    })

    test('the platform sees the clients of all resellers', async ({ panel, page }) => {
      await panel.enter('Ines Albrecht', '/clients?q=café seestern')
      await expect(panel.row('Café Seestern')).toHaveCount(2)
      for (const name of ['Aabenraa Cykler', 'Whitby Community Garden']) {
        await panel.search(name)
        await expect(panel.row(name)).toBeVisible()
      }
      // what one reseller has, another does not see
      await page.getByRole('button', { name: panel.w.changePerson }).click()
      await page.getByRole('button', { name: 'Marcus Reed' }).click()
      await expect(panel.row('Whitby Community Garden')).toBeVisible()
      await panel.search('Aabenraa Cykler')
      await expect(panel.row('Aabenraa Cykler')).toHaveCount(0)
      await expect(panel.row('Whitby Community Garden')).toHaveCount(0)
    })
  })
}
