import { expect, test } from './host-page.ts'
import { words } from './words.ts'

const table = (brand: string) => `#${brand}-clients`

test('in a Bootstrap 3 page, two tables work for two tenants, and their events reach the page', async ({
  page,
  hosts,
}) => {
  await page.goto(hosts.address)
  const nordlicht = page.locator(table('nordlicht'))
  const copperline = page.locator(table('copperline'))
  await expect(nordlicht.getByText('Lena Möller')).toBeVisible()
  await expect(copperline.getByText('Lena Okafor')).toBeVisible()
  await expect(nordlicht.getByText('Lena Okafor')).toHaveCount(0)
  await expect(copperline.getByText('Lena Möller')).toHaveCount(0)

  await nordlicht.getByRole('searchbox').fill('brandt')
  await expect(nordlicht.getByText('Lena Petersen')).toHaveCount(0)
  await expect(copperline.getByText('Lena Reed')).toBeVisible()
  await copperline.getByRole('button', { name: 'Kontor am Copperline Web' }).click()
  await expect(page.locator('#record').getByRole('heading', { name: 'Kontor am Copperline Web' })).toBeVisible()
  await nordlicht.getByRole('button', { name: 'Lena Brandt' }).click()
  await expect(page.locator('#record').getByRole('heading', { name: 'Lena Brandt' })).toBeVisible()
  const heard = page.locator('#heard')
  await expect(heard.getByRole('row', { name: /nordlicht clientele:query-change/ }).first()).toBeVisible()
  await expect(
    heard.getByRole('row', { name: `copperline clientele:open "${hosts.clients.copperline}"` }),
  ).toBeVisible()
})

test('a client is added in one tenant, and the other does not see it', async ({ page, hosts }, { project }) => {
  await page.goto(hosts.address)
  const copperline = page.locator(table('copperline'))
  await copperline.getByRole('button', { name: 'Add another client' }).click()
  await copperline.getByLabel('First name').fill('Ada')
  await copperline.getByLabel('Last name').fill(project.name)
  await copperline.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.locator('#heard').getByRole('row', { name: `clientele:created "Ada ${project.name}"` }),
  ).toBeVisible()
  await expect(copperline.getByRole('cell', { name: `Ada ${project.name}` })).toBeVisible()
  await page.reload()
  const nordlicht = page.locator(table('nordlicht'))
  await expect(nordlicht.getByText('Lena Möller')).toBeVisible()
  await expect(nordlicht.getByText(`Ada ${project.name}`)).toHaveCount(0)
})

test('a language is loaded from a file of its own when it is asked for', async ({ page, hosts }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  await page.goto(hosts.address)
  await expect(page.locator(table('nordlicht')).getByText('Lena Möller')).toBeVisible()
  expect(scripts.filter((path) => /\/(de|fr)-/.test(path))).toEqual([])
  await page.goto(`${hosts.address}/?locale=de`)
  await expect(page.locator(table('nordlicht')).getByRole('table', { name: 'Kunden' })).toBeVisible()
  expect(scripts.filter((path) => /^\/clientele\/parts\/de-\w+\.js$/.test(path))).toHaveLength(1)
})

const later = { 'access-components': 'Who has access to your account', 'access-panel-details': 'What was done' }
for (const [file, heading] of Object.entries(later)) {
  test(`where ${file} does not come it is said, and “Try again” asks again`, async ({ page, hosts, faults }) => {
    let isGone = true
    await page.route(`**/parts/${file}-*.js*`, (route) => (isGone ? route.fulfill({ status: 404 }) : route.continue()))
    await page.goto(`${hosts.address}/stage/plain?clientId=${hosts.clients.nordlicht}&only=AccessPanel`)
    const failure = page.getByRole('alert')
    const again = failure.getByRole('button', { name: 'Try again' })
    await again.click()
    await expect(failure).toContainText('A part of this page could not be loaded')
    isGone = false
    await again.click()
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    isGone = true
    await page.reload()
    await expect(failure).toBeVisible()
    isGone = false
    await failure.getByRole('button', { name: 'Reload the page' }).click()
    await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible()
    await expect(failure).toHaveCount(0)
    // the browser tells of the file, and the kit of the component
    expect(faults.console.splice(0).filter((line) => !/404|its file could not be loaded/.test(line))).toEqual([])
  })
}

for (const language of ['en', 'de'] as const) {
  test(`every component lives under the strictest policy, with Trusted Types: ${language}`, async ({ page, hosts }) => {
    const w = words[language]
    const query = `clientId=${hosts.clients.nordlicht}&locale=${language}&theme=dark`
    const response = await page.goto(`${hosts.address}/stage/plain?${query}`)
    expect(response?.headers()['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
    )
    await expect(page.locator('[data-clientele]')).toHaveCount(4)
    await expect(page.locator('[data-state="loading"]')).toHaveCount(0)
    await expect(page.locator(`[data-clientele]:not([lang="${language}"])`)).toHaveCount(0)
    await page.getByRole('button', { name: w.filters }).click()
    await page.getByRole('button', { name: w.editContact }).click()
    await page.locator('[data-clientele="client-table"]').getByRole('checkbox').nth(1).check()
    const quick = page.locator('[data-clientele="add-client-form"]').first()
    await quick.getByRole('button', { name: w.save }).click()
    await expect(quick.locator('[aria-invalid="true"]').first()).toBeFocused()
  })
}

test('so do menus, dialogs and messages, by the keyboard alone', async ({ page, hosts }) => {
  await page.goto(`${hosts.address}/parts/plain`)
  const actions = page.getByRole('button', { name: 'Actions' })
  const remove = page.getByRole('menuitem', { name: 'Remove' })
  await expect(actions).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(actions).toBeFocused()

  // a command that is refused can be read, and does nothing
  await page.keyboard.press('Enter')
  const refused = page.getByRole('menuitem', { name: 'Suspend' })
  await expect(refused).toBeFocused()
  await expect(refused).toHaveAccessibleDescription('Your role does not allow this.')
  await page.keyboard.press('Enter')
  await expect(refused).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(actions).toBeFocused()

  // Escape answers a question with no, and the focus is where it was
  await page.keyboard.press('ArrowUp')
  await expect(remove).toBeFocused()
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Remove Hotel zur Post?' })
  await expect(question.locator(':focus')).toHaveCount(1)
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab')
    // the page behind is inert: beside the dialog there is only the browser itself
    await expect(page.locator('.stage :focus:not([role=alertdialog] *)')).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(actions).toBeFocused()

  await page.keyboard.press('ArrowUp')
  await expect(remove).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question).toBeVisible()
  // what has to be typed first is where the question begins
  await expect(question.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('hotel')
  await page.keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(actions).toBeFocused()

  const message = page.getByRole('status').filter({ hasText: 'Hotel zur Post was removed.' })
  await expect(message).toBeVisible()
  await expect(page.getByText('acc_01JHB6R2WN8X4Q0TZC7YV3M5EK')).toBeHidden()
  const undo = message.getByRole('button', { name: 'Undo' })
  for (let press = 0; press < 8 && !(await undo.evaluate((one) => one === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(message).toBeHidden()
  await expect(page.getByText('acc_01JHB6R2WN8X4Q0TZC7YV3M5EK')).toBeVisible()
})

test('what is copied is in the clipboard, and several tags are typed in one field', async ({
  page,
  hosts,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${hosts.address}/parts/plain`)
  const copy = page.getByRole('button', { name: 'Copy acc_01JHB6R2WN8X4Q0TZC7YV3M5EK' })
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('acc_01JHB6R2WN8X4Q0TZC7YV3M5EK')

  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Remove hotel' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('vip, slow')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'hotel, vip, slow' })).toBeAttached()
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('status').filter({ hasText: 'hotel, vip' })).toBeAttached()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove hotel' })).toHaveCount(0)
  await expect(page.getByRole('textbox')).toBeFocused()
})

test('so does a long list, whose rows are drawn as they come into view', async ({ page, hosts }) => {
  await page.goto(hosts.address)
  await page.evaluate(async () => {
    const module = '/clientele/mount.js'
    const { mount } = (await import(module)) as typeof import('@clientele/react/mount')
    const answer = await fetch('/session.php?brand=copperline', { method: 'POST' })
    const { token } = (await answer.json()) as { token: string }
    const table = mount('#record', 'ClientTable', { baseUrl: '/', token, pageSize: 200 })
    const names = Array.from({ length: 150 }, (_, at) => ({ firstName: 'Longlist', lastName: `Number${at}` }))
    await Promise.all(names.map((person) => table.client.clients.create({ form: 'quick', person })))
    table.update({ query: { q: 'longlist' } })
  })
  await expect(page.locator('#record').getByText('150 clients')).toBeVisible()
  await expect(page.locator('#record [data-part="gap-cell"]').first()).toBeAttached()
  const last = page.locator('#record [aria-rowindex="151"]')
  await expect(last).toHaveCount(0)
  // rows are as high as what they hold: the end of the list moves while one nears it
  await expect(async () => {
    await page.evaluate(() => document.querySelector('#record')?.scrollIntoView({ block: 'end' }))
    await expect(last).toBeInViewport({ timeout: 1000 })
  }).toPass()
})

test('the watch for violations sees them', async ({ page, hosts, faults }) => {
  await page.goto(`${hosts.address}/stage/plain?clientId=${hosts.clients.nordlicht}`)
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red')
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>text</b>')
    } catch {
      // refused, as it should be
    }
  })
  const directives = () => faults.violations.map((text) => text.split(' ')[0] ?? '')
  await expect.poll(directives).toEqual(['style-src-attr', 'require-trusted-types-for'])
  faults.violations.splice(0)
  faults.console.splice(0)
})
