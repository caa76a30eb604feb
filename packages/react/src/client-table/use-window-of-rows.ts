'use client'

import type { Client } from '@clientele/contract'
import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  useVirtualizer,
  windowScroll,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

interface Options {
  body: RefObject<HTMLElement | null>
  rows: readonly Client[]
  isOff: boolean
}

// one line, comfortable; rows with a description are higher, and all are measured when they are drawn
const usualHeight = 43

/** Which rows are drawn, and the room between them; `undefined` while all are. */
export function useWindowOfRows({ body, rows, isOff }: Options) {
  const scroller = useScroller(body)
  const top = useTop(body, scroller)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer<Element, HTMLTableRowElement>({
    count: rows.length,
    enabled: !isOff && scroller !== undefined,
    overscan: 10,
    scrollMargin: top,
    ...scrollingOf(scroller),
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => (rows[index]?.description ? usualHeight + 20 : usualHeight),
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || usualHeight,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // a row that has the focus stays, or the focus would be lost with it
      const kept = focusedRow(body.current)
      return kept === undefined || drawn.includes(kept) || kept >= rows.length
        ? drawn
        : [...drawn, kept].toSorted((a, b) => a - b)
    },
  })
  if (isOff || scroller === undefined) return undefined
  let end = top
  const items = virtualizer.getVirtualItems().map((item) => {
    const gap = item.start - end
    ;({ end } = item)
    return { index: item.index, key: item.key, gap }
  })
  // the total leaves the margin out
  return { items, gap: virtualizer.getTotalSize() + top - end, measure: virtualizer.measureElement }
}

function focusedRow(body: Element | null): number | undefined {
  const row = body?.contains(document.activeElement) && document.activeElement?.closest<HTMLElement>('[data-index]')
  return row ? Number(row.dataset['index']) : undefined
}

type Scroller = Element | Window

/** What scrolls the table: the nearest element around it that does, else the window. */
function useScroller(body: RefObject<HTMLElement | null>): Scroller | undefined {
  const [scroller, setScroller] = useState<Scroller>()
  // oxlint-disable-next-line react/set-state-in-effect -- only the page knows, once it is there
  useLayoutEffect(() => setScroller(body.current ? scrollerOf(body.current) : undefined), [body])
  return scroller
}

function scrollerOf(element: Element): Scroller {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return window
}

function scrollingOf(scroller: Scroller | undefined) {
  if (!(scroller instanceof Element)) {
    // the virtualizer has one type for elements and one for windows, and knows only at run time which it is
    type OfWindow = Virtualizer<Window, HTMLTableRowElement>
    type OfElement = Virtualizer<Element, HTMLTableRowElement>
    const asWindow = (instance: OfElement) => instance as unknown as OfWindow
    return {
      getScrollElement: () => (scroller ?? null) as unknown as Element | null,
      observeElementRect: (instance: OfElement, tell: Parameters<typeof observeWindowRect>[1]) =>
        observeWindowRect(asWindow(instance), tell),
      observeElementOffset: (instance: OfElement, tell: Parameters<typeof observeWindowOffset>[1]) =>
        observeWindowOffset(asWindow(instance), tell),
      scrollToFn: (offset: number, options: Parameters<typeof windowScroll>[1], instance: OfElement) =>
        windowScroll(offset, options, asWindow(instance)),
    }
  }
  return { getScrollElement: () => scroller, observeElementRect, observeElementOffset, scrollToFn: elementScroll }
}

/** How far down in what scrolls the first row begins. What stands above may grow, so it is looked at on every drawing. */
function useTop(body: RefObject<HTMLElement | null>, scroller: Scroller | undefined): number {
  const [top, setTop] = useState(0)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- ends with the first drawing that finds it where it was
  useLayoutEffect(() => {
    if (!body.current || !scroller) return
    const { top: now } = body.current.getBoundingClientRect()
    const offset =
      scroller instanceof Element ? scroller.scrollTop - scroller.getBoundingClientRect().top : scroller.scrollY
    const next = Math.round(now + offset)
    // oxlint-disable-next-line react/set-state-in-effect -- measured, so it cannot be known while drawing
    if (Math.abs(next - top) > 1) setTop(next)
  })
  return top
}
