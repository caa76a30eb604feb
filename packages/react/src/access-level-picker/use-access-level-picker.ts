'use client'

import type { AccessLevel } from '@clientele/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { comparedLevels } from './compare-levels.ts'

export interface AccessLevelPickerOptions {
  /** The id of the chosen level, as in `manage@1`, where the host keeps it; `null` for none. */
  value?: string | null | undefined
  /** Where the host does not keep it: what is chosen at first. @default nothing (R13) */
  defaultValue?: string | null | undefined
  onValueChange?: ((level: AccessLevel) => void) | undefined
  /** @default 'products' */
  family?: AccessLevel['family'] | undefined
}

/**
 * The levels to ask for without their looks: the lowest rank first, what each adds, and which one is chosen. A version
 * that is not offered any more counts as no choice: its text is not what would be agreed to.
 *
 * @example
 * const { levels, chosen, choose } = useAccessLevelPicker()
 * levels.map(({ level, texts }) => <button key={level.id} onClick={() => choose(level)}>{texts.name}</button>)
 */
export function useAccessLevelPicker(options: AccessLevelPickerOptions = {}) {
  const { value, defaultValue = null, onValueChange, family = 'products' } = options
  const { client, queryClient, locale } = useClientele()
  const [kept, setKept] = useState(defaultValue)
  const wanted = value === undefined ? kept : value
  const list = useQuery(
    { ...rowQuery(client, 'accessLevels', 'list', { family, limit: 200 }), placeholderData: keepPreviousData },
    queryClient,
  )
  const levels = useMemo(
    () => comparedLevels(list.data?.data.filter(({ selectable }) => selectable) ?? [], locale.code),
    [list.data, locale],
  )
  const chosen = levels.find(({ level }) => level.id === wanted)
  const isRetired = list.data !== undefined && wanted !== null && chosen === undefined
  return {
    state: list.data
      ? levels.length === 0
        ? 'empty'
        : isRetired
          ? 'retired'
          : chosen
            ? 'chosen'
            : 'none-chosen'
      : list.isError
        ? isForbidden(list.error)
          ? 'forbidden'
          : 'failed'
        : 'loading',
    levels,
    chosen: chosen?.level,
    choose: (level: AccessLevel) => {
      setKept(level.id)
      onValueChange?.(level)
    },
    /** The level that was chosen in a version that is not offered any more: what is offered of it now, if anything is. */
    retired: isRetired
      ? { id: wanted, now: levels.find(({ level }) => level.key === wanted.split('@')[0])?.level }
      : undefined,
    error: list.error,
    reload: () => void list.refetch(),
  } as const
}

/** What {@link useAccessLevelPicker} gives. */
export type AccessLevelPickerModel = ReturnType<typeof useAccessLevelPicker>
