import { mockFetch, type handlers } from '@clientele/mocks'
import type { Page } from '@playwright/test'

/** Lets mocks answer what a page in a browser asks the API. The page itself is what users get: nothing is added to it. */
export async function routeToMocks(page: Page, answers: ReturnType<typeof handlers>): Promise<void> {
  const fetch = mockFetch(answers)
  await page.route('**/v1/**', async (route) => {
    const sent = route.request()
    const { headers, body } = { headers: await sent.allHeaders(), body: sent.postData() }
    // names that begin with a colon are HTTP/2's own
    const own = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
    try {
      const response = await fetch(new Request(sent.url(), { method: sent.method(), headers: own, body }))
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      })
    } catch {
      await route.abort() // as without a network
    }
  })
}
