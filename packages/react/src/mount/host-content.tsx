import type { Client } from '@clientele/contract'
import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import type { ClientColumn, ClientColumnName } from '../client-table/client-column.ts'
import type { ClientTableProps } from '../client-table/client-table.tsx'

/** What a host without React puts into a component: text, or an element of its own. */
export type HostContent = ReactNode | Node

/** A column of the host's. `cell` makes the content of a client once, and again when the client changes. */
export interface HostColumn extends Omit<ClientColumn, 'header' | 'cell'> {
  header: HostContent
  cell: (client: Client) => HostContent
}

/** The places of the table that the host fills. */
export interface HostPlaces {
  columns?: readonly (ClientColumnName | HostColumn)[]
  rowActions?: (client: Client) => HostContent
  toolbar?: HostContent
}

/** The same places, as the component takes them. */
export function placesOf({ columns, rowActions, toolbar }: HostPlaces): Partial<ClientTableProps> {
  return {
    ...(columns && { columns: columns.map(columnOf) }),
    ...(rowActions && { rowActions: (client: Client) => <Made make={rowActions} client={client} /> }),
    ...(toolbar !== undefined && { toolbar: contentOf(toolbar) }),
  }
}

function columnOf(column: ClientColumnName | HostColumn): ClientColumnName | ClientColumn {
  if (typeof column === 'string') return column
  const { header, cell } = column
  return { ...column, header: contentOf(header), cell: (client) => <Made make={cell} client={client} /> }
}

/** An element that is made anew on each drawing would lose its focus and what was typed into it. */
function Made({ make, client }: { make: (client: Client) => HostContent; client: Client }) {
  const content = useMemo(() => make(client), [make, client])
  return contentOf(content)
}

function contentOf(content: HostContent): ReactNode {
  return content instanceof Node ? <Place node={content} /> : content
}

function Place({ node }: { node: Node }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => place.current?.replaceChildren(node), [node])
  return <span ref={place} />
}
