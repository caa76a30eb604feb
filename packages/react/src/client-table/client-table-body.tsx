'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { useEvent } from '../parts/use-event.ts'
import type { Measure, RowWindow } from './row-window.tsx'
import type { RowsInView } from './use-rows-in-view.ts'

export interface ClientTableBodyProps {
  rows: readonly Client[]
  /** How many there will be, as far as is known. */
  total: number
  /** Columns. */
  width: number
  isChanging: boolean
  draw: (index: number, measure: Ref<HTMLTableRowElement>) => ReactNode
}

// up to here all rows are in the page, where the browser's search finds them
const alwaysDrawn = 100
// lower than any row is
const leastHeight = 40

/**
 * All rows, or of a long list those in view with empty rows as high as what is left out; `aria-rowindex` says which they
 * are. A row keeps its element while this changes: what has the focus or is being pressed is not taken away.
 */
export function ClientTableBody({ rows, total, width, isChanging, draw }: ClientTableBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const isLong = rows.length > alwaysDrawn
  const { Window, atFirst } = useRowWindow(isLong, total > alwaysDrawn)
  const [inView, setInView] = useState<RowsInView>()
  // rows may have come and gone since it was said
  const indexOf = (id: string, index: number) =>
    rows[index]?.id === id ? index : rows.findIndex((row) => row.id === id)
  // one function for good: a row that gets another is drawn again
  const measureRef = useRef<Measure>(undefined)
  const measure = useEvent((row: HTMLTableRowElement | null) => measureRef.current?.(row))
  const gap = (key: string, height: number) => (height > 0 ? <Gap key={key} {...{ height, width }} /> : null)
  return (
    <>
      <tbody ref={body} data-part="body" data-changing={isChanging ? '' : undefined}>
        {inView
          ? [
              ...inView.items.flatMap(({ id, index, before }) => [
                gap(`before ${id}`, before),
                draw(indexOf(id, index), measure),
              ]),
              gap('after', inView.after),
            ]
          : rows.slice(0, isLong ? atFirst : undefined).map((_, index) => draw(index, measure))}
      </tbody>
      {Window && isLong ? <Window {...{ body, rows, measureRef }} onChange={setInView} /> : null}
    </>
  )
}

/** Heights are set by script: no server ever writes them, so no policy has to allow them. */
function Gap({ height, width }: { height: number; width: number }) {
  return (
    <tr data-part="gap" aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing in it */}
      <td data-part="gap-cell" colSpan={width} style={{ height }} />
    </tr>
  )
}

let loaded: { RowWindow: typeof RowWindow } | undefined

/** What finds the rows in view is loaded when a list turns out to be long. If it does not come, all are drawn. */
function useRowWindow(isLong: boolean, willBe: boolean) {
  const [module, setModule] = useState(loaded)
  const isWanted = isLong || willBe
  // where it is there from the start, it says what else is in view before anything is painted
  const [atFirst, setAtFirst] = useState(() => (loaded && isLong ? Math.ceil(innerHeight / leastHeight) : alwaysDrawn))
  useEffect(() => {
    if (!isWanted || module) return
    import('./row-window.tsx').then(
      (now) => {
        loaded = now
        setModule(now)
      },
      () => setAtFirst(Infinity),
    )
  }, [isWanted, module])
  return { Window: module?.RowWindow, atFirst }
}
