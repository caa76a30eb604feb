'use client'

import type { Clientele } from '@clientele/sdk'
import { QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { en } from '../locales/en.ts'
import { withPack, type AccessLocale, type Locale, type MessageOverrides } from '../words/locale.ts'
import { ClienteleContext, type Density, type Theme } from './clientele-context.ts'

export interface ClienteleProviderProps {
  /** The client of `@clientele/sdk`. Make it once, outside of components: a new one begins with nothing loaded. */
  client: Clientele
  /** A language, or a language with its packs, as in `[de, deAccess]`. @default English */
  locale?: Locale | readonly [Locale, AccessLocale]
  /** Texts that replace those of the language, for instance the words of the brand: `{ terms: { client: 'customer' } }`. */
  messages?: MessageOverrides
  theme?: Theme
  /** @default 'comfortable' */
  density?: Density
  /** The host's own, where the kit should share its cache. @default one of the kit's own */
  queryClient?: QueryClient
  children?: ReactNode
}

const noOverrides: MessageOverrides = {}

/**
 * Gives the components below it their client, language, words and theme. It renders no element, and hooks of React
 * Query that the host uses below it keep the host's client.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://clients.example.com', token: () => fetchToken() })
 *
 * <ClienteleProvider client={client} locale={de}>
 *   <ClientTable />
 * </ClienteleProvider>
 */
export function ClienteleProvider(props: ClienteleProviderProps) {
  const { client, locale = en, messages = noOverrides, theme, density = 'comfortable', children } = props
  const [ownQueryClient] = useState(() => props.queryClient ?? new QueryClient())
  const queryClient = props.queryClient ?? ownQueryClient
  useEffect(() => {
    queryClient.mount()
    return () => queryClient.unmount()
  }, [queryClient])
  // a list is often written in place, anew on each drawing: its parts are what counts
  const [language, pack] = 'code' in locale ? [locale, undefined] : locale
  const whole = useMemo(() => withPack(language, pack), [language, pack])
  const value = useMemo(
    () => ({ client, queryClient, locale: whole, messages, theme, density }),
    [client, queryClient, whole, messages, theme, density],
  )
  return <ClienteleContext.Provider value={value}>{children}</ClienteleContext.Provider>
}
