import { usageError } from './error-text.ts'

/** Headers that options of their own stand for. */
const reserved = new Set(['accept', 'authorization', 'content-type', 'idempotency-key', 'if-match'])

/** Letters, digits and marks, without spaces: a key, a token. RFC 9110 would allow more, no key of ours has it. */
export function isHeaderToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/** Checks headers that a caller adds, and gives them in lower case. Values never show in a message. */
export function checkHeaders(name: string, headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([key, value]) => {
      const lower = key.toLowerCase()
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key)) {
        throw usageError(name, `got a name in \`headers\` that no header can have (RFC 9110): ${JSON.stringify(key)}`)
      }
      if (reserved.has(lower)) {
        throw usageError(name, `got ${key} in \`headers\`: it is set by the SDK, from options of its own`)
      }
      // a line break would let a value add headers of its own
      if (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
        throw usageError(
          name,
          `got a value of ${key} in \`headers\` that no header can have: line breaks and characters above U+00FF are refused`,
        )
      }
      return [lower, value]
    }),
  )
}
