import { Refusal } from './refusal.ts'

/** Where a page ended: the order it was in, and the keys of its last row. Opaque to callers. */
export function writeCursor(order: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString('base64url')
}

/** The keys of a cursor of this very order, of which there have to be `count`. */
export function readCursor(cursor: string | undefined, order: string, count: number): string[] | undefined {
  if (cursor === undefined) return undefined
  const parts = parse(cursor)
  if (parts?.[0] === order && parts.length === count + 1) return parts.slice(1)
  throw cursorInvalid()
}

/** Cuts the page out of rows of which one more was read than it holds, and says where the next one begins. */
export function cutPage<T>(
  rows: readonly T[],
  { limit, order, keysOf }: { limit: number; order: string; keysOf: (row: T) => readonly string[] },
): { shown: readonly T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, nextCursor: rows.length > limit && last ? writeCursor(order, keysOf(last)) : null }
}

/** The order a cursor was made in, if it is one. */
export function cursorOrder(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : parse(cursor)?.[0]
}

export function cursorInvalid(): Refusal<'cursor_invalid'> {
  return new Refusal(
    'cursor_invalid',
    'The cursor does not belong to this list. Take it from the last page as it is, and keep `sort` and `q`.',
  )
}

function parse(cursor: string): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isText = (part: unknown) => typeof part === 'string' && part.length <= 500 && !part.includes('\u0000')
    return Array.isArray(parts) && parts.every(isText) ? (parts as string[]) : undefined
  } catch {
    return undefined
  }
}
