import { ClienteleProvider } from '@clientele/react'
import { de } from '@clientele/react/locales/de'
import { deAccess } from '@clientele/react/locales/de-access'
import { en } from '@clientele/react/locales/en'
import type { Clientele } from '@clientele/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import type { Look } from './look.ts'
import { onClockMoved } from './page-clock.ts'

const german = [de, deAccess] as const

/** The kit, in the panel's language and colours, and with its cache. */
export function Kit({ look, client, children }: { look: Look; client: Clientele; children: ReactNode }) {
  const queryClient = useQueryClient()
  // whatever was read was read at another time
  useEffect(() => onClockMoved(() => void queryClient.invalidateQueries()), [queryClient])
  return (
    <ClienteleProvider
      client={client}
      queryClient={queryClient}
      locale={look.language === 'de' ? german : en}
      theme={look.theme}
    >
      {children}
    </ClienteleProvider>
  )
}
