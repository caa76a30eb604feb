'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useState, type ReactNode, type Ref } from 'react'
import { useEvent } from '../parts/use-event.ts'
import type { Words } from '../words/use-words.ts'
import type { ClientColumn } from './client-columns.tsx'
import { ClientTableHead } from './client-table-head.tsx'
import { ClientTableRow } from './client-table-row.tsx'
import { ClientTableSkeleton } from './client-table-skeleton.tsx'
import type { VirtualRows } from './client-table-virtual-rows.tsx'
import type { ClientTableModel } from './use-client-table.ts'

export interface ClientTableRowsProps {
  t: Words<'clientTable'>
  table: ClientTableModel
  columns: readonly ClientColumn[]
  isSelectable: boolean
  rowActions: ((client: Client) => ReactNode) | undefined
}

// up to here all rows are in the page, where the browser's search finds them
const alwaysDrawn = 100

/** The table itself, with its rows or with the place where they will be. */
export function ClientTableRows({ t, table, columns, isSelectable, rowActions }: ClientTableRowsProps) {
  const { state, rows, total, isChanging } = table
  const hasActions = rowActions !== undefined
  const width = columns.length + (isSelectable ? 1 : 0) + (hasActions ? 1 : 0)
  const Virtual = useVirtualRows(Math.max(rows.length, total?.count ?? 0) > alwaysDrawn)
  const onSelect = useEvent(table.selectRow)
  const draw = (index: number, measure?: Ref<HTMLTableRowElement>) => {
    const client = rows[index]
    if (!client) return null
    const isOn = isSelectable ? table.isSelected(client.id) : undefined
    return <ClientTableRow key={client.id} {...{ t, client, index, columns, isOn, onSelect, rowActions, measure }} />
  }
  return (
    <table
      data-part="table"
      data-columns={width > 8 ? 'many' : undefined}
      aria-label={t('label')}
      aria-busy={state === 'loading' || isChanging}
      aria-rowcount={state === 'filled' ? (total?.accuracy === 'exact' ? total.count + 1 : -1) : undefined}
    >
      <ClientTableHead {...{ t, table, columns, isSelectable, hasActions }} />
      {state === 'loading' ? (
        <ClientTableSkeleton {...{ columns, isSelectable, hasActions }} />
      ) : Virtual ? (
        // oxlint-disable-next-line react/static-components -- loaded once, and the same from then on
        <Virtual {...{ rows, width, isChanging, draw }} isWhole={rows.length <= alwaysDrawn} />
      ) : (
        <tbody data-part="body" data-changing={isChanging ? '' : undefined}>
          {rows.map((_, index) => draw(index))}
        </tbody>
      )}
    </table>
  )
}

/** The rows of long lists are loaded when a list turns out to be long. Until then, and if they do not come, all are drawn. */
function useVirtualRows(isWanted: boolean) {
  const [loaded, setLoaded] = useState<{ VirtualRows: typeof VirtualRows }>()
  useEffect(() => {
    if (!isWanted || loaded) return
    import('./client-table-virtual-rows.tsx').then(setLoaded, () => undefined)
  }, [isWanted, loaded])
  return loaded?.VirtualRows
}
