// the same as no input may have (contract, text.schema): data from elsewhere is not trusted to have been checked
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu
const hiddenButLines = /(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu

/** What people type over several lines. */
const typed = new Set(['message', 'reason'])
/** What people type and mails say in their own voice. */
const named = new Set(['name', 'firstName', 'sender', 'note'])

/** One line without controls: a name cannot begin a paragraph or a header of its own, nor turn round what follows it. */
export function singleLine(text: string): string {
  return text.replaceAll(hidden, ' ').trim()
}

// where mail programs begin to see an address: after `https:` and after the dots of a host
const linked = /(?<=[\p{L}\p{N}]:)(?=\/\/)|(?<=[\p{L}\p{N}]\.)(?=\p{L}{2})/gu

/** The same letters, of which no mail program makes a link: nobody is greeted by a name that can be clicked (R35). */
function unlinked(text: string): string {
  return text.replaceAll(linked, '\u200C')
}

/** The same for everything a mail is filled with; what was typed as a text keeps its lines. */
export function singleLines<T>(data: T, key = ''): T {
  if (typeof data === 'string') {
    if (typed.has(key)) return data.replaceAll(hiddenButLines, '') as T
    return (named.has(key) ? unlinked(singleLine(data)) : singleLine(data)) as T
  }
  if (Array.isArray(data)) return data.map((item: unknown) => singleLines(item, key)) as T
  if (data === null || typeof data !== 'object' || data instanceof Date) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, singleLines<unknown>(value, name)])) as T
}
