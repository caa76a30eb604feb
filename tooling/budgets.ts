import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './ran-test.ts'

/** What a page would write. Only the names it exports or uses are kept by the bundler. */
export interface PageCode {
  code: string
  external?: readonly string[]
  /** @default 'ts' */
  loader?: 'ts' | 'css'
}

export interface Budget {
  name: string
  /** 1 kB is 1000 bytes, minified and gzip. */
  kB: number
  /** What is counted: a page, or the mount build, which is counted as it is published. */
  page: PageCode | 'mount'
  /** What the page has already: only what comes on top of it is counted. */
  above?: PageCode
}

const kit = join(root, 'packages/react/src')

// a folder with strings of its own name is a component: a new one has its budget by being there
const components = globSync('*/*.strings.ts', { cwd: kit })
  .map((file) => basename(file, '.strings.ts'))
  .filter((name) => existsSync(join(kit, name, 'index.ts')))
  .toSorted()
const onFirstScreen = ['add-client-form', 'client-table', 'client-panel']
const others = components.filter((name) => !onFirstScreen.includes(name))

// what a panel made with React has anyway
const external = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query']

const firstScreen: PageCode = {
  code: `
    export { createClient } from '@clientele/sdk'
    export { AddClientForm, ClienteleProvider, ClientPanel, ClientTable } from '@clientele/react'
  `,
  external,
}

/** What a page may download at most. A budget is a ceiling; being well below is the aim. */
export const budgets: readonly Budget[] = [
  {
    name: 'SDK, one function',
    kB: 12,
    page: {
      code: `export { call, createTransport } from '@clientele/sdk'; export { clients } from '@clientele/contract'`,
    },
  },
  { name: 'SDK, whole client', kB: 18, page: { code: `export { createClient } from '@clientele/sdk'` } },
  { name: 'SDK, receipts', kB: 8, page: { code: `export { verifyReceipt } from '@clientele/sdk/receipts'` } },
  { name: 'first screen, with the SDK and English', kB: 60, page: firstScreen },
  ...others.map((name) => ({ name: `${pascal(name)}, above it`, kB: 8, page: withAlso([name]), above: firstScreen })),
  { name: 'style sheet', kB: 12, page: { code: `@import '@clientele/react/styles.css';`, loader: 'css' } },
  { name: 'mount, React inside, with English', kB: 130, page: 'mount' },
  ...languageBudgets(),
]

/** Where something is loaded when it is first needed: each such file may be as large as a combobox. */
export const kitLater = { pages: [firstScreen, ...others.map((name) => withAlso([name]))], kB: 28 }

/** The first screen and more components. */
function withAlso(folders: readonly string[]): PageCode {
  const more = folders.map((name) => `export * from '${pathToFileURL(join(kit, name, 'index.ts')).pathname}'`)
  return { code: [firstScreen.code, ...more].join('\n'), external }
}

/** English is in the kit. The others are a file for the first screen, and a pack for what is about access. */
function languageBudgets(): Budget[] {
  const names = new Intl.DisplayNames('en', { type: 'language' })
  return globSync('locales/*-access.ts', { cwd: kit })
    .map((file) => basename(file, '-access.ts'))
    .toSorted()
    .flatMap((code) => {
      const language = `export { ${code} } from '@clientele/react/locales/${code}'`
      const pack = `export { ${code}Access } from '@clientele/react/locales/${code}-access'`
      const name = names.of(code) ?? code
      return [
        { name: `${name}, first screen`, kB: 4, page: { code: language } },
        { name: `${name}, everything`, kB: 14, page: { code: `${language}\n${pack}` } },
      ]
    })
}

function camel(name: string): string {
  return name.replaceAll(/-(.)/g, (_match, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  return camel(`-${name}`)
}
