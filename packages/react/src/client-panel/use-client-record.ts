'use client'

import type { Client, UpdateClient } from '@clientele/contract'
import { useQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { clientChanged } from '../query/refresh-clients.ts'
import { rowQuery } from '../query/row-query.ts'

/** What is about to be saved. */
export type ClientChange =
  | { section: 'contact'; input: UpdateClient }
  | { section: 'description'; input: { text: string | null; accountId?: string } }
  | { section: 'tags'; input: { tags: string[] } }

export interface ClientPanelOptions {
  clientId: string
  /** Runs before a change is sent, and stops it with `false`. */
  onBeforeUpdate?: ((change: ClientChange, client: Client) => boolean | void | Promise<boolean | void>) | undefined
  onUpdated?: ((client: Client) => void) | undefined
}

/** One client as the server has it, and the way to change it. */
export function useClientRecord({ clientId, onBeforeUpdate, onUpdated }: ClientPanelOptions) {
  const { client: clientele, queryClient } = useClientele()
  const record = useQuery(rowQuery(clientele, 'clients', 'get', clientId), queryClient)

  const sent = (wanted: ClientChange, ifMatch: string): Promise<Client> => {
    if (wanted.section === 'contact') return clientele.clients.update(clientId, wanted.input, { ifMatch })
    if (wanted.section === 'tags') return clientele.clients.setTags(clientId, wanted.input, { ifMatch })
    return clientele.clients.setDescription(clientId, wanted.input, { ifMatch })
  }

  return {
    client: record.data,
    isError: record.isError,
    error: record.error,
    refetch: async () => (await record.refetch()).data,
    /** Resolves with `false` where the host stopped it. */
    change: async (wanted: ClientChange, base: Client): Promise<boolean> => {
      if ((await onBeforeUpdate?.(wanted, base)) === false) return false
      const updated = await sent(wanted, base.etag)
      clientChanged({ clientele, queryClient }, updated)
      onUpdated?.(updated)
      return true
    },
  }
}

/** What {@link useClientRecord} gives. */
export type ClientRecord = ReturnType<typeof useClientRecord>
