'use client'

import { useEffect, useId, useState, type ReactNode } from 'react'
import { useEvent } from '../parts/use-event.ts'
import type { Words } from '../words/use-words.ts'
import { ClientTableFilters } from './client-table-filters.tsx'
import { withSearch } from './client-table-query.ts'
import type { ClientTableModel } from './use-client-table.ts'

interface Props {
  t: Words<'clientTable'>
  table: ClientTableModel
  /** What stands at the end of the line. */
  children: ReactNode
}

/*
  [search      ] [Filters]            host's toolbar  [Add]
*/
export function ClientTableSearch({ t, table, children }: Props) {
  const [words, setWords] = useSearchWords(table)
  const id = useId()
  return (
    <div data-part="toolbar">
      <div data-part="search">
        <input
          data-part="control"
          type="search"
          value={words}
          aria-label={t('search')}
          aria-describedby={`${id}-hint`}
          placeholder={t('search')}
          onChange={(event) => setWords(event.target.value)}
        />
        <span data-part="hidden-text" id={`${id}-hint`}>
          {t('searchHint')}
        </span>
        <ClientTableFilters {...{ t, table }} />
      </div>
      {children}
    </div>
  )
}

/** What stands in the search field: ahead of the query while one types, and following it when it changes elsewhere. */
function useSearchWords(table: ClientTableModel) {
  const asked = table.query.q ?? ''
  const [words, setWords] = useState(asked)
  const [sent, setSent] = useState(asked)
  const [seen, setSeen] = useState(asked)
  if (asked !== seen) {
    setSeen(asked)
    setSent(asked)
    if (asked !== sent) setWords(asked)
  }
  const send = useEvent((latest: string) => {
    setSent(latest.trim())
    table.setQuery(withSearch(table.query, latest))
  })
  useEffect(() => {
    if (words.trim() === sent) return undefined
    const timer = setTimeout(() => send(words), 250)
    return () => clearTimeout(timer)
  }, [words, sent, send])
  return [words, setWords] as const
}
