import type { Client } from '@clientele/contract'
import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { ClienteleProvider, ClientTable } from '../src/index.ts'
import { rowPages, rowQuery } from '../src/query/row-query.ts'
import { BareTable } from './bare-table.tsx'
import { clientWith, pageSize } from './clients.ts'

// The page that `tooling/bench-table.ts` opens and calls.

export type TableName = 'ClientTable' | 'bare'

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

  async mount(name: TableName): Promise<void> {
    const mounted = createRoot(place)
    root = mounted
    await shown(
      () => flushSync(() => mounted.render(tables[name])),
      () => place.querySelector('[data-part="gap"]') !== null,
    )
  },

  /** From top to bottom in as many steps, a frame each. Gives the milliseconds of the longest one. */
  async scroll(steps: number): Promise<number> {
    let longest = 0
    const end = document.documentElement.scrollHeight - innerHeight
    for (let step = 1; step <= steps; step++) {
      window.scrollTo(0, (end * step) / steps)
      longest = Math.max(longest, await nextFrame())
    }
    if (rowsShown() === 0) throw new Error('No row is shown at the end of the list.')
    return longest
  },

  async scrollBack(): Promise<void> {
    window.scrollTo(0, 0)
    await nextFrame()
    await nextFrame()
  },

  async selectAll(): Promise<void> {
    const all = place.querySelector<HTMLInputElement>('thead input')
    await shown(
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

/** Does something within a frame, and waits for the end of the one that shows what it brings about. */
async function shown(act: () => void, isShown: () => boolean): Promise<void> {
  await new Promise(requestAnimationFrame)
  act()
  await frameEnd()
  while (!isShown()) await nextFrame()
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
