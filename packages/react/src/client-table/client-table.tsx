'use client'

import type { AccessRequest, Client } from '@clientele/contract'
import { forwardRef, useId, useMemo, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { AddClientForm } from '../add-client-form/add-client-form.tsx'
import { Button } from '../parts/button.tsx'
import { Failure } from '../parts/failure.tsx'
import { Notice } from '../parts/notice.tsx'
import { RequestAccessDialog } from '../parts/request-access.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useFailureWords } from '../words/use-failure-words.ts'
import { useWords } from '../words/use-words.ts'
import type { ClientColumn, ClientColumnName } from './client-column.ts'
import { columnsWithAccess, defaultColumns, useColumns } from './client-columns.tsx'
import type { ClientSelection } from './client-selection.ts'
import { ClientTableAccess } from './client-table-access.tsx'
import { ClientTableFoot } from './client-table-foot.tsx'
import type { ClientTableQuery } from './client-table-query.ts'
import { ClientTableRows } from './client-table-rows.tsx'
import { ClientTableSearch } from './client-table-search.tsx'
import { ClientTableSummary } from './client-table-summary.tsx'
import type { ClientTableStrings } from './client-table.strings.ts'
import { useClientTable } from './use-client-table.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export interface ClientTableProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Words, filters and order, where the host keeps them: in the address, for instance. */
  query?: ClientTableQuery
  /** Where the host does not keep them: what they are at first. */
  defaultQuery?: ClientTableQuery
  onQueryChange?: (query: ClientTableQuery) => void
  /** The selected clients, where the host keeps them. */
  selection?: ClientSelection
  /** Shows the check boxes. Hears of every change, in words of ids or of `{ query, except }`. */
  onSelectionChange?: (selection: ClientSelection) => void
  /** The kit's columns by name, and columns of your own. @default name, domain, product, subscription, status, added */
  columns?: readonly (ClientColumnName | ClientColumn)[]
  /** Shows what access there is to each client, and at the end of its row the way to ask for it. @default false */
  withAccess?: boolean
  /** A client was asked for access from here. */
  onAccessRequested?: (request: AccessRequest) => void
  /** What stands at the end of each row. */
  rowActions?: (client: Client) => ReactNode
  /** What stands between the search field and the button that adds. */
  toolbar?: ReactNode
  /** What can be done with the selected clients, in the line that counts them. Shows the check boxes. */
  selectionActions?: (selection: ClientSelection) => ReactNode
  /** Makes the names buttons. */
  onOpen?: (clientId: string) => void
  /** Runs in place of opening the form here. The empty list then shows a button. */
  onAdd?: () => void
  /** A client was added by the form of the table. */
  onCreated?: (client: Client) => void
  /** Clients a page, 1 to 200. @default 50 */
  pageSize?: number
  /** Texts that replace those of the language. */
  messages?: Partial<ClientTableStrings>
}

/**
 * The clients of the caller: found by the beginnings of words, filtered, sorted, page after page. An empty list opens
 * the form that adds the first one.
 *
 * @example
 * <ClientTable onOpen={(id) => navigate(`/clients/${id}`)} columns={['name', 'status', 'added']} />
 */
export const ClientTable = forwardRef<HTMLDivElement, ClientTableProps>(function ClientTable(props, ref) {
  const { query, defaultQuery, onQueryChange, selection, onSelectionChange, pageSize, ...shown } = props
  const { withAccess = false, rowActions, toolbar, selectionActions, messages, ...events } = shown
  const { columns: given = withAccess ? columnsWithAccess : defaultColumns, ...more } = events
  const { onOpen, onAdd, onCreated, onAccessRequested, ...rest } = more
  const t = useWords('clientTable', messages)
  const words = useFailureWords()
  const table = useClientTable({
    query,
    defaultQuery,
    onQueryChange,
    selection,
    onSelectionChange,
    pageSize,
    withActions: withAccess,
  })
  const isSelectable = [selection, onSelectionChange, selectionActions].some((asked) => asked !== undefined)
  const [asked, setAsked] = useState<string>()
  // one function as long as nothing changes: a row that gets another is drawn again
  const atEnd = useMemo(() => {
    if (!withAccess) return rowActions
    return (client: Client) => (
      <>
        <ClientTableAccess client={client} onOpen={setAsked} />
        {rowActions?.(client)}
      </>
    )
  }, [withAccess, rowActions])
  const hasActions = atEnd !== undefined
  const columns = useColumns({ families: table.families, columns: given, isSelectable, hasActions, onOpen })
  const [isAdding, setAdding] = useState(false)
  const reasonId = useId()
  const keptFocus = useKeptFocus()

  // R16: nothing there yet, so the form opens by itself; it stays until it is closed
  const opensByItself = table.state === 'empty' && table.mayAdd === true && onAdd === undefined
  const isFormOpen = isAdding || opensByItself
  const form = (
    <AddClientForm
      onCreated={(client) => {
        setAdding(true)
        onCreated?.(client)
      }}
      onGoToList={() => setAdding(false)}
      {...(isAdding ? { onCancel: () => setAdding(false) } : {})}
      {...(onOpen ? { onOpenClient: onOpen } : {})}
    />
  )

  return (
    <div
      {...rest}
      {...useRootProps('client-table', table.state)}
      ref={ref}
      onFocus={(event) => {
        keptFocus.onFocus(event)
        rest.onFocus?.(event)
      }}
      onBlur={(event) => {
        keptFocus.onBlur()
        rest.onBlur?.(event)
      }}
    >
      <ClientTableSearch {...{ t, table }}>
        <div data-part="toolbar-end">
          {toolbar}
          {isFormOpen || table.state === 'forbidden' ? null : (
            <Button
              look="primary"
              busy={table.state === 'loading'}
              refusedBy={table.mayAdd === false ? reasonId : undefined}
              onClick={onAdd ?? (() => setAdding(true))}
            >
              {t(table.state === 'empty' ? 'add' : 'addAnother')}
            </Button>
          )}
          {table.mayAdd === false ? (
            <span data-part="hint" id={reasonId}>
              {words.reason({ code: 'permission_denied' })}
            </span>
          ) : null}
        </div>
      </ClientTableSearch>
      {isFormOpen ? form : null}
      <ClientTableSummary {...{ t, table, selectionActions }} />
      <div data-part="scroller" data-scrolls={columns.scrolls}>
        {table.state === 'loading' || table.state === 'filled' ? (
          <ClientTableRows {...{ t, table, columns, isSelectable }} rowActions={atEnd} />
        ) : null}
      </div>
      {table.state === 'failed' ? (
        <Failure
          title={t('failedTitle')}
          error={table.error}
          onRetry={table.isQueryRefused ? undefined : table.reload}
          actions={table.isQueryRefused ? <Button onClick={() => table.setQuery({})}>{t('clear')}</Button> : undefined}
        />
      ) : null}
      {table.state === 'forbidden' ? (
        <Notice title={t('forbiddenTitle')}>{words.failure(table.error).text}</Notice>
      ) : null}
      {table.state === 'empty' && !isFormOpen ? <Notice title={t('empty')} /> : null}
      {table.state === 'no-match' ? (
        <Notice
          role="status"
          title={t('noMatch')}
          actions={<Button onClick={() => table.setQuery({})}>{t('clear')}</Button>}
        >
          {t('noMatchHint')}
        </Notice>
      ) : null}
      {table.state === 'filled' ? <ClientTableFoot {...{ t, table }} /> : null}
      {asked === undefined ? null : (
        <RequestAccessDialog
          clientId={asked}
          onClose={() => setAsked(undefined)}
          {...(onAccessRequested ? { onSent: onAccessRequested } : {})}
        />
      )}
    </div>
  )
})
