'use client'

import type { Client } from '@clientele/contract'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { firstInView, RowWindow } from './row-window.tsx'
import type { RowsInView } from './rows-in-view.ts'
import { TableWidth } from './table-width.ts'

export interface ClientTableBodyProps {
  rows: readonly Client[]
  /** How many there will be, as far as is known. */
  total: number
  isChanging: boolean
  draw: (index: number) => ReactNode
}

// up to here all rows are in the page, where the browser's search finds them
const alwaysDrawn = 100

/**
 * All rows, or of a long list those in view with empty rows as high as what is left out; `aria-rowindex` says which they
 * are. A row keeps its element while this changes: what has the focus or is being pressed is not taken away.
 */
export function ClientTableBody({ rows, total, isChanging, draw }: ClientTableBodyProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const isLong = rows.length > alwaysDrawn
  const { Window, hasFailed } = useRowWindow(isLong || total > alwaysDrawn)
  // where it is there from the start, nothing is drawn that is out of view
  const [inView, setInView] = useState<RowsInView | undefined>(() =>
    loaded && isLong ? loaded.firstInView(rows) : undefined,
  )
  // rows may have come and gone since it was said
  const indexOf = (id: string, index: number) =>
    rows[index]?.id === id ? index : rows.findIndex((row) => row.id === id)
  const gap = (key: string, height: number) => (height > 0 ? <Gap key={key} height={height} /> : null)
  return (
    <TableWidth.Provider value={inView?.width}>
      <tbody ref={body} data-part="body" data-changing={isChanging ? '' : undefined}>
        {inView
          ? [
              ...inView.items.flatMap(({ id, index, before }) => [
                gap(`before ${id}`, before),
                draw(indexOf(id, index)),
              ]),
              gap('after', inView.after),
            ]
          : rows.slice(0, hasFailed || !isLong ? undefined : alwaysDrawn).map((_, index) => draw(index))}
      </tbody>
      {Window && isLong ? <Window {...{ body, rows, inView }} onChange={setInView} /> : null}
    </TableWidth.Provider>
  )
}

/**
 * Heights are set by script: no server ever writes them, so no policy has to allow them. One cell in the first column: one
 * over all columns would bring those back that gave way, without anything in them.
 */
function Gap({ height }: { height: number }) {
  return (
    <tr data-part="gap" aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing in it */}
      <td data-part="gap-cell" style={{ height }} />
    </tr>
  )
}

let loaded: { RowWindow: typeof RowWindow; firstInView: typeof firstInView } | undefined

/** What finds the rows in view is loaded when a list turns out to be long. If it does not come, all are drawn. */
function useRowWindow(isWanted: boolean) {
  const [module, setModule] = useState(loaded)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    if (!isWanted || module) return
    import('./row-window.tsx').then(
      (now) => {
        loaded = now
        setModule(now)
      },
      () => setFailed(true),
    )
  }, [isWanted, module])
  return { Window: module?.RowWindow, hasFailed }
}
