'use client'

import type { Client } from '@clientele/contract'
import { memo, type ReactNode } from 'react'
import type { Words } from '../words/use-words.ts'
import type { ShownColumn } from './client-column.ts'
import { columnProps } from './column-props.ts'

export interface ClientTableRowProps {
  t: Words<'clientTable'>
  client: Client
  index: number
  columns: readonly ShownColumn[]
  /** `undefined` where rows cannot be selected. */
  isOn: boolean | undefined
  onSelect: (index: number, isOn: boolean, isRange: boolean) => void
  rowActions: ((client: Client) => ReactNode) | undefined
}

/** One client. It is drawn again only when something of it changes, its cells only when the client does: there may be thousands. */
export const ClientTableRow = memo(function ClientTableRow(props: ClientTableRowProps) {
  const { t, client, index, columns, isOn, onSelect, rowActions } = props
  return (
    <tr data-part="row" data-client={client.id} data-selected={isOn ? '' : undefined} aria-rowindex={index + 2}>
      {isOn === undefined ? null : (
        <td data-part="cell" data-column="select">
          <label data-part="check-cell">
            <input
              data-part="checkbox"
              type="checkbox"
              aria-label={t('selectRow', { name: client.name })}
              checked={isOn}
              onChange={(event) => onSelect(index, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)}
            />
          </label>
        </td>
      )}
      <Cells {...{ client, columns }} />
      {rowActions ? (
        <td data-part="cell" data-column="actions">
          {rowActions(client)}
        </td>
      ) : null}
    </tr>
  )
})

const Cells = memo(function Cells({ client, columns }: Pick<ClientTableRowProps, 'client' | 'columns'>) {
  return columns.map((column) => (
    <td data-part="cell" {...columnProps(column)} key={column.key}>
      {column.cell(client)}
    </td>
  ))
})
