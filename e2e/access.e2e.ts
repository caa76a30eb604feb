import type { Locator, Page } from '@playwright/test'
import { accessWords, type AccessWords } from './access-words.ts'
import { expect, test } from './panel.ts'

const reseller = 'Nordlicht Hosting'
const editors = 'Redaktion Küstenblatt'

for (const language of ['en', 'de'] as const) {
  const a = accessWords[language]

  test.describe(language, () => {
    // what is refused on the way: a purchase without a card, a call while all is paused; and sessions end as the clock moves
    test.use({ language, refusals: [401, 403, 409], actionTimeout: 15_000 })

    test('a client with names only lets its reseller in, watches it, adds a subscription, and stops it: scenario 1', async ({
      panel,
      page,
      desk: { page: desk },
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
        const question = desk.getByRole('alertdialog', { name: a.allowThis(reseller) })
        await question.getByRole('button', { name: a.accept, exact: true }).click()
        await expect(desk.getByRole('heading', { name: a.allowed(reseller) })).toBeVisible()
        await expect(desk.getByText(a.notYet).first()).toBeVisible()
        await desk.getByRole('button', { name: a.toMyAccount }).click()
        await expect(desk).toHaveURL(/\/my\/access$/)
        await expect(desk.getByRole('switch', { name: a.allowAccess(reseller) })).toBeChecked()
        await expect(desk.getByText(a.both(true, false))).toBeVisible()
        await expect(desk.getByText(a.nobodyHasAccess)).toBeVisible()
      })

      await test.step('R28: both sides have the confirmation, the client with its receipt and a link', async () => {
        // the reseller reads its mails in its own language
        await openMail(desk, a, 'jana@nordlicht.example.net', `${name} hat Ihre Zugriffsanfrage angenommen`)
        await openMail(desk, a, address, a.allowedSubject(reseller))
        await expect(desk.getByRole('link', { name: /\.jws$/ })).toBeVisible()
        await followLink(desk)
        await expect(desk).toHaveURL(/\/access\/manage$/)
        await expect(desk.getByRole('heading', { name: a.accessOf(reseller) })).toBeVisible()
        await expect(desk.getByText(a.onItsWay)).toBeVisible()
      })

      await test.step('the clock moves, and it is in effect: both sides see it by themselves', async () => {
        await desk.getByRole('button', { name: a.hour }).click()
        await expect(desk.getByText(a.inEffect)).toBeVisible()
        await expect(desk.getByText(a.onItsWay)).toBeHidden()
        await expect(page.getByText(a.requested, { exact: true })).toBeHidden()
        // R209: the reseller reads the same on its side
        await expect(page.getByText(a.inEffectSince)).toBeVisible()
      })

      await test.step('the client buys a product elsewhere: from the hosting company itself', async () => {
        await desk.goto('/my/products')
        await desk.getByRole('button', { name: a.buyHosting }).click()
        await desk.getByRole('button', { name: a.sampleCard }).click()
        await desk.getByRole('button', { name: a.buyHosting }).click()
        await expect(desk.getByText(a.isYours)).toBeVisible()
      })

      const product = page.getByRole('listitem', { name: 'Hosting Start' })

      await test.step('the reseller does there what its level allows, and no more', async () => {
        await page.reload()
        await product.getByRole('button', { name: a.removeSeat }).click()
        await expect(product.getByText(a.seatsAre(2))).toBeVisible()
        await product.getByRole('button', { name: a.addSeat }).click()
        await expect(product.getByText(a.notInLevel)).toBeVisible()
        await product.getByRole('button', { name: a.openConsole }).click()
        await expect(product.getByText(a.notInLevel)).toBeVisible()
      })

      await test.step('R171–R174: the client ticks the subscription, and the reseller has agreed', async () => {
        await desk.getByRole('link', { name: a.access, exact: true }).click()
        await expect(desk.getByText(a.both(true, true))).toBeVisible()
        await desk.getByRole('checkbox', { name: 'Hosting Start' }).check()
        await desk.getByRole('checkbox', { name: a.agrees(reseller) }).check()
        await desk.getByRole('button', { name: a.save, exact: true }).click()
        await expect(desk.getByText(a.both(true, false))).toBeVisible()
        await desk.getByRole('button', { name: a.hour }).click()
        await expect(desk.getByText(a.both(true, false))).toBeHidden()
        await expect(desk.getByRole('checkbox', { name: 'Hosting Start' })).toBeChecked()
        await product.getByRole('button', { name: a.openConsole }).click()
        await expect(product.getByText(a.consoleOpens)).toBeVisible()
      })

      await test.step('N8: it pauses everything with one button', async () => {
        await desk.getByRole('button', { name: a.pause }).click()
        const question = desk.getByRole('alertdialog', { name: a.pauseThis })
        await question.getByRole('button', { name: a.pause }).click()
        await expect(desk.getByText(a.paused, { exact: true })).toBeVisible()
      })

      await test.step('N2: the next thing the reseller does is refused, and it learns why', async () => {
        await product.getByRole('button', { name: a.removeSeat }).click()
        await expect(product.getByText(a.clientPaused)).toBeVisible()
        await product.getByRole('button', { name: a.why }).click()
        await expect(page.getByRole('group').getByText(a.pausedSince)).toBeVisible()
        await page.keyboard.press('Escape')
        await page.reload()
        await expect(product.getByText(a.seats(2))).toBeVisible()
        await expect(page.getByText(a.allPaused).first()).toBeVisible()
      })
    })

    test('R31: who has no account makes one, and the request that was passed on to them is still there', async ({
      panel,
      page,
      desk: { page: desk, w },
    }, { project }) => {
      test.setTimeout(120_000)
      const lastName = { chromium: 'Vester', phone: 'Kvist' }[project.name] + (language === 'de' ? 'berg' : '')
      await panel.enter('Jana Petersen')
      await page.getByRole('button', { name: panel.w.addAnother }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByLabel(panel.w.firstName).fill('Inga')
      await sheet.getByLabel(panel.w.lastName).fill(lastName)
      await sheet.getByRole('button', { name: panel.w.save }).click()
      await sheet.getByRole('button', { name: panel.w.goToList }).click()
      await panel.search(lastName)
      await panel
        .row(`Inga ${lastName}`)
        .getByRole('button', { name: `${a.requestAccess}: Inga ${lastName}` })
        .click()
      const dialog = page.getByRole('dialog', { name: a.askFor(`Inga ${lastName}`) })
      await dialog.getByRole('radio', { name: a.manage, exact: true }).check()
      await dialog.getByRole('button', { name: a.next }).click()
      await dialog.getByRole('textbox', { name: a.recipient }).fill('front.desk@example.org')
      await dialog.getByRole('button', { name: a.send }).click()
      const sent = page.getByRole('dialog', { name: a.sentTo(`Inga ${lastName}`) })
      // N13: to copy, or for a camera
      await sent.getByRole('button', { name: a.showCode }).click()
      await expect(sent.getByRole('img')).toBeVisible()
      const link = await sent.locator('code').innerText()

      await desk.goto(link)
      await desk.getByRole('button', { name: w.languageName }).click()
      await expect(desk.getByRole('heading', { name: a.asks(reseller) })).toBeVisible()
      await expect(desk.getByRole('button', { name: a.accept, exact: true })).toBeHidden()
      await desk.getByRole('button', { name: a.signUp, exact: true }).click()
      await desk.getByLabel(w.firstName).fill('Inga')
      await desk.getByLabel(w.lastName).fill(lastName)
      await desk.getByRole('textbox').last().fill(`inga.${lastName.toLowerCase()}@example.org`)
      await desk.getByRole('button', { name: a.createAccount, exact: true }).click()
      await desk.getByRole('button', { name: a.accept, exact: true }).click()
      const question = desk.getByRole('alertdialog', { name: a.allowThis(reseller) })
      await question.getByRole('button', { name: a.accept, exact: true }).click()
      await expect(desk.getByRole('heading', { name: a.allowed(reseller) })).toBeVisible()
    })

    test('R30: who has an account signs in first; then the page behind the link is answered by keyboard alone', async ({
      desk: { page, w },
    }) => {
      await page.goto('/mailbox')
      await page.getByRole('button', { name: w.languageName }).click()
      await openMail(page, a, 'merle.hansen@example.org', `Nordlicht Hosting bittet um Zugriff auf ${editors}`)
      await followLink(page)
      await expect(page.getByRole('heading', { name: a.asks(reseller) })).toBeVisible()
      await expect(page.getByRole('button', { name: a.accept, exact: true })).toBeHidden()
      await press(page, page.getByRole('button', { name: a.signIn, exact: true }))
      // somebody else at first
      await press(page, page.getByRole('button', { name: 'Ole Nissen' }))
      await expect(page.getByText(a.wrongPerson(editors))).toBeVisible()
      await press(page, page.getByRole('button', { name: a.signInOther }))
      await press(page, page.getByRole('button', { name: 'Merle Hansen' }))

      for (const [name, question] of [
        [a.accept, a.allowThis(reseller)],
        [a.decline, a.declineThis],
      ] as const) {
        const button = page.getByRole('button', { name, exact: true })
        await press(page, button)
        const dialog = page.getByRole('alertdialog', { name: question })
        await expect(dialog).toBeVisible()
        await expect(dialog.locator(':focus')).toHaveCount(1)
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
        await expect(button).toBeFocused()
      }
      // Escape answers nothing
      await page.reload()
      await expect(page.getByRole('button', { name: a.accept, exact: true })).toBeVisible()
    })
  })
}

/** Goes to an element by Tab, and presses Enter there. */
async function press(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible()
  for (let presses = 0; presses < 40; presses += 1) {
    if (await element.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(element).toBeFocused()
  await page.keyboard.press('Enter')
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
