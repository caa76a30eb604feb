'use client'

import type { Client } from '@clientele/contract'
import { Fragment, useRef, type ReactNode, type Ref } from 'react'
import { useWindowOfRows } from './use-window-of-rows.ts'

export interface VirtualRowsProps {
  rows: readonly Client[]
  /** Columns. */
  width: number
  isChanging: boolean
  /** There are few enough to draw them all. */
  isWhole: boolean
  draw: (index: number, measure?: Ref<HTMLTableRowElement>) => ReactNode
}

/**
 * The rows of a long list: those in view and around it, and the one that has the focus, with empty rows as high as what
 * is left out. `aria-rowindex` says which they are.
 */
export function VirtualRows({ rows, width, isChanging, isWhole, draw }: VirtualRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const virtual = useWindowOfRows({ body, rows, isOff: isWhole })
  return (
    <tbody ref={body} data-part="body" data-changing={isChanging ? '' : undefined}>
      {virtual === undefined
        ? rows.map((_, index) => draw(index))
        : virtual.items.map((item) => (
            <Fragment key={item.key}>
              <Gap height={item.gap} width={width} />
              {draw(item.index, virtual.measure)}
            </Fragment>
          ))}
      {virtual === undefined ? null : <Gap height={virtual.gap} width={width} />}
    </tbody>
  )
}

/** Heights are set by script: no server ever writes them, so no policy has to allow them. */
function Gap({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null
  return (
    <tr data-part="gap" aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing in it */}
      <td data-part="gap-cell" colSpan={width} style={{ height }} />
    </tr>
  )
}
