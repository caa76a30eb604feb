import type { Client } from '@clientele/contract'
import { stepWithin } from './column-room.ts'
import { rowHeights, type RowHeights } from './row-heights.ts'

/** Which rows are drawn, in words of ids: rows may come and go before it is found anew. */
export interface RowsInView {
  items: readonly { id: string; index: number; before: number }[]
  /** Px left out after the last of them. */
  after: number
  /** Px that the table has at least, a step of columns: what these leave out of the rows need not be drawn. */
  width: number
}

/** What is known of the rows of a table, for as long as it is as wide. */
export interface SeenRows {
  /** How high rows are that were drawn, by id. */
  heights: Map<string, number>
  /** How high one is that was not: of one line, and with a description. */
  usual: { plain: number; described: number }
  /** The rows that are drawn, without one that stays for its focus. */
  range: Range | undefined
  /** What was left out of them. */
  width: number | undefined
}

interface Range {
  first: number
  last: number
}

// one line with a badge and a second one, comfortable: those that are drawn tell better
const firstGuess = { plain: 44, described: 63 }

// so many rows are drawn beyond what is in view, and drawn anew when there are fewer than that
const beyond = 10
const atLeast = 4

// a table that is shown again is mostly as wide as before, and its rows are as high
const latest = { width: Infinity, usual: firstGuess }

/** The rows to begin with, before anything is drawn: as many as fill a window, which also shows what stands above the table. */
export function firstInView(rows: readonly Client[]): RowsInView {
  const last = Math.min(rows.length - 1, Math.ceil(innerHeight / latest.usual.plain))
  const parts = partsOf(rows, heightsOf(rows, seenAtFirst(undefined)), { first: 0, last })
  return { ...parts, width: latest.width }
}

/** What is known where these rows were drawn, or all. */
export function seenAtFirst(drawn: RowsInView | undefined): SeenRows {
  const [first] = drawn?.items ?? []
  const last = drawn?.items.at(-1)
  const range = first && last && { first: first.index, last: last.index }
  return { heights: new Map(), usual: latest.usual, range, width: drawn?.width }
}

interface Watched {
  body: HTMLElement
  rows: readonly Client[]
  seen: SeenRows
  /** Draws at once. */
  draw: (inView: RowsInView) => void
}

/** Finds the rows in view while the page scrolls, or whatever scrolls the table, and while it changes its size. */
export function watchRows({ body, rows, seen, draw }: Watched) {
  let heights = heightsOf(rows, seen)

  const forget = () => {
    seen.heights.clear()
    heights = heightsOf(rows, seen)
  }

  /** The rows to draw now: those that are there, while they do. */
  const look = (): RowsInView => {
    const width = widthOf(body)
    if (width === seen.width) learn()
    else forget()
    seen.width = width
    Object.assign(latest, { width, usual: seen.usual })
    // a row that is in view tells better than the beginning of the list: heights may be others than when it was drawn
    const row = rowInView(body)
    const top = row ? heights.before(indexOf(row)) - row.getBoundingClientRect().top : -body.getBoundingClientRect().top
    const inView = { first: heights.at(top), last: heights.at(top + innerHeight) }
    if (!suffices(seen.range, inView, rows.length)) seen.range = widened(inView, beyond, rows.length)
    return { ...partsOf(rows, heights, seen.range, focusedRow(body, rows)), width }
  }

  const learn = () => {
    const isFirst = seen.heights.size === 0
    const drawn: Record<keyof SeenRows['usual'], number[]> = { plain: [], described: [] }
    for (const row of drawnRows(body)) {
      const index = indexOf(row)
      const client = rows[index]
      const { height } = row.getBoundingClientRect()
      if (!client || client.id !== row.dataset['client'] || height === 0) continue
      heights.set(index, height)
      seen.heights.set(client.id, height)
      drawn[client.description ? 'described' : 'plain'].push(height)
    }
    if (!isFirst) return
    const plain = median(drawn.plain) ?? seen.usual.plain
    const described = median(drawn.described) ?? plain + firstGuess.described - firstGuess.plain
    if (plain === seen.usual.plain && described === seen.usual.described) return
    seen.usual = { plain, described }
    heights = heightsOf(rows, seen)
  }

  /** What is in view stays where it is, whatever is drawn above it. */
  const redraw = () => {
    const anchor = rowInView(body)
    const before = anchor?.getBoundingClientRect().top ?? 0
    draw(look())
    if (!anchor?.isConnected) return
    const shift = anchor.getBoundingClientRect().top - before
    if (Math.abs(shift) >= 1) scrollerOf(body).scrollBy({ top: shift, behavior: 'instant' })
  }

  return {
    look,
    stop: listen(body, redraw, () => {
      // texts break elsewhere now
      forget()
      redraw()
    }),
  }
}

function listen(body: HTMLElement, redraw: () => void, onWidth: () => void): () => void {
  const root = body.getRootNode()
  // what scrolls within a shadow tree is not told of outside
  const told = root instanceof ShadowRoot ? [window, root] : [window]
  for (const from of told) from.addEventListener('scroll', redraw, { capture: true, passive: true })
  window.addEventListener('resize', redraw)
  const { parentElement: table } = body
  let width = table?.clientWidth
  const sizes = new ResizeObserver(() => {
    if (table?.clientWidth === width) return
    width = table?.clientWidth
    onWidth()
  })
  // its head is as wide, and as high whatever is drawn
  const head = table?.querySelector('thead')
  if (head) sizes.observe(head)
  return () => {
    for (const from of told) from.removeEventListener('scroll', redraw, { capture: true })
    window.removeEventListener('resize', redraw)
    sizes.disconnect()
  }
}

function heightsOf(rows: readonly Client[], { heights, usual }: SeenRows): RowHeights {
  const guesses = new Float64Array(rows.length)
  const isAnySeen = heights.size > 0
  for (let index = 0; index < guesses.length; index += 1) {
    const { id, description } = rows[index]!
    guesses[index] = (isAnySeen ? heights.get(id) : undefined) ?? (description ? usual.described : usual.plain)
  }
  return rowHeights(guesses)
}

function partsOf(
  rows: readonly Client[],
  heights: RowHeights,
  { first, last }: Range,
  kept = -1,
): Omit<RowsInView, 'width'> {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  // a row that has the focus stays, or the focus would be lost with it
  if (kept >= 0 && kept < first) indexes.unshift(kept)
  if (kept > last) indexes.push(kept)
  let end = 0
  const items = indexes.map((index) => {
    const before = index === end ? 0 : heights.before(index) - heights.before(end)
    end = index + 1
    return { id: rows[index]?.id ?? '', index, before }
  })
  return { items, after: end === rows.length ? 0 : heights.before(rows.length) - heights.before(end) }
}

function widened({ first, last }: Range, by: number, count: number): Range {
  return { first: Math.max(0, first - by), last: Math.min(count - 1, last + by) }
}

/** Whether all that is in view is drawn and a little more, and not much more. */
function suffices(range: Range | undefined, inView: Range, count: number): range is Range {
  if (!range || range.last >= count) return false
  const least = widened(inView, atLeast, count)
  const most = widened(inView, 2 * beyond, count)
  return range.first <= least.first && range.last >= least.last && range.first >= most.first && range.last <= most.last
}

function focusedRow(body: HTMLElement, rows: readonly Client[]): number {
  const { activeElement } = body.getRootNode() as Document | ShadowRoot
  const row = body.contains(activeElement) && activeElement?.closest<HTMLElement>('[data-client]')
  if (!row) return -1
  const id = row.dataset['client']
  const index = indexOf(row)
  return rows[index]?.id === id ? index : rows.findIndex((client) => client.id === id)
}

/** A px less than it is, which is rounded: rather too much is drawn, which styles hide. */
function widthOf(body: Element): number {
  return stepWithin((body.closest<HTMLElement>('[data-part=scroller]')?.offsetWidth ?? 0) - 1)
}

const drawnRows = (body: Element) => [...body.querySelectorAll<HTMLElement>('tr[data-client]')]

function rowInView(body: Element): HTMLElement | undefined {
  return drawnRows(body).find((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
}

// the head is row 1
const indexOf = (row: Element) => Number(row.getAttribute('aria-rowindex')) - 2

function scrollerOf(element: Element): Element | Window {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at)
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at
  }
  return window
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
