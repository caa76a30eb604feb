import type { Locator, Page } from '@playwright/test'
import { expect, test, type Hosts } from './host-page.ts'
import { hosts as hostStyles, type HostName } from './host-pages/pages.ts'
import { differences, lookOf, type PageLook } from './page-look.ts'

const styled = (Object.keys(hostStyles) as HostName[]).filter((host) => host !== 'plain')

for (const host of Object.keys(hostStyles) as HostName[]) {
  test(`mounting the kit changes no element of a page with ${host} styles`, async ({ page, hosts }) => {
    await page.goto(`${hosts.address}/full/${host}`)
    const markup = () => page.evaluate(() => document.body.outerHTML)
    const [before, markupBefore] = [await lookOf(page, '*', '.widget'), await markup()]
    await mountEverything(page, hosts)
    // the kit's own link in the head is no element of the host's
    const after = await lookOf(page, '*:not([href="/clientele/styles.css"])', '.widget')
    expect(Object.keys(before).length).toBeGreaterThan(70)
    expect(differences(before, after)).toEqual([])
    await page.evaluate(() => document.querySelectorAll('.widget').forEach((widget) => widget.replaceChildren()))
    expect(await markup()).toBe(markupBefore)
  })
}

const looks = { light: '', 'dark, from right to left': '&theme=dark&dir=rtl' }

for (const [name, query] of Object.entries(looks)) {
  test.describe(`no element of the kit looks different, ${name}`, () => {
    let plain: PageLook | undefined
    // pages that are compared are looked at in the same minute: they say how long ago things were
    const now = new Date()

    test.beforeEach(({ page }) => page.clock.setFixedTime(now))

    for (const host of styled) {
      test(`in a page with ${host} styles`, async ({ page, hosts }) => {
        plain ??= await kitLook(page, hosts, 'plain', query)
        const inHost = await kitLook(page, hosts, host, query)
        expect(Object.keys(plain).length).toBeGreaterThan(190)
        expect(differences(plain, inHost)).toEqual([])
      })
    }
  })
}

async function mountEverything(page: Page, { clients }: Hosts): Promise<void> {
  await page.evaluate(async (clientId) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/clientele/styles.css' })
    await new Promise((resolve) => {
      link.addEventListener('load', resolve)
      document.head.append(link)
    })
    const module = '/clientele/mount.js'
    const { mount } = (await import(module)) as typeof import('@clientele/react/mount')
    const access = {
      baseUrl: '/',
      token: async () =>
        (await (await fetch('/session.php?brand=nordlicht', { method: 'POST' })).json()) as { token: string },
    }
    mount('#one', 'ClientTable', { ...access, onOpen: true, onSelectionChange: true })
    mount('#two', 'AddClientForm', access)
    mount('#three', 'ClientPanel', { ...access, clientId })
  }, clients.nordlicht)
  // what stands inside another one comes later
  const widgets = '.widget [data-clientele]:not([data-clientele] *, [data-state="loading"])'
  await expect(page.locator(widgets)).toHaveCount(3)
}

/** Everything of the kit, with what opens opened, at rest, below the pointer and with each control in focus. */
async function kitLook(page: Page, hosts: Hosts, host: HostName, query: string): Promise<PageLook> {
  await page.emulateMedia({ reducedMotion: 'reduce' }) // what moves looks different from frame to frame
  const above = await lookAbove(page, hosts, host, query)
  await page.goto(`${hosts.address}/stage/${host}?clientId=${hosts.clients.nordlicht}${query}`)
  // the table, both forms, and the panel with the access in it
  await expect(page.locator('[data-clientele]:not([data-state="loading"])')).toHaveCount(5)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await expect(page.locator('[popover]:popover-open')).toBeInViewport({ ratio: 1 })
  const filters = await lookOf(page, '[popover]:popover-open, [popover]:popover-open *')
  await page.getByRole('button', { name: 'Edit contact information' }).click()
  await page.locator('[data-clientele="client-table"]').getByRole('checkbox').nth(1).check()
  const save = page.getByRole('button', { name: 'Save' }).first()
  await save.click()
  await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.mouse.move(0, 0)
  // what has closed again keeps the place it had last, and nobody sees it
  const atRest = await lookOf(page, '.stage [data-clientele], .stage [data-clientele] *:not([popover])')
  return {
    ...above,
    ...atRest,
    ...named('filters', filters),
    ...named('row below the pointer', await hoverLook(page, page.locator('[data-part="row"]').nth(1))),
    ...named('primary button below the pointer', await hoverLook(page, save)),
    ...named('button below the pointer', await hoverLook(page, page.getByRole('button', { name: 'Cancel' }).first())),
    ...(await focusLook(page)),
  }
}

/** What opens above the page: a menu, then a question in a dialog, beside what has just been said. */
async function lookAbove(page: Page, { address }: Hosts, host: HostName, query: string): Promise<PageLook> {
  await page.goto(`${address}/parts/${host}?${query}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Actions' }).click()
  const entry = page.getByRole('menuitem', { name: 'Remove' })
  await expect(entry).toBeInViewport({ ratio: 1 })
  await page.mouse.move(0, 0)
  const menu = await lookOf(page, '[popover]:popover-open, [popover]:popover-open *')
  const belowPointer = await hoverLook(page, entry)
  await entry.click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.mouse.move(0, 0)
  const dialog = await lookOf(page, '.stage [data-clientele], .stage [data-clientele] *:not([data-kind=menu])')
  return {
    ...named('menu', menu),
    ...named('menu below the pointer', belowPointer),
    ...named('dialog', dialog),
    ...named('behind the dialog', { backdrop: await backdropLook(page) }),
  }
}

const named = (prefix: string, look: PageLook): PageLook =>
  Object.fromEntries(Object.entries(look).map(([name, one]) => [`${prefix} ${name}`, one]))

/** How an element and all around it looks while the pointer is on it. */
async function hoverLook(page: Page, element: Locator): Promise<PageLook> {
  await element.hover()
  return await lookOf(page, '.stage :is([data-clientele], [data-clientele] *):hover')
}

async function backdropLook(page: Page): Promise<Record<string, string>> {
  return await page.getByRole('alertdialog').evaluate((dialog) => {
    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(dialog, '::backdrop')
    return { backgroundColor, backgroundImage, opacity, filter }
  })
}

/** How controls look while the keyboard is on them. */
async function focusLook(page: Page): Promise<PageLook> {
  return await page.evaluate(() => {
    const painted = [
      'color',
      'background-color',
      'border-color',
      'box-shadow',
      'outline',
      'outline-offset',
      'text-decoration',
    ]
    const controls = [...document.querySelectorAll<HTMLElement>('.stage :is(a, button, input, select, textarea)')]
    return Object.fromEntries(
      controls.map((control, at) => {
        control.focus()
        const style = getComputedStyle(control)
        const look = Object.fromEntries(painted.map((property) => [property, style.getPropertyValue(property)]))
        return [`focus ${at} ${control.localName}`, look]
      }),
    )
  })
}
