/** An answer as it came. */
export interface Answered {
  status: number
  headers: Headers
  body: unknown
}

/** What is told of an answer: everything but what no two worlds have in common, which is named in the order it comes. */
export function comparisons(): (answered: Answered) => unknown {
  const names = new Map<string, string>()
  return ({ status, headers, body }) => {
    const compared = ['etag', 'idempotency-replayed', 'content-type', 'cache-control', 'ratelimit-policy']
    const values = Object.fromEntries(compared.map((name) => [name, headers.get(name)]))
    return { status, ...values, body: plain(body, names) }
  }
}

/** Texts, tokens and signatures; what has to be the same all the same are times: both worlds have one clock. */
const told = new Set(['detail', 'requestId', 'nextCursor', 'copyableLink', 'manageLink', 'jws', 'receipt', 'secret'])

/** How often a vendor was asked: mocks have none. */
const ofServer = new Set(['attempts'])

const made = /^([a-z]{3})_[0-9A-Z]{26}$/
const ofLinks = /^link:[0-9a-f]{16}$/
const sha256 = /^[0-9a-f]{64}$/

function plain(value: unknown, names: Map<string, string>, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, names))
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([name]) => !ofServer.has(name))
    return Object.fromEntries(parts.map(([name, part]) => [name, plain(part, names, name)]))
  }
  if (typeof value !== 'string') return value
  if (told.has(key)) return 'text'
  if (ofLinks.test(value)) return 'a link'
  if (sha256.test(value)) return 'a hash'
  const [, prefix] = made.exec(value) ?? []
  return prefix === undefined ? value : nameOf(value, prefix, names)
}

function nameOf(id: string, prefix: string, names: Map<string, string>): string {
  const known = names.get(id)
  if (known !== undefined) return known
  const count = [...names.values()].filter((name) => name.startsWith(prefix)).length
  names.set(id, `${prefix} ${count + 1}`)
  return `${prefix} ${count + 1}`
}
