'use client'

import type { Client } from '@clientele/contract'
import { useLayoutEffect, useState, type Dispatch, type RefObject, type SetStateAction } from 'react'
import { flushSync } from 'react-dom'
import { useClientele } from '../provider/clientele-context.ts'
import { seenAtFirst, watchRows, type RowsInView } from './rows-in-view.ts'

export { firstInView } from './rows-in-view.ts'

interface Props {
  body: RefObject<HTMLElement | null>
  rows: readonly Client[]
  /** What is drawn; without it all rows are. */
  inView: RowsInView | undefined
  onChange: Dispatch<SetStateAction<RowsInView | undefined>>
}

/** Draws nothing: it stands beside the rows and says which of them are in view, before they are painted. */
export function RowWindow({ body, rows, inView, onChange }: Props) {
  const { density } = useClientele()
  const [seen] = useState(() => seenAtFirst(inView))
  const width = inView?.width
  useLayoutEffect(() => () => seen.heights.clear(), [seen, density])
  useLayoutEffect(() => {
    if (!body.current) return undefined
    const tell = (now: RowsInView) => onChange((before) => (isSame(before, now) ? before : now))
    const { look, stop } = watchRows({ body: body.current, rows, seen, draw: (now) => flushSync(() => tell(now)) })
    tell(look())
    return stop
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- rows are of another height, too, once they are drawn anew
  }, [body, rows, seen, onChange, density, width])
  useLayoutEffect(() => () => onChange(undefined), [onChange])
  return null
}

function isSame(one: RowsInView | undefined, other: RowsInView): boolean {
  return (
    one?.after === other.after &&
    one.width === other.width &&
    one.items.length === other.items.length &&
    one.items.every(({ id, index, before }, at) => {
      const there = other.items[at]
      return there?.id === id && there.index === index && there.before === before
    })
  )
}
