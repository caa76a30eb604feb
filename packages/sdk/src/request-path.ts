import { usageError } from './error-text.ts'

type Values = Readonly<Record<string, unknown>>

/** Puts parameters into a row's path. A single one may be given as it is. */
export function requestPath(name: string, path: string, params: unknown): string {
  return path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = typeof params === 'object' && params !== null ? (params as Values)[key] : params
    return segment(name, key, value)
  })
}

function segment(name: string, key: string, value: unknown): string {
  if (typeof value !== 'string') {
    throw usageError(name, `needs \`${key}\` as a string, and got ${value === null ? 'null' : typeof value}`)
  }
  // URL parsers take these out of a path (WHATWG URL 4.4), and the call would go to another address
  if (value === '' || value === '.' || value === '..') {
    throw usageError(
      name,
      `got '${value}' as \`${key}\`, which would change the address of the call. Give the id of a resource, such as acc_…`,
    )
  }
  return encode(name, key, value)
}

function encode(name: string, key: string, value: string): string {
  try {
    return encodeURIComponent(value)
  } catch (cause) {
    throw usageError(name, `got a \`${key}\` that is no valid Unicode text, so it cannot stand in an address`, cause)
  }
}

/** Writes a query: arrays as repeated names, `undefined` not at all. */
export function requestQuery(name: string, query: unknown): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (values.length === 0) {
      throw usageError(
        name,
        `got an empty list as \`${key}\`, which would find everything. Leave it out if that is meant`,
      )
    }
    for (const one of values) search.append(key, queryText(name, key, one))
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

function queryText(name: string, key: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return String(value)
  throw usageError(
    name,
    `got something else than text, a number or a boolean as \`${key}\` of its query. Options such as \`signal\` are the argument after it`,
  )
}
