import type { Page } from '@playwright/test'
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

test.describe('no element of the kit looks different', () => {
  let plain: PageLook | undefined

  for (const host of styled) {
    test(`in a page with ${host} styles`, async ({ page, hosts }) => {
      plain ??= await kitLook(page, hosts, 'plain')
      const inHost = await kitLook(page, hosts, host)
      expect(Object.keys(plain).length).toBeGreaterThan(150)
      expect(differences(plain, inHost)).toEqual([])
    })
  }
})

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
  await expect(page.locator('.widget [data-clientele]:not([data-state="loading"])')).toHaveCount(3)
}

/** Everything of the kit, with what opens opened, at rest and with each control in focus. */
async function kitLook(page: Page, { address, clients }: Hosts, host: HostName): Promise<PageLook> {
  await page.goto(`${address}/stage/${host}?clientId=${clients.nordlicht}`)
  await expect(page.locator('[data-clientele]:not([data-state="loading"])')).toHaveCount(4)
  await page.getByRole('button', { name: /^Filters/ }).click()
  await expect(page.locator('[popover]:popover-open')).toBeInViewport({ ratio: 1 })
  const popover = await lookOf(page, '[popover]:popover-open, [popover]:popover-open *')
  await page.getByRole('button', { name: 'Edit contact information' }).click()
  await page.locator('[data-clientele="client-table"]').getByRole('checkbox').nth(1).check()
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.mouse.move(0, 0)
  // what has closed again keeps the place it had last, and nobody sees it
  const atRest = await lookOf(page, '.stage [data-clientele], .stage [data-clientele] *:not([popover])')
  const opened = Object.entries(popover).map(([name, look]) => [`open ${name}`, look] as const)
  return { ...atRest, ...Object.fromEntries(opened), ...(await focusLook(page)) }
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
