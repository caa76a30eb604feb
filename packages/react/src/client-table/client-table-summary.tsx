'use client'

import type { ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords, type Words } from '../words/use-words.ts'
import type { ClientSelection } from './client-selection.ts'
import { narrows, withFilter } from './client-table-query.ts'
import type { ClientTableModel } from './use-client-table.ts'
import { useSetFilters } from './use-filter-groups.ts'

export interface ClientTableSummaryProps {
  t: Words<'clientTable'>
  table: ClientTableModel
  selectionActions: ((selection: ClientSelection) => ReactNode) | undefined
}

/*
  1,234 clients   (Suspended ×) (Team ×)  Clear
  50 selected   Select all 1,234 that match   Clear selection   host's actions

  One line of one height, so that nothing moves when the first row is selected.
*/
export function ClientTableSummary({ t, table, selectionActions }: ClientTableSummaryProps) {
  const { hasSelection } = table
  const all = useTotal(table)
  return (
    <div data-part="summary" data-selection={hasSelection ? '' : undefined}>
      <span data-part="count" role="status">
        {useCount({ t, table, all })}
      </span>
      {hasSelection ? <SelectionParts {...{ t, table, all, selectionActions }} /> : <FilterParts {...{ t, table }} />}
    </div>
  )
}

interface PartProps {
  t: Words<'clientTable'>
  table: ClientTableModel
  /** How many match. */
  all: string
}

/** One element says what is there and what is selected, or the change would not be read aloud. */
function useCount({ t, table, all }: PartProps): string | undefined {
  const common = useWords('common')
  const { hasSelection, selection, selectedCount, state, total } = table
  if (!hasSelection && state === 'loading') return common('loading')
  if (!hasSelection)
    return state === 'filled' && total
      ? t(total.accuracy === 'exact' ? 'count' : 'countAtLeast', { count: total.count })
      : undefined
  if ('ids' in selection) return t('selected', { count: selectedCount })
  const except = selection.except.length
  return except === 0 ? t('selectedAll', { count: all }) : t('selectedAllBut', { count: all, except })
}

function FilterParts({ t, table }: Omit<PartProps, 'all'>) {
  const common = useWords('common')
  const { query, setQuery, state } = table
  return (
    <>
      {useSetFilters(table).map(({ filter, value, label }) => (
        <button
          key={`${filter} ${value}`}
          type="button"
          data-part="chip"
          aria-label={common('remove', { value: label })}
          onClick={() => setQuery(withFilter(query, filter, value, false))}
        >
          {label}
          <span data-part="cross" aria-hidden />
        </button>
      ))}
      {narrows(query) && state === 'filled' ? (
        <Button look="link" onClick={() => setQuery({})}>
          {t('clear')}
        </Button>
      ) : null}
    </>
  )
}

function SelectionParts({ t, table, all, selectionActions }: PartProps & ClientTableSummaryProps) {
  return (
    <>
      {table.offersMatching ? (
        <Button look="link" onClick={table.selectMatching}>
          {t('selectMatching', { count: all })}
        </Button>
      ) : null}
      <Button look="link" onClick={table.clearSelection}>
        {t('clearSelection')}
      </Button>
      {selectionActions ? <div data-part="selection-actions">{selectionActions(table.selection)}</div> : null}
    </>
  )
}

/** How many match, in digits; above what is counted exactly, with a plus. */
function useTotal({ total, rows }: ClientTableModel): string {
  const formats = useFormats()
  const digits = formats.number(total?.count ?? rows.length)
  return total?.accuracy === 'at_least' ? `${digits}+` : digits
}
