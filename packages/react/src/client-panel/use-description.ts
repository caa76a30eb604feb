'use client'

import type { Client } from '@clientele/contract'
import type { ClientRecord } from './use-client-record.ts'
import { useSection } from './use-section.ts'

/** The description by the caller's own organisation, or by one below it that the caller may edit for (R92). */
export function useDescription(record: ClientRecord, accountId?: string) {
  const { client, refetch, change } = record
  return useSection<{ text: string }>({
    client,
    refetch,
    action: client?.actions?.setDescription,
    valuesOf: (of) => ({ text: descriptionOf(of, accountId) }),
    send: (typed, base) => {
      const text = (typed.text ?? descriptionOf(base, accountId)).trim()
      const whose = accountId === undefined ? {} : { accountId }
      return change({ section: 'description', input: { text: text === '' ? null : text, ...whose } }, base)
    },
  })
}

function descriptionOf(client: Client, accountId: string | undefined): string {
  if (accountId === undefined) return client.description ?? ''
  return client.otherDescriptions?.find((other) => other.account.id === accountId)?.text ?? ''
}
