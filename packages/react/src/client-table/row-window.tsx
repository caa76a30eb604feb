'use client'

import type { Client } from '@clientele/contract'
import { useLayoutEffect, type Dispatch, type RefObject, type SetStateAction } from 'react'
import { usePlace, useRowsInView, type Place, type RowsInView } from './use-rows-in-view.ts'

interface Props {
  body: RefObject<HTMLElement | null>
  rows: readonly Client[]
  /** What looks how high a row is. */
  measureRef: RefObject<Measure>
  onChange: Dispatch<SetStateAction<RowsInView | undefined>>
}

export type Measure = ((row: HTMLTableRowElement | null) => void) | undefined

/** Draws nothing: it stands beside the rows and says which of them are in view, before they are painted. */
export function RowWindow(props: Props) {
  const { body, onChange } = props
  const place = usePlace(body)
  useLayoutEffect(() => () => onChange(undefined), [onChange])
  return place ? <PlacedWindow {...props} place={place} /> : null
}

/** It begins where the place is known, and so with the rows that are in view: none is taken away to come back. */
function PlacedWindow({ onChange, measureRef, ...options }: Props & { place: Place }) {
  const { body } = options
  const { measure, ...now } = useRowsInView(options)
  useLayoutEffect(() => {
    measureRef.current = measure
    for (const row of body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-client]') ?? []) measure(row)
    return () => {
      measureRef.current = undefined
    }
  }, [body, measureRef, measure])
  useLayoutEffect(() => onChange((before) => (isSame(before, now) ? before : now)))
  return null
}

function isSame(one: RowsInView | undefined, other: RowsInView | undefined): boolean {
  if (!one || !other) return one === other
  return (
    one.after === other.after &&
    one.items.length === other.items.length &&
    one.items.every(({ id, index, before }, at) => {
      const there = other.items[at]
      return there?.id === id && there.index === index && there.before === before
    })
  )
}
