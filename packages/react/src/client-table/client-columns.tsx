'use client'

import type { Client } from '@clientele/contract'
import { useMemo, type ReactNode } from 'react'
import { Badge } from '../parts/badge.tsx'
import { toneOfAccess, toneOfStatus } from '../parts/client-tones.ts'
import { DomainName } from '../parts/domain-name.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import type { ClientColumn, ClientColumnName, FoldedColumn, ShownColumn } from './client-column.ts'
import { foldable, roomOf } from './column-room.ts'
import { ClientNameCell } from './client-name-cell.tsx'
import type { ClientTableModel } from './use-client-table.ts'

export const defaultColumns: readonly ClientColumnName[] = [
  'name',
  'domain',
  'product',
  'subscription',
  'status',
  'added',
]

/** The same, with what access there is. */
export const columnsWithAccess: readonly ClientColumnName[] = defaultColumns.toSpliced(-1, 0, 'access')

export interface ColumnsOptions {
  families: ClientTableModel['families']
  columns: readonly (ClientColumnName | ClientColumn)[]
  isSelectable: boolean
  hasActions: boolean
  onOpen: ((clientId: string) => void) | undefined
}

/** The columns of the table, the kit's by name and the host's as they are, and below which width they scroll. */
export function useColumns(options: ColumnsOptions) {
  const { families, columns, isSelectable, hasActions, onOpen } = options
  const t = useWords('fields')
  const status = useWords('clientStatus')
  const subscription = useWords('subscriptionState')
  const access = useWords('accessState')
  const formats = useFormats()
  return useMemo(() => {
    const room = roomOf({ columns, isSelectable, hasActions })
    const nameOfFamily = (key: string | null) => families.find((family) => family.key === key)?.name ?? key
    const texts: Record<(typeof foldable)[number], (client: Client) => ReactNode> = {
      domain: (client) => client.primaryDomainDisplay && <DomainName name={client.primaryDomainDisplay} />,
      owner: (client) => client.owner.name,
      product: (client) => nameOfFamily(client.productFamily),
      subscription: ({ subscriptionState: state }) => (state === 'none' ? null : subscription(state)),
    }
    const folded = foldable
      .filter((name) => columns.includes(name))
      .map((key): FoldedColumn => ({ key, room: room.of.get(key), text: texts[key] }))
    const known: Record<ClientColumnName, Omit<ClientColumn, 'key'>> = {
      name: {
        header: t('name'),
        cell: (client) => <ClientNameCell {...{ client, folded, onOpen }} />,
        sort: 'name',
      },
      domain: { header: t('domain'), cell: texts.domain },
      product: { header: t('product'), cell: texts.product },
      subscription: {
        header: t('subscription'),
        // R65: blank until a first order, and said to those who cannot see that it is blank
        cell: (client) => texts.subscription(client) ?? <HiddenText>{subscription('none')}</HiddenText>,
      },
      status: {
        header: t('status'),
        cell: (client) => <Badge tone={toneOfStatus(client.status)}>{status(client.status)}</Badge>,
      },
      access: {
        header: t('access'),
        cell: ({ accessState: state }) =>
          state === 'none' ? (
            <span data-part="empty">{access(state)}</span>
          ) : (
            <Badge tone={toneOfAccess(state)}>{access(state)}</Badge>
          ),
      },
      owner: { header: t('owner'), cell: texts.owner },
      added: { header: t('added'), cell: (client) => formats.date(client.createdAt), sort: 'createdAt' },
      changed: { header: t('changed'), cell: (client) => <TimeAgo iso={client.updatedAt} />, sort: 'updatedAt' },
    }
    const shown = columns.map((column): ShownColumn => {
      const own = typeof column === 'string' ? { key: column, ...known[column] } : column
      return { ...own, room: room.of.get(own.key) }
    })
    return { shown, folded, scrolls: room.scrolls }
  }, [columns, isSelectable, hasActions, t, families, status, subscription, access, formats, onOpen])
}

export type TableColumns = ReturnType<typeof useColumns>
