'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  nothingSelected,
  selectedCount,
  selectionTest,
  withSelected,
  type ClientSelection,
} from './client-selection.ts'
import { sameMatches, type ClientTableQuery } from './client-table-query.ts'
import { useControlled } from './use-controlled.ts'

export interface ClientSelectionOptions {
  selection: ClientSelection | undefined
  onSelectionChange: ((selection: ClientSelection) => void) | undefined
  query: ClientTableQuery
  rows: readonly Client[]
  /** How many match the query. */
  total: number | undefined
  /** There are pages that were not loaded yet. */
  hasMore: boolean
}

/** What was pressed to be selected together: all that was shown then. */
interface Together {
  query: ClientTableQuery
  rows: readonly Client[]
  ids: readonly string[]
}

/** Whether nothing was taken out or put in since. */
const isAll = (selection: ClientSelection, together: Together | undefined) =>
  'ids' in selection && selection.ids === together?.ids

/** Which rows are selected: some of those that are shown, or all that match the query. */
export function useClientSelection(options: ClientSelectionOptions) {
  const { query, rows, total, hasMore } = options
  const [selection, setSelection] = useControlled(options.selection, nothingSelected, options.onSelectionChange)
  const isSelected = useMemo(() => selectionTest(selection), [selection])
  const anchor = useRef<number | undefined>(undefined)
  const [together, setTogether] = useState<Together>()
  const shown = useMemo(() => {
    // thousands need not be looked up to know that all are selected, or none
    if (isAll(selection, together) && together?.rows === rows) return rows.length
    if ('ids' in selection && selection.ids.length === 0) return 0
    return rows.reduce((sum, row) => sum + (isSelected(row.id) ? 1 : 0), 0)
  }, [rows, isSelected, selection, together])

  const isOfOtherQuery = 'query' in selection && !sameMatches(selection.query, query)
  useEffect(() => {
    // “all that match” meant the rows one saw
    if (isOfOtherQuery) setSelection(nothingSelected)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once a change, whatever the host makes of it
  }, [isOfOtherQuery])

  const isWhole = shown > 0 && shown === rows.length
  // the next page comes by itself: what was all that is shown a moment ago still means all
  const wasWhole = useMemo(
    () =>
      together !== undefined &&
      sameMatches(together.query, query) &&
      (isAll(selection, together) || together.ids.every(isSelected)),
    [together, query, selection, isSelected],
  )

  return {
    selection,
    isSelected,
    /** `undefined` where nobody knows: all that match, and not counted. */
    selectedCount: selectedCount(selection, total),
    hasSelection: 'query' in selection || selection.ids.length > 0,
    /** Of the rows that are shown. */
    shownSelection: shown === 0 ? 'none' : isWhole ? 'all' : 'some',
    /** All that was shown was selected, and there is more that matches: {@link selectMatching} is what may be meant. */
    offersMatching: 'ids' in selection && total !== undefined && (isWhole ? hasMore : wasWhole),
    select: (ids: readonly string[], isOn: boolean) => setSelection(withSelected(selection, ids, isOn)),
    /** Puts a row in or out; with `isRange` all from the row that was pressed before (shift-click). */
    selectRow: (index: number, isOn: boolean, isRange = false) => {
      const from = isRange ? (anchor.current ?? index) : index
      const range = rows.slice(Math.min(from, index), Math.max(from, index) + 1)
      anchor.current = index
      setSelection(
        withSelected(
          selection,
          range.map((row) => row.id),
          isOn,
        ),
      )
    },
    /** All rows that are shown, or none at all. */
    selectShown: (isOn: boolean) => {
      const ids = rows.map((row) => row.id)
      setTogether(isOn ? { query, rows, ids } : undefined)
      setSelection(!isOn && 'query' in selection ? nothingSelected : withSelected(selection, ids, isOn))
    },
    selectMatching: () => setSelection({ query, except: [] }),
    clearSelection: () => setSelection(nothingSelected),
  } as const
}
