import { cursorOrder, readCursor } from '../cursor.ts'
import type { Tx } from '../database/transaction.ts'
import {
  isFiltered,
  narrowed,
  pageStatement,
  rarityStatement,
  wordsOf,
  type ListQuery,
  type ListScope,
} from './clients.query.ts'
import { walkWords, type Found } from './walk-words.ts'

/** The order of a walk over several common words. */
const byWords = 'words'

/** The words of a search, the rarest first, and whether even that one is common. */
export interface RankedWords {
  words: string[]
  isCommon: boolean
}

/** A search that has begun goes on in its order, whatever has become rarer since. */
export async function rarestFirst(
  tx: Pick<Tx, 'query'>,
  query: ListQuery,
  owners: readonly string[] | undefined,
): Promise<RankedWords> {
  const words = wordsOf(query)
  if (words.length < 2) return { words, isCommon: false }
  const begun = cursorOrder(query.cursor)
  const first = words.find((word) => begun === `match ${word}`)
  if (first !== undefined) return { words: [first, ...words.filter((word) => word !== first)], isCommon: false }
  const { text, values } = rarityStatement(words, owners)
  const ranked = await tx.query<{ word: string; is_common: boolean }>(text, values)
  return { words: ranked.map(({ word }) => word), isCommon: begun === byWords || (ranked[0]?.is_common ?? false) }
}

/** The ids of a page: from one stretch of an index, or from a walk over the lists of several common words. */
export async function findPage(
  tx: Pick<Tx, 'query'>,
  query: ListQuery,
  { words, isCommon }: RankedWords,
  scope: ListScope,
  limit: number,
): Promise<{ order: string; found: Found[] }> {
  const owners = narrowed(scope.owners, query.owner)
  const isOneList = scope.only === undefined && (owners?.length ?? 1) === 1
  if (isCommon && isOneList && query.sort === undefined && !isFiltered(query)) {
    const after = readCursor(query.cursor, byWords, 2)
    const found = await walkWords(tx, { words, owner: owners?.[0], after, limit })
    if (found) return { order: byWords, found }
  }
  const page = pageStatement(query, words, scope, limit)
  return { order: page.order, found: await tx.query<Found & { [column: string]: unknown }>(page.text, page.values) }
}
