import type { Locator, Page } from '@playwright/test'
import { accessWords, type AccessWords } from './access-words.ts'
import { expect, test } from './panel.ts'

const reseller = 'Nordlicht Hosting'

for (const language of ['en', 'de'] as const) {
  const a = accessWords[language]

  test.describe(language, () => {
    test.use({ language })

    test('a client with names only lets its reseller in, watches it, and stops it: scenarios 1, 11, 13', async ({
      panel,
      page,
      desk,
      refused,
    }, { project }) => {
      test.setTimeout(180_000)
      const { w } = panel
      // both projects work on one server, where names they have added stay
      const lastName = { chromium: 'Overby', phone: 'Rosted' }[project.name] + (language === 'de' ? 'sen' : '')
      const name = `Frieda ${lastName}`
      const address = `frieda.${lastName.toLowerCase()}@example.org`

      await test.step('the reseller adds a client, of whom it knows names only', async () => {
        await panel.enter('Jana Petersen')
        await page.getByRole('button', { name: w.addAnother }).click()
        const sheet = page.getByRole('dialog')
        await sheet.getByLabel(w.firstName).fill('Frieda')
        await sheet.getByLabel(w.lastName).fill(lastName)
        await sheet.getByRole('button', { name: w.save }).click()
        await sheet.getByRole('button', { name: w.goToList }).click()
        await panel.search(name)
        await panel.row(name).getByRole('button', { name, exact: true }).click()
        await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
      })

      await test.step('R22–R26: it asks for access: a level, an address, a message', async () => {
        await page.getByRole('button', { name: a.requestAccess }).click()
        const dialog = page.getByRole('dialog', { name: a.askFor(name) })
        await dialog.getByRole('button', { name: a.next }).click()
        await expect(dialog.getByText(a.levelWanted)).toBeVisible()
        await dialog.getByRole('radio', { name: a.manage, exact: true }).check()
        await dialog.getByRole('button', { name: a.next }).click()
        await dialog.getByRole('textbox', { name: a.recipient }).fill(address)
        await expect(dialog.getByRole('textbox', { name: a.message, exact: true })).not.toHaveValue('')
        await dialog.getByRole('combobox', { name: a.mailLanguage }).selectOption(language)
        await dialog.getByRole('button', { name: a.send }).click()
        const sent = page.getByRole('dialog', { name: a.sentTo(name) })
        await expect(sent).toContainText(address)
        await sent.getByRole('button', { name: a.done }).click()
        await expect(page.getByText(a.requested, { exact: true })).toBeVisible()
      })

      await test.step('the mail lies in the mailbox of the client, who follows its link', async () => {
        await openMail(desk, a, address, a.askedSubject(reseller, name))
        await followLink(desk)
        await expect(desk).toHaveURL(/\/access$/)
        await expect(desk.getByRole('heading', { name: a.asks(reseller) })).toBeVisible()
      })

      await test.step('R4, R211: it accepts, and nothing is said to be in effect that is not', async () => {
        await desk.getByRole('button', { name: a.accept, exact: true }).click()
        await desk.getByRole('alertdialog').getByRole('button', { name: a.accept, exact: true }).click()
        await expect(desk.getByRole('heading', { name: a.allowed(reseller) })).toBeVisible()
        await expect(desk.getByText(a.notYet)).toBeVisible()
      })

      await test.step('R28: both sides have the confirmation, the client with its receipt and a link', async () => {
        // the reseller reads its mails in its own language
        await openMail(desk, a, 'jana@nordlicht.example.net', `${name} hat Ihre Bitte um Zugriff angenommen`)
        await openMail(desk, a, address, a.allowedSubject(reseller))
        await expect(desk.getByRole('link', { name: /\.jws$/ })).toBeVisible()
        await followLink(desk)
        await expect(desk).toHaveURL(/\/access\/manage$/)
        await expect(desk.getByRole('heading', { name: a.accessOf(reseller) })).toBeVisible()
        await expect(desk.getByText(a.onItsWay)).toBeVisible()
      })

      await test.step('the clock moves, and it is in effect', async () => {
        await desk.getByRole('button', { name: a.hour }).click()
        await expect(desk.getByText(a.inEffect)).toBeVisible()
        await expect(desk.getByText(a.onItsWay)).toBeHidden()
        await expect(page.getByText(a.requested, { exact: true })).toBeHidden()
      })

      await test.step('the client goes to its account, and buys a product from the hosting company itself', async () => {
        await openMail(desk, a, address, a.askedSubject(reseller, name))
        await followLink(desk)
        await page.getByRole('button', { name: a.beThisClient }).click()
      })

      refused.add(403)
    })
  })
}

/** Opens the newest mail with this subject to this address. */
async function openMail(page: Page, a: AccessWords, address: string, subject: string): Promise<void> {
  await page.goto('/mailbox')
  await page.getByLabel(a.mailboxOf).selectOption(address)
  await page.getByRole('list', { name: a.mails }).getByRole('link', { name: subject }).first().click()
  await expect(page.getByRole('heading', { name: subject })).toBeVisible()
}

/** Follows the button of the mail that is open. */
async function followLink(page: Page): Promise<void> {
  await page.frameLocator('iframe').getByRole('link').first().click()
}
