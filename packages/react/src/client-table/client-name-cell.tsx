'use client'

import type { Client } from '@clientele/contract'
import { Button } from '../parts/button.tsx'
import { Identity } from '../parts/identity.tsx'
import { useWords } from '../words/use-words.ts'

interface Props {
  client: Client
  onOpen: ((clientId: string) => void) | undefined
}

/** The name; the id where another client has the same name (R52); the description beneath (R91). */
export function ClientNameCell({ client, onOpen }: Props) {
  const subscription = useWords('subscriptionState')
  const narrow = [
    client.primaryDomainDisplay,
    client.subscriptionState === 'none' ? null : subscription(client.subscriptionState),
  ].filter(Boolean)
  return (
    <div data-part="name-cell">
      {onOpen ? (
        <Button look="link" onClick={() => onOpen(client.id)}>
          {client.name}
        </Button>
      ) : (
        <span data-part="name">{client.name}</span>
      )}
      {client.nameIsShared ? <Identity id={client.id} /> : null}
      {narrow.length > 0 ? <span data-part="name-facts">{narrow.join(' · ')}</span> : null}
      {client.description ? <span data-part="description">{client.description}</span> : null}
    </div>
  )
}
