'use client'

import type { Client } from '@clientele/contract'
import { useLayoutEffect, type Dispatch, type RefObject, type SetStateAction } from 'react'
import { useRowsInView, type RowsInView } from './use-rows-in-view.ts'

interface Props {
  body: RefObject<HTMLElement | null>
  rows: readonly Client[]
  onChange: Dispatch<SetStateAction<RowsInView | undefined>>
}

/** Draws nothing: it stands beside the rows and says which of them are in view, before they are painted. */
export function RowWindow({ body, rows, onChange }: Props) {
  const now = useRowsInView({ body, rows })
  useLayoutEffect(() => onChange((before) => (isSame(before, now) ? before : now)))
  useLayoutEffect(() => () => onChange(undefined), [onChange])
  return null
}

function isSame(one: RowsInView | undefined, other: RowsInView | undefined): boolean {
  if (!one || !other) return one === other
  return (
    one.after === other.after &&
    one.measure === other.measure &&
    one.items.length === other.items.length &&
    one.items.every(({ id, before }, at) => other.items[at]?.id === id && other.items[at].before === before)
  )
}
