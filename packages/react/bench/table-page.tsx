import type { Client } from '@clientele/contract'
import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { ClienteleProvider, ClientTable } from '../src/index.ts'
import { rowPages, rowQuery } from '../src/query/row-query.ts'
import { BareTable } from './bare-table.tsx'
import { clientWith, pageSize } from './clients.ts'

// The page that `tooling/bench-table.ts` opens and calls. It measures itself, so that no message between browser and
// program is in the numbers.

export type TableName = 'ClientTable' | 'bare'

interface ScrollCost {
  /** Milliseconds of a frame, on average. */
  mean: number
  longest: number
}

let tables: Record<TableName, ReactNode>
let root: Root | undefined
const place = document.body.appendChild(document.createElement('div'))

const bench = {
  /** Loads all pages of a list into the cache, as if a person had read to its end. */
  async load(count: number): Promise<void> {
    const client = clientWith(count)
    // what was loaded is not asked for again: only drawing is measured
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, gcTime: Infinity } } })
    const list = rowPages(client, 'clients', 'list', { limit: pageSize, include: ['total'] })
    const { pages } = await queryClient.fetchInfiniteQuery({ ...list, pages: Math.ceil(count / pageSize) })
    await queryClient.fetchQuery(rowQuery(client, 'me', 'get'))
    await queryClient.fetchQuery(rowQuery(client, 'productFamilies', 'list', { limit: 200 }))
    const rows: Client[] = pages.flatMap((page) => page.data)
    if (rows.length !== count) throw new Error(`${rows.length} clients were loaded in place of ${count}.`)
    tables = {
      ClientTable: (
        <ClienteleProvider client={client} queryClient={queryClient}>
          <ClientTable pageSize={pageSize} onSelectionChange={() => undefined} />
        </ClienteleProvider>
      ),
      bare: <BareTable rows={rows} />,
    }
  },

  mount(name: TableName): Promise<number> {
    const mounted = createRoot(place)
    root = mounted
    return shown(
      () => flushSync(() => mounted.render(tables[name])),
      () => place.querySelector('[data-part="gap"]') !== null,
    )
  },

  /** From top to bottom in as many steps, a frame each, and back to the top. */
  async scroll(steps: number): Promise<ScrollCost> {
    const frames: number[] = []
    const end = document.documentElement.scrollHeight - innerHeight
    for (let step = 1; step <= steps; step++) {
      window.scrollTo(0, (end * step) / steps)
      frames.push(await nextFrame())
    }
    if (rowsShown() === 0) throw new Error('No row is shown at the end of the list.')
    window.scrollTo(0, 0)
    await nextFrame()
    await nextFrame()
    return { mean: frames.reduce((sum, frame) => sum + frame, 0) / steps, longest: Math.max(...frames) }
  },

  selectAll(): Promise<number> {
    const all = place.querySelector<HTMLInputElement>('thead input')
    return shown(
      () => all?.click(),
      () => rowsShown() > 0 && place.querySelector('tbody input:not(:checked)') === null,
    )
  },

  elements: () => place.querySelectorAll('*').length,

  unmount(): void {
    root?.unmount()
    root = undefined
  },
}

export type TableBench = typeof bench

Object.assign(globalThis, { bench })

function rowsShown(): number {
  return place.querySelectorAll('tbody input').length
}

/**
 * Milliseconds from an act to the end of the frame that shows what it brings about: script, styles, layout and paint.
 * It begins with a frame, so that waiting for one is not in it.
 */
async function shown(act: () => void, isShown: () => boolean): Promise<number> {
  await new Promise(requestAnimationFrame)
  const start = performance.now()
  act()
  await frameEnd()
  while (!isShown()) await nextFrame()
  return performance.now() - start
}

/** Milliseconds that the next frame takes, from its beginning to its end. What scrolling leads to comes before its callbacks. */
async function nextFrame(): Promise<number> {
  const start = await new Promise(requestAnimationFrame)
  await frameEnd()
  return performance.now() - start
}

/** Within a frame: the first task after it. */
function frameEnd(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
