export interface Budget {
  name: string
  /** 1 kB is 1000 bytes, minified and gzip. */
  kB: number
  /** What a page would write. Only the names it exports or uses are kept by the bundler. */
  code: string
  external?: readonly string[]
  /** @default 'ts' */
  loader?: 'ts' | 'css'
}

// what a panel made with React has anyway
const react = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query']

/** What a page may download at most. A budget is a ceiling; being well below is the aim. */
export const budgets: readonly Budget[] = [
  {
    name: 'SDK, one function',
    kB: 12,
    code: `export { call, createTransport } from '@clientele/sdk'; export { clients } from '@clientele/contract'`,
  },
  { name: 'SDK, whole client', kB: 18, code: `export { createClient } from '@clientele/sdk'` },
  {
    name: 'first screen, with the SDK and English',
    kB: 60,
    code: `
      export { createClient } from '@clientele/sdk'
      export { AddClientForm, ClienteleProvider, ClientPanel, ClientTable } from '@clientele/react'
    `,
    external: react,
  },
  {
    name: 'mount, React inside, with English',
    kB: 130,
    code: `export { mount } from '@clientele/react/mount'`,
  },
  { name: 'first screen, CSS', kB: 12, code: `@import '@clientele/react/styles.css';`, loader: 'css' },
  { name: 'first screen, German', kB: 4, code: `export { de } from '@clientele/react/locales/de'` },
  { name: 'first screen, French', kB: 4, code: `export { fr } from '@clientele/react/locales/fr'` },
]
