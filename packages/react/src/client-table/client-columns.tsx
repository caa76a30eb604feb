'use client'

import type { Client } from '@clientele/contract'
import { useMemo, type ReactNode } from 'react'
import { Badge } from '../parts/badge.tsx'
import { toneOfStatus } from '../parts/client-tones.ts'
import { DomainName } from '../parts/domain-name.tsx'
import { HiddenText } from '../parts/hidden-text.tsx'
import { TimeAgo } from '../parts/time-ago.tsx'
import { useFormats } from '../words/use-formats.ts'
import { useWords } from '../words/use-words.ts'
import { ClientNameCell } from './client-name-cell.tsx'
import type { SortField } from './client-table-query.ts'
import type { ClientTableModel } from './use-client-table.ts'

/** A column of the table. */
export interface ClientColumn {
  /** Unique in the table; `data-column` of its cells. */
  key: string
  header: ReactNode
  cell: (client: Client) => ReactNode
  /** Lets the header sort by a field of the API. */
  sort?: SortField
  /** Of the room there is: columns never move when rows come or go. @default 'normal' */
  width?: 'narrow' | 'normal' | 'wide'
  /** Hidden where the table is narrow, as on a phone. @default true */
  wideOnly?: boolean
}

/** The columns the kit brings along. */
export type ClientColumnName = 'name' | 'domain' | 'product' | 'subscription' | 'status' | 'owner' | 'added' | 'changed'

export const defaultColumns: readonly ClientColumnName[] = [
  'name',
  'domain',
  'product',
  'subscription',
  'status',
  'added',
]

export interface ColumnsOptions {
  families: ClientTableModel['families']
  columns: readonly (ClientColumnName | ClientColumn)[]
  onOpen: ((clientId: string) => void) | undefined
}

/** The columns of the table: the kit's by name, the host's as they are. */
export function useColumns({ families, columns, onOpen }: ColumnsOptions): readonly ClientColumn[] {
  const t = useWords('fields')
  const status = useWords('clientStatus')
  const subscription = useWords('subscriptionState')
  const formats = useFormats()
  return useMemo(() => {
    const nameOfFamily = (key: string | null) => families.find((family) => family.key === key)?.name ?? key
    const known: Record<ClientColumnName, Omit<ClientColumn, 'key'>> = {
      name: {
        header: t('name'),
        cell: (client) => <ClientNameCell client={client} onOpen={onOpen} />,
        sort: 'name',
        wideOnly: false,
        width: 'wide',
      },
      domain: { header: t('domain'), cell: (client) => <DomainName name={client.primaryDomainDisplay} /> },
      product: { header: t('product'), cell: (client) => nameOfFamily(client.productFamily) },
      subscription: {
        header: t('subscription'),
        // R65: blank until a first order, and said to those who cannot see that it is blank
        cell: ({ subscriptionState: state }) =>
          state === 'none' ? <HiddenText>{subscription(state)}</HiddenText> : subscription(state),
      },
      status: {
        header: t('status'),
        cell: (client) => <Badge tone={toneOfStatus(client.status)}>{status(client.status)}</Badge>,
        wideOnly: false,
      },
      owner: { header: t('owner'), cell: (client) => client.owner.name },
      added: { header: t('added'), cell: (client) => formats.date(client.createdAt), sort: 'createdAt' },
      changed: { header: t('changed'), cell: (client) => <TimeAgo iso={client.updatedAt} />, sort: 'updatedAt' },
    }
    return columns.map((column) => (typeof column === 'string' ? { key: column, ...known[column] } : column))
  }, [columns, t, families, status, subscription, formats, onOpen])
}
