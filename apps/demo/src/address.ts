import type { ClientTableQuery } from '@clientele/react'
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** Where in the panel we are: path and query, as the address bar has them. */
export function useAddress(): URL {
  return new URL(useSyncExternalStore(subscribe, () => window.location.href))
}

/** Goes to an address inside the panel. Typing in a search field replaces, so that “back” leaves the list. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  for (const listener of listeners) listener()
}

/** The query of the list in an address: `?q=mue&status=active&status=suspended&sort=-createdAt`. */
export function readQuery(params: URLSearchParams): ClientTableQuery {
  const entries = [...new Set(params.keys())].flatMap((name): [string, string | string[] | null][] => {
    if (single.includes(name)) return [[name, params.get(name)]]
    return repeated.includes(name) ? [[name, params.getAll(name)]] : []
  })
  // what somebody typed into the address bar may be anything: the server says what is wrong with it
  return Object.fromEntries(entries) as ClientTableQuery
}

export function writeQuery(query: ClientTableQuery): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, one)
  }
  return params.size === 0 ? '' : `?${params.toString()}`
}

const single = ['q', 'sort']
const repeated = ['status', 'form', 'productFamily', 'subscriptionState', 'owner', 'tags']

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}
