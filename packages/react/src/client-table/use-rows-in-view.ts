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
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useState, type RefObject } from 'react'

/** Which rows are drawn, in words of ids: rows may come and go before it is found anew. */
export interface RowsInView {
  items: readonly { id: string; index: number; before: number }[]
  /** Px left out after the last of them. */
  after: number
}

interface Options {
  body: RefObject<HTMLElement | null>
  rows: readonly Client[]
  place: Place
}

// one line, comfortable; rows with a description are higher, and all are measured when they are drawn
const usualHeight = 43

/** Which rows are in view and around it, and the one that has the focus. */
export function useRowsInView({ body, rows, place }: Options) {
  const top = useTop(body, place)
  // another function would have it work out anew where each row stands, from the first to the last
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtualizer = useVirtualizer<Element, HTMLTableRowElement>({
    count: rows.length,
    overscan: 10,
    scrollMargin: top,
    ...scrollingOf(place.scroller),
    initialRect: place.rect,
    initialOffset: place.offset,
    getItemKey,
    estimateSize: (index) => (rows[index]?.description ? usualHeight + 20 : usualHeight),
    initialMeasurementsCache: place.drawn,
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || usualHeight,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      // a row that has the focus stays, or the focus would be lost with it
      const kept = focusedRow(body.current, rows)
      return kept < 0 || drawn.includes(kept) ? drawn : [...drawn, kept].toSorted((a, b) => a - b)
    },
  })
  let end = top
  const items = virtualizer.getVirtualItems().map((item) => {
    const before = item.start - end
    ;({ end } = item)
    return { id: String(item.key), index: item.index, before }
  })
  // the total leaves the margin out
  return { items, after: virtualizer.getTotalSize() + top - end, measure: virtualizer.measureElement }
}

function focusedRow(body: Element | null, rows: readonly Client[]): number {
  const row = body?.contains(document.activeElement) && document.activeElement?.closest<HTMLElement>('[data-client]')
  return row ? rows.findIndex(({ id }) => id === row.dataset['client']) : -1
}

type Scroller = Element | Window

export interface Place {
  /** What scrolls the table: the nearest element around it that does, else the window. */
  scroller: Scroller
  /** Its size, and how far it is scrolled. */
  rect: { width: number; height: number }
  offset: number
  /** How far down in it the first row begins. */
  top: number
  /** The rows that are there already, as high as they are: nothing moves under the pointer. */
  drawn: VirtualItem[]
}

/** `undefined` until it is there. */
export function usePlace(body: RefObject<HTMLElement | null>): Place | undefined {
  const [place, setPlace] = useState<Place>()
  useLayoutEffect(() => {
    const element = body.current
    // oxlint-disable-next-line react/set-state-in-effect -- only the page knows, once it is there
    setPlace(element ? placeOf(element) : undefined)
  }, [body])
  return place
}

function placeOf(body: HTMLElement): Place {
  const scroller = scrollerOf(body)
  const isElement = scroller instanceof Element
  return {
    scroller,
    rect: isElement
      ? { width: scroller.clientWidth, height: scroller.clientHeight }
      : { width: scroller.innerWidth, height: scroller.innerHeight },
    offset: isElement ? scroller.scrollTop : scroller.scrollY,
    top: topIn(scroller, body),
    drawn: drawnIn(body),
  }
}

function drawnIn(body: Element): VirtualItem[] {
  return [...body.querySelectorAll<HTMLElement>('[data-client]')].map((row, index) => {
    const { top, bottom, height } = row.getBoundingClientRect()
    return { key: row.dataset['client'] ?? index, index, start: top, end: bottom, size: height || usualHeight, lane: 0 }
  })
}

function scrollerOf(element: Element): Scroller {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return window
}

function scrollingOf(scroller: Scroller) {
  if (!(scroller instanceof Element)) {
    // the virtualizer has one type for elements and one for windows, and knows only at run time which it is
    type OfWindow = Virtualizer<Window, HTMLTableRowElement>
    type OfElement = Virtualizer<Element, HTMLTableRowElement>
    const asWindow = (instance: OfElement) => instance as unknown as OfWindow
    return {
      getScrollElement: () => scroller as unknown as Element,
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
function useTop(body: RefObject<HTMLElement | null>, { scroller, top: first }: Place): number {
  const [top, setTop] = useState(first)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- ends with the first drawing that finds it where it was
  useLayoutEffect(() => {
    if (!body.current) return
    const next = topIn(scroller, body.current)
    // oxlint-disable-next-line react/set-state-in-effect -- measured, so it cannot be known while drawing
    if (Math.abs(next - top) > 1) setTop(next)
  })
  return top
}

function topIn(scroller: Scroller, body: HTMLElement): number {
  const { top } = body.getBoundingClientRect()
  const offset =
    scroller instanceof Element ? scroller.scrollTop - scroller.getBoundingClientRect().top : scroller.scrollY
  return Math.round(top + offset)
}
