import { errors, fieldCodes } from '@clientele/contract'
import { errorExamples } from '@clientele/contract/examples'
import { renderHook, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AddClientForm } from '../add-client-form/add-client-form.tsx'
import { ClientTable } from '../client-table/client-table.tsx'
import { deAccess } from '../locales/de-access.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'
import { frAccess } from '../locales/fr-access.ts'
import { fr } from '../locales/fr.ts'
import { ClienteleProvider, type ClienteleProviderProps } from '../provider/clientele-provider.tsx'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { fill } from './fill.ts'
import type { AccessLocale, Locale } from './locale.ts'
import { terms } from './terms.strings.ts'
import type { Text } from './text.ts'
import { useAccessFailureWords } from './use-access-failure-words.ts'
import { useFailureWords } from './use-failure-words.ts'

const server = startServer()
const locales: Locale[] = [de, fr]

test('R208: a brand says “customer” for “client”, everywhere, by four words', async () => {
  const visitor = await server.visitor()
  const brand = { client: 'customer', clients: 'customers', aClient: 'a customer', theClient: 'the customer' }
  const person = { firstName: 'Ada', lastName: 'Byron' }
  await visitor.client.clients.create({ form: 'quick', person })
  const { user, container } = renderKit(visitor, <ClientTable />, { messages: { terms: brand } })
  await screen.findByText('1 customer')
  await user.click(screen.getByRole('button', { name: 'Add another customer' }))
  await screen.findByRole('form', { name: 'Add a customer' })
  const texts = [container.textContent, container.innerHTML.match(/(?:aria-label|placeholder)="[^"]*"/g)?.join(' ')]
  expect(texts.join(' ')).not.toMatch(/client/i)
})

test('R208: any single text can be replaced, for all components or for one', async () => {
  const visitor = await server.visitor()
  const ui = (
    <>
      <AddClientForm messages={{ submit: 'Put on file' }} />
      <AddClientForm />
    </>
  )
  renderKit(visitor, ui, { messages: { addClientForm: { submit: 'Store' } } })
  await screen.findByRole('button', { name: 'Put on file' })
  expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual(['Put on file', 'Store'])
})

test('speaks German, with dates, numbers and countries as they are written there', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />, { locale: de })
  await user.click(await screen.findByRole('button', { name: 'Speichern' }))
  expect(screen.getAllByText('Bitte ausfüllen.').length).toBeGreaterThan(3)
  expect(screen.getByLabelText('Land').textContent).toContain('Österreich')
  expect(document.querySelector('[data-clientele]')?.getAttribute('lang')).toBe('de')
})

describe('failures', () => {
  const words = (
    locale: ClienteleProviderProps['locale'] = en,
    use: () => ReturnType<typeof useFailureWords> = useFailureWords,
  ) => {
    const client = {} as never
    const wrapper = ({ children }: { children: ReactNode }) => (
      <ClienteleProvider client={client} locale={locale}>
        {children}
      </ClienteleProvider>
    )
    return renderHook(() => use(), { wrapper }).result.current
  }

  test.each<[Locale, AccessLocale?]>([[en], [de, deAccess], [fr, frAccess]])(
    'every code of the API has words',
    (locale, pack) => {
      const { reason, field } = words(pack ? [locale, pack] : locale, useAccessFailureWords)
      const codes = Object.keys(errors)
      expect(codes.filter((code) => reason({ code }) === locale.errors.unknown)).toEqual([])
      expect(fieldCodes.filter((code) => field({ code }) === locale.fieldErrors.unknown)).toEqual([])
    },
  )

  test.each<[Locale, AccessLocale?]>([[en], [de, deAccess], [fr, frAccess]])(
    'no sentence waits for a word that the data of its code has not',
    (locale, pack) => {
      const { reason } = words(pack ? [locale, pack] : locale, useAccessFailureWords)
      const unfilled = Object.entries(errorExamples).filter(([code, data]) => /[{}]/.test(reason({ code, data })))
      expect(unfilled.map(([code]) => code)).toEqual([])
    },
  )

  test('codes of a newer server get a general sentence', () => {
    const { reason, field } = words()
    expect(reason({ code: 'moon_is_full' })).toBe(en.errors.unknown)
    expect(field({ code: 'too_purple' })).toBe(en.fieldErrors.unknown)
  })

  test('data is put into the sentence, lists as the language writes them', () => {
    const data = { roles: ['reseller_owner', 'reseller_manager'] }
    expect(words().reason({ code: 'role_required', data })).toBe('Only these roles may do this: owner and manager.')
    expect(words(de).reason({ code: 'quota_exceeded', data: { used: 1000, limit: 1000 } })).toContain('1.000 von 1.000')
  })
})

describe('languages', () => {
  const placeholders = (text: Text) =>
    [...new Set(JSON.stringify(text).match(/\{\w+\}/g))]
      .filter((name) => !Object.keys(terms).includes(name.slice(1, 2).toLowerCase() + name.slice(2, -1)))
      .toSorted()

  test.each(locales)('$code fills in what English does', (locale) => {
    const textsOf = (one: Locale) =>
      Object.entries(one).flatMap(([group, texts]) =>
        typeof texts === 'string'
          ? []
          : Object.entries<Text>(texts).map(([key, text]) => [`${group}.${key}`, placeholders(text)] as const),
      )
    expect(Object.fromEntries(textsOf(locale))).toEqual(Object.fromEntries(textsOf(en)))
  })

  test.each([deAccess, frAccess])('$code fills in what English does about access', async (pack) => {
    const files = globSync(['*/*.strings.ts'], { cwd: join(import.meta.dirname, '..') })
    const modules = await Promise.all(
      files.map(async (file) => (await import(`../${file}`)) as Record<string, Record<string, Text>>),
    )
    const english: Record<string, Record<string, Text>> = Object.assign({}, ...modules)
    const nameOf = (group: string) => ({ errors: 'accessErrorStrings', fieldErrors: 'accessFieldErrorStrings' })[group]
    const differing = Object.entries(pack).flatMap(([group, texts]) =>
      typeof texts === 'string'
        ? []
        : Object.entries<Text>(texts)
            .filter(([key, text]) => {
              const original = english[nameOf(group) ?? `${group}Strings`]?.[key]
              return original === undefined || String(placeholders(text)) !== String(placeholders(original))
            })
            .map(([key]) => `${group}.${key}`),
    )
    expect(differing).toEqual([])
  })

  // the term is a subject: “durch der Kunde” and “à le client” are wrong in every brand
  test.each([
    { code: 'de', packs: [de, deAccess], wrong: /[^"]*(?<!\p{L})(durch|für|an|von|bei|mit|ohne|Sie) \{theClient\}/gu },
    { code: 'fr', packs: [fr, frAccess], wrong: /[^"]*(?<!\p{L})(à|de) \{theClient\}/gu },
  ])('R208: $code puts “{theClient}” where the term needs no other form', ({ packs, wrong }) => {
    expect(packs.flatMap((pack) => JSON.stringify(pack).match(wrong) ?? [])).toEqual([])
  })

  test('plural forms follow the language', () => {
    const text = { one: '{count} plik', few: '{count} pliki', many: '{count} plików', other: '{count} pliku' }
    expect([1, 3, 5, 1000].map((count) => fill(text, { count }, terms, 'pl'))).toEqual([
      '1 plik',
      '3 pliki',
      '5 plików',
      '1000 plików',
    ])
  })
})
