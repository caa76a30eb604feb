'use client'

import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { useWords } from '../words/use-words.ts'
import { clientFilters, valuesOf, type ClientFilter } from './client-table-query.ts'
import type { ClientTableModel } from './use-client-table.ts'

export interface FilterGroup {
  filter: ClientFilter
  label: string
  values: readonly FilterValue[]
}

type FilterValue = readonly [value: string, label: string]

/** The filters that are offered, with their values in words. */
export function useFilterGroups({ families }: ClientTableModel): readonly FilterGroup[] {
  const { locale } = useClientele()
  const fields = useWords('fields')
  const status = useWords('clientStatus')
  const form = useWords('clientForm')
  const subscription = useWords('subscriptionState')
  return useMemo(() => {
    const named = (texts: object, words: (key: string) => string) =>
      Object.keys(texts).map((key): FilterValue => [key, words(key)])
    return [
      { filter: 'status', label: fields('status'), values: named(locale.clientStatus, status) },
      { filter: 'form', label: fields('kind'), values: named(locale.clientForm, form) },
      {
        filter: 'productFamily',
        label: fields('productFamily'),
        values: families.map((family): FilterValue => [family.key, family.name]),
      },
      {
        filter: 'subscriptionState',
        label: fields('subscription'),
        values: named(locale.subscriptionState, subscription),
      },
    ]
  }, [families, locale, fields, status, form, subscription])
}

/** A filter that is set, whoever set it: the host may ask for more than is offered. */
export interface SetFilter {
  filter: ClientFilter
  value: string
  label: string
}

/** What the list is narrowed by now, in words. */
export function useSetFilters(table: ClientTableModel): readonly SetFilter[] {
  const groups = useFilterGroups(table)
  const nameOf = (filter: ClientFilter, value: string) => {
    if (filter === 'owner') return table.rows.find((row) => row.owner.id === value)?.owner.name
    return groups.find((group) => group.filter === filter)?.values.find(([known]) => known === value)?.[1]
  }
  const set = clientFilters.flatMap((filter) =>
    valuesOf(table.query, filter).map((value) => ({ filter, value, label: nameOf(filter, value) ?? value })),
  )
  // “Active” of clients is not that of subscriptions
  return set.map((one) => {
    const isShared = set.some(({ filter, label }) => filter !== one.filter && label === one.label)
    const group = isShared && groups.find(({ filter }) => filter === one.filter)
    return group ? { ...one, label: `${one.label} (${group.label})` } : one
  })
}
