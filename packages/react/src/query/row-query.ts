import type { Item, Output, Query, ResourceName, Resources, Row } from '@clientele/contract'
import type { CallArgs, Clientele } from '@clientele/sdk'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { queryKeyOf } from './query-key.ts'

type RowOf<N extends ResourceName, K extends keyof Resources[N]> = Extract<Resources[N][K], Row>

/** What a row that is read is called with, without the options. */
type ReadArgs<R extends Row> = Required<CallArgs<R>> extends [...infer A, infer _Options] ? A : never

interface Page<T> {
  data: T[]
  nextCursor: string | null
  total?: { count: number; accuracy: 'exact' | 'at_least' } | undefined
}

// the SDK tries again, so React Query does not; and it, not the browser, says whether there is a connection
const common = { retry: false, networkMode: 'always' } as const

/** Key and options to read one row of the API: its arguments are those of the SDK's function, options left out. */
export function rowQuery<N extends ResourceName, K extends keyof Resources[N] & string>(
  client: Clientele,
  resource: N,
  row: K,
  ...args: ReadArgs<RowOf<N, K>>
) {
  return queryOptions({
    queryKey: queryKeyOf(client, resource, row, ...args),
    queryFn: ({ signal }) => functionOf<Output<RowOf<N, K>>>(client, resource, row)(...args, { signal }),
    ...common,
  })
}

/**
 * The same for the pages of a list, one after another, with what its path needs at the end. A total is counted with the
 * first page alone.
 */
export function rowPages<N extends ResourceName, K extends keyof Resources[N] & string>(
  client: Clientele,
  resource: N,
  row: K,
  query: Query<RowOf<N, K>>,
  ...path: readonly string[]
) {
  return infiniteQueryOptions({
    queryKey: queryKeyOf(client, resource, row, 'pages', ...path, query),
    queryFn: ({ signal, pageParam }) =>
      functionOf<Page<Item<RowOf<N, K>>>>(client, resource, row)(
        ...path,
        pageParam === null ? query : nextPage(query, pageParam),
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    ...common,
  })
}

/** What is asked of the pages after the first. */
function nextPage(query: object | undefined, cursor: string): object {
  const { include, ...rest } = (query ?? {}) as { include?: readonly string[] }
  const more = include?.filter((name) => name !== 'total') ?? []
  return { ...rest, ...(more.length > 0 ? { include: more } : {}), cursor }
}

function functionOf<T>(client: Clientele, resource: ResourceName, row: string) {
  return (client[resource] as unknown as Record<string, (...args: unknown[]) => Promise<T>>)[row]!
}
