import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { words, type Language, type Words } from './words.ts'

/** A panel that is open in a browser, in one language. */
export interface Panel {
  page: Page
  w: Words
  /** Opens the panel and chooses a person in place of the sign-in. */
  enter(person: string, path?: string): Promise<void>
  /** The row of the list with this name. */
  row(name: string | RegExp): Locator
  search(text: string): Promise<void>
}

/** Tests of the panel; each fails when the page wrote to the console or broke its own content security policy. */
export const test = base.extend<{ language: Language; refusals: readonly number[]; panel: Panel; desk: Panel }>({
  language: ['en', { option: true }],
  // what the test itself brings about: browsers write an answer with such a status to the console
  refusals: [[], { option: true }],
  panel: async ({ page, language, refusals }, provide) => {
    const said = listenTo(page, refusals)
    await provide(panelOn(page, language))
    expect(said).toEqual([])
  },
  // a second tab, for somebody else
  desk: async ({ context, language, refusals }, provide) => {
    const page = await context.newPage()
    const said = listenTo(page, refusals)
    await provide(panelOn(page, language))
    expect(said).toEqual([])
  },
})

/** Playwright's own script, which a mail lets in as little as any other. */
function isOfTracing(text: string): boolean {
  return /^Blocked script execution in '\S+\/host\/mails\/\w+\/page'/.test(text)
}

function listenTo(page: Page, refusals: readonly number[]): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1]
    if (refusals.includes(Number(status)) || isOfTracing(message.text())) return
    said.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  return said
}

export { expect }

function panelOn(page: Page, language: Language): Panel {
  const w = words[language]
  return {
    page,
    w,
    async enter(person, path = '/clients') {
      await page.goto(path)
      await page.getByRole('button', { name: w.languageName }).click()
      await page.getByRole('button', { name: person }).click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
    row: (name) =>
      page.getByRole('row').filter({ has: page.getByRole('button', { name, exact: typeof name === 'string' }) }),
    search: (text) => page.getByRole('searchbox').fill(text),
  }
}
