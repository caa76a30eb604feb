'use client'

import type { Client } from '@clientele/contract'
import type { ReactNode } from 'react'
import { useEvent } from '../parts/use-event.ts'
import type { Words } from '../words/use-words.ts'
import type { TableColumns } from './client-columns.tsx'
import { ClientTableBody } from './client-table-body.tsx'
import { ClientTableHead } from './client-table-head.tsx'
import { ClientTableRow } from './client-table-row.tsx'
import { ClientTableSkeleton } from './client-table-skeleton.tsx'
import type { ClientTableModel } from './use-client-table.ts'

export interface ClientTableRowsProps {
  t: Words<'clientTable'>
  table: ClientTableModel
  columns: TableColumns
  isSelectable: boolean
  rowActions: ((client: Client) => ReactNode) | undefined
}

/** The table itself, with its rows or with the place where they will be. */
export function ClientTableRows({ t, table, columns, isSelectable, rowActions }: ClientTableRowsProps) {
  const { state, rows, total, isChanging } = table
  const { shown } = columns
  const hasActions = rowActions !== undefined
  const onSelect = useEvent(table.selectRow)
  const draw = (index: number) => {
    const client = rows[index]
    if (!client) return null
    const isOn = isSelectable ? table.isSelected(client.id) : undefined
    return <ClientTableRow key={client.id} {...{ t, client, index, isOn, onSelect, rowActions }} columns={shown} />
  }
  return (
    <table
      data-part="table"
      aria-label={t('label')}
      aria-busy={state === 'loading' || isChanging}
      aria-rowcount={state === 'filled' ? (total?.accuracy === 'exact' ? total.count + 1 : -1) : undefined}
    >
      <ClientTableHead {...{ t, table, isSelectable, hasActions }} columns={shown} />
      {state === 'loading' ? (
        <ClientTableSkeleton {...{ columns, isSelectable, hasActions }} />
      ) : (
        <ClientTableBody {...{ rows, isChanging, draw }} total={total?.count ?? 0} />
      )}
    </table>
  )
}
