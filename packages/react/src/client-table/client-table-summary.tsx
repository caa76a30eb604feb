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
export function ClientTableSummary(props: ClientTableSummaryProps) {
  const { hasSelection } = props.table
  return (
    <div data-part="summary" data-selection={hasSelection ? '' : undefined}>
      {hasSelection ? <SelectionLine {...props} /> : <CountLine {...props} />}
    </div>
  )
}

function CountLine({ t, table }: ClientTableSummaryProps) {
  const common = useWords('common')
  const { query, setQuery, total, state } = table
  const known = state === 'filled' && total
  return (
    <>
      <span data-part="count" role="status">
        {state === 'loading' ? common('loading') : null}
        {known ? t(known.accuracy === 'exact' ? 'count' : 'countAtLeast', { count: known.count }) : null}
      </span>
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

function SelectionLine({ t, table, selectionActions }: ClientTableSummaryProps) {
  const { selection, selectedCount, shownSelection, hasMore, total } = table
  const all = useTotal(table)
  return (
    <>
      <span data-part="count" role="status">
        {'ids' in selection
          ? t('selected', { count: selectedCount })
          : selection.except.length === 0
            ? t('selectedAll', { count: all })
            : t('selectedAllBut', { count: all, except: selection.except.length })}
      </span>
      {'ids' in selection && shownSelection === 'all' && hasMore && total ? (
        <Button look="link" onClick={table.selectMatching}>
          {t('selectMatching', { count: all })}
        </Button>
      ) : null}
      <Button look="link" onClick={table.clearSelection}>
        {t('clearSelection')}
      </Button>
      {selectionActions ? <div data-part="selection-actions">{selectionActions(selection)}</div> : null}
    </>
  )
}

/** How many match, in digits; above what is counted exactly, with a plus. */
function useTotal({ total, rows }: ClientTableModel): string {
  const formats = useFormats()
  const digits = formats.number(total?.count ?? rows.length)
  return total?.accuracy === 'at_least' ? `${digits}+` : digits
}
