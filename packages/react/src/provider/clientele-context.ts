'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { Clientele } from '@clientele/sdk'
import { createContext, useContext } from 'react'
import type { FullLocale, MessageOverrides } from '../words/locale.ts'

/** What the components of the kit take from their provider. */
export interface ClienteleContextValue {
  client: Clientele
  queryClient: QueryClient
  locale: FullLocale
  messages: MessageOverrides
  theme: Theme | undefined
  density: Density
}

/** `auto` follows the system. Left out, an ancestor with `data-clientele-theme` decides, else it is light. */
export type Theme = 'light' | 'dark' | 'auto'

export type Density = 'comfortable' | 'compact'

export const ClienteleContext = createContext<ClienteleContextValue | null>(null)

/** What the provider was given. For components of your own that stand beside those of the kit. */
export function useClientele(): ClienteleContextValue {
  const value = useContext(ClienteleContext)
  if (value) return value
  throw new Error(
    'Clientele: no provider was found. Components need a client, so wrap the app in ' +
      '`<ClienteleProvider client={createClient(…)}>`.',
  )
}
