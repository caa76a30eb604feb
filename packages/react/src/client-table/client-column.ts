import type { Client } from '@clientele/contract'
import type { ReactNode } from 'react'
import type { SortField } from './client-table-query.ts'

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

/** A column as it is drawn. */
export interface ShownColumn extends ClientColumn {
  /** Px that the table has to be wide for it to be shown. */
  room?: number | undefined
}

/** What stands beneath the name where its column gave way. */
export interface FoldedColumn {
  key: string
  room: number | undefined
  text: (client: Client) => ReactNode
}

/** The columns the kit brings along. */
export type ClientColumnName =
  | 'name'
  | 'domain'
  | 'product'
  | 'subscription'
  | 'status'
  | 'access'
  | 'owner'
  | 'added'
  | 'changed'
