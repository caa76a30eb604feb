'use client'

import { useEffect, useRef } from 'react'
import { HiddenText } from '../parts/hidden-text.tsx'
import type { Words } from '../words/use-words.ts'
import type { ShownColumn } from './client-column.ts'
import { columnProps } from './column-props.ts'
import type { ClientTableModel } from './use-client-table.ts'

interface Props {
  t: Words<'clientTable'>
  table: ClientTableModel
  columns: readonly ShownColumn[]
  isSelectable: boolean
  hasActions: boolean
}

/** The names of the columns; those that sort are buttons (APG: sortable table). */
export function ClientTableHead({ t, table, columns, isSelectable, hasActions }: Props) {
  return (
    <thead data-part="head" data-selection={table.hasSelection ? '' : undefined}>
      <tr data-part="head-row" aria-rowindex={1}>
        {isSelectable ? (
          <th data-part="head-cell" data-column="select" scope="col">
            <SelectShown {...{ t, table }} />
          </th>
        ) : null}
        {columns.map((column) => {
          const { sort } = column
          const direction = sort && table.directionOf(sort)
          return (
            <th
              data-part="head-cell"
              {...columnProps(column)}
              key={column.key}
              scope="col"
              aria-sort={direction === 'none' ? undefined : direction}
            >
              {sort ? (
                <button type="button" data-part="sort" data-direction={direction} onClick={() => table.sortBy(sort)}>
                  {column.header}
                  <span data-part="sort-mark" aria-hidden />
                </button>
              ) : (
                column.header
              )}
            </th>
          )
        })}
        {hasActions ? (
          <th data-part="head-cell" data-column="actions" scope="col">
            <HiddenText>{t('actions')}</HiddenText>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

function SelectShown({ t, table }: Pick<Props, 't' | 'table'>) {
  const box = useRef<HTMLInputElement>(null)
  const { shownSelection, rows } = table
  useEffect(() => {
    if (box.current) box.current.indeterminate = shownSelection === 'some'
  }, [shownSelection])
  return (
    <label data-part="check-cell">
      <input
        ref={box}
        data-part="checkbox"
        type="checkbox"
        aria-label={t('selectShown')}
        disabled={rows.length === 0}
        checked={shownSelection === 'all' && rows.length > 0}
        onChange={(event) => table.selectShown(event.target.checked)}
      />
    </label>
  )
}
