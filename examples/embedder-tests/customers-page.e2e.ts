import { clients } from '@clientele/contract'
import { aClient, handlers, mockError, scenarios } from '@clientele/mocks'
import { expect, test } from '@playwright/test'
import { routeToMocks } from './route-to-mocks.ts'
import { servePage } from './serve-page.ts'

let served: Awaited<ReturnType<typeof servePage>>
test.beforeAll(async () => {
  served = await servePage()
})
test.afterAll(() => served.close())

test('a customer that was added is in the list', async ({ page }) => {
  await routeToMocks(page, scenarios.empty())
  await page.goto(served.url)
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Holt')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('[data-clientele=client-table]')).toHaveAttribute('data-state', 'filled')
  await expect(page.getByText('Ada Holt').first()).toBeVisible()
})

test('what somebody else saved in the meantime is not overwritten', async ({ page }) => {
  const client = aClient({ name: 'Blue Ocean' })
  await routeToMocks(page, scenarios.conflict({ times: 1, data: { clients: [client] } }))
  await page.goto(served.url)
  await page.getByRole('button', { name: 'Blue Ocean' }).click()
  await page.getByRole('button', { name: /tags/i }).click()
  await page.getByLabel(/tags/i).last().fill('sea')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Somebody else has changed this record')
})

test('a service that fails leaves the page standing', async ({ page }) => {
  await routeToMocks(page, [mockError(clients.list, 'maintenance'), ...handlers()])
  await page.goto(served.url)
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible()
  await expect(page.locator('[data-clientele=client-table]')).toHaveAttribute('data-state', 'failed')
})

test('without a network the page says so', async ({ page }) => {
  await routeToMocks(page, scenarios.offline())
  await page.goto(served.url)
  await expect(page.locator('[data-clientele=client-table]')).toHaveAttribute('data-state', 'failed')
})

test('in development a service worker lets the mocks answer, and the page needs no server', async ({ page }) => {
  await page.goto(`${served.url}with-worker.html`)
  await expect(page.getByRole('button', { name: 'Weingut Sonnenberg GmbH' })).toBeVisible()
  await page.getByRole('button', { name: 'Studio Okafor' }).click()
  await expect(page.locator('[data-clientele=client-panel]')).toContainText('Wants a shop by summer.')
})
