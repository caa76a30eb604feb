import { expect, test as base } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The server of pages without a bundler. */
export interface Hosts {
  address: string
  /** A client of each brand, with all that a record can hold. */
  clients: Record<'copperline' | 'nordlicht', string>
}

/** What a page must not do: each of these lists stays empty. */
export interface Faults {
  /** Of the content security policy and of Trusted Types, as the browser reports them. */
  violations: string[]
  /** Requests to any origin but the page's, which is the API's too. */
  strangers: string[]
  console: string[]
}

declare global {
  /** Set by the test: tells it of a violation. */
  function reportViolation(text: string): Promise<void>
}

/** Tests of pages that mount the kit, on a server of their own; each fails where the page did what it must not. */
export const test = base.extend<{ faults: Faults }, { hosts: Hosts }>({
  hosts: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs here
    async ({}, provide) => {
      const server = spawn(process.execPath, [join(import.meta.dirname, 'host-pages/serve.ts')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
      await provide(JSON.parse(line) as Hosts)
      server.stdin.end()
      if (server.exitCode === null) await once(server, 'exit')
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  faults: [
    async ({ page, hosts }, provide) => {
      const faults: Faults = { violations: [], strangers: [], console: [] }
      page.on('console', (message) => faults.console.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => faults.console.push(`error: ${error.message}`))
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== hosts.address) faults.strangers.push(request.url())
      })
      await page.exposeFunction('reportViolation', (text: string) => faults.violations.push(text))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { effectiveDirective, blockedURI, sample, sourceFile } = event
          void reportViolation([effectiveDirective, blockedURI, sample, sourceFile].join(' '))
        })
      })
      await provide(faults)
      expect(faults).toEqual({ violations: [], strangers: [], console: [] })
    },
    { auto: true },
  ],
})

export { expect }
