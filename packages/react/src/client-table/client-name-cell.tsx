'use client'

import type { Client } from '@clientele/contract'
import { useContext } from 'react'
import { Button } from '../parts/button.tsx'
import { Identity } from '../parts/identity.tsx'
import type { FoldedColumn } from './client-column.ts'
import { TableWidth } from './table-width.ts'

interface Props {
  client: Client
  /** Columns that give way to this one where the table is narrow. */
  folded: readonly FoldedColumn[]
  onOpen: ((clientId: string) => void) | undefined
}

/** The name; the id where another client has the same name (R52); what gave way, and the description beneath (R91). */
export function ClientNameCell({ client, folded, onOpen }: Props) {
  const width = useContext(TableWidth) ?? 0
  const facts = folded
    .filter(({ room = 0 }) => room > width)
    .map(({ key, room, text }) => ({ key, room, text: text(client) }))
    .filter(({ text }) => Boolean(text))
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
      {facts.length > 0 ? (
        <span data-part="name-facts">
          {facts.map(({ key, room, text }, index) => (
            // those before it gave way before it did
            <span data-part="fact" data-room={room} key={key}>
              {index > 0 ? ' · ' : null}
              {text}
            </span>
          ))}
        </span>
      ) : null}
      {client.description ? <span data-part="description">{client.description}</span> : null}
    </div>
  )
}
