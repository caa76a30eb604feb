// the same as no input may have (contract, text.schema): data from elsewhere is not trusted to have been checked
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu
const hiddenButLines = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** What people type over several lines. */
const typed = new Set(['message', 'reason'])

/** One line without controls: a name cannot begin a paragraph or a header of its own, nor turn round what follows it. */
export function singleLine(text: string): string {
  return text.replaceAll(hidden, ' ').trim()
}

/** The same for everything a mail is filled with; what was typed as a text keeps its lines. */
export function singleLines<T>(data: T, key = ''): T {
  if (typeof data === 'string') return (typed.has(key) ? data.replaceAll(hiddenButLines, '') : singleLine(data)) as T
  if (Array.isArray(data)) return data.map((item: unknown) => singleLines(item, key)) as T
  if (data === null || typeof data !== 'object' || data instanceof Date) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, singleLines<unknown>(value, name)])) as T
}
