import type { clients, Parsed } from '@clientele/contract'
import { cursorInvalid, readCursor } from '../cursor.ts'
import { SqlValues } from '../sql-values.ts'
import { searchPrefixes, tagTerm } from './search-terms.ts'

export type ListQuery = Parsed<(typeof clients)['list']>['query']

/** Whose clients are looked at: those of some owners, everybody's, or one client alone. */
export interface ListScope {
  owners: readonly string[] | undefined
  only: string | undefined
}

/** A statement that finds the ids of one page in order, with `keys` by which the next page goes on. */
export interface PageStatement {
  text: string
  values: unknown[]
  /** What the cursor begins with: it serves no other order. */
  order: string
}

/** An index that is read in its order: where it begins, and the columns that say where one is in it. */
interface Walk {
  order: string
  from: 'accounts' | 'terms'
  keys: readonly string[]
  descending: boolean
  conditions: string[]
}

/** More owners than this are left to the planner. */
const maxStretches = 100

/**
 * A page is read as stretches of an index: for each owner the next rows in order, of which the first are taken. So a page
 * costs the same however many clients there are. The words of a search come rarest first.
 */
export function pageStatement(
  query: ListQuery,
  words: readonly string[],
  scope: ListScope,
  limit: number,
): PageStatement {
  const values = new SqlValues()
  const walk = chooseWalk(query, words, values)
  const owners = narrowed(scope.owners, query.owner)
  const isStretched = owners !== undefined && owners.length <= maxStretches
  const where = [...walk.conditions]
  const filters = filterConditions(query, walk, values)
  const ownerColumn = walk.from === 'terms' ? 't.owner_id' : 'a.parent_id'
  if (owners) where.push(isStretched ? `${ownerColumn} = w.owner` : `${ownerColumn} = any(${values.add(owners)})`)
  if (scope.only !== undefined) filters.push(`a.id = ${values.add(scope.only)}`)

  const after = readCursor(query.cursor, walk.order, walk.keys.length)
  if (after) {
    if (walk.keys[0] === updatedAt && !isTime(after[0])) throw cursorInvalid()
    where.push(
      `(${walk.keys.join(', ')}) ${walk.descending ? '<' : '>'} (${after.map((key) => values.add(key)).join(', ')})`,
    )
  }
  // the record is looked at only where a filter asks for it: the words alone say the rest
  const source =
    walk.from === 'accounts'
      ? 'accounts a'
      : filters.length > 0
        ? 'terms t join accounts a on a.id = t.client_id'
        : 'terms t'
  if (source.includes('accounts')) where.push("a.kind = 'client'")

  const direction = walk.descending ? 'desc' : 'asc'
  const names = walk.keys.map((_, i) => `k${i + 1}`)
  const inOrder = (keys: readonly string[]) =>
    `order by ${keys.map((key) => `${key} ${direction}`).join(', ')} limit ${limit}`
  const stretch = `select ${walk.keys.map((key, i) => `${key} as ${names[i]}`).join(', ')}
    from ${source} where ${[...where, ...filters].join(' and ')} ${inOrder(walk.keys)}`
  const rows = isStretched
    ? `select p.* from unnest(${values.add(owners)}::text[]) as w(owner) cross join lateral (${stretch}) p ${inOrder(names)}`
    : stretch
  const asText = walk.keys.map((key, i) => (key === updatedAt ? `to_json(k${i + 1}) #>> '{}'` : names[i]))
  return {
    text: `select ${names.at(-1)} as id, array[${asText.join(', ')}] as keys from (${rows}) page`,
    values: values.list,
    order: walk.order,
  }
}

const updatedAt = 'a.updated_at'

function chooseWalk(query: ListQuery, words: readonly string[], values: SqlValues): Walk {
  const [first, ...others] = words
  const sort = query.sort ?? 'name'
  const descending = sort.startsWith('-')
  if (first !== undefined && query.sort === undefined) {
    const keys = ['t.term', 't.name_key', 't.client_id']
    return {
      order: `match ${first}`,
      from: 'terms',
      keys,
      descending,
      conditions: matchConditions(first, others, values),
    }
  }
  const [tag, ...more] = query.tags ?? []
  if (words.length === 0 && tag !== undefined && more.length === 0 && sort.endsWith('name')) {
    const conditions = [`t.term = ${values.add(tagTerm(tag))}`]
    return { order: sort, from: 'terms', keys: ['t.name_key', 't.client_id'], descending, conditions }
  }
  const keys = {
    name: ['a.name_key', 'a.id'],
    // ids are made in order
    createdAt: ['a.id'],
    updatedAt: [updatedAt, 'a.id'],
  }[sort.replace('-', '') as 'name' | 'createdAt' | 'updatedAt']
  const conditions = words.map((word) => hasWord('a.id', word, values))
  return { order: sort, from: 'accounts', keys, descending, conditions }
}

/** Each client once, at the first of its terms that matches; the other words have to match as well. */
function matchConditions(first: string, others: readonly string[], values: SqlValues): string[] {
  return [
    begins('t', first, values),
    `not exists (select 1 from terms f where f.client_id = t.client_id and ${begins('f', first, values)} and f.term < t.term)`,
    ...others.map((word) => hasWord('t.client_id', word, values)),
  ]
}

function hasWord(client: string, word: string, values: SqlValues): string {
  return `exists (select 1 from terms h where h.client_id = ${client} and ${begins('h', word, values)})`
}

/** As a range, which every plan can take from the index; U+10FFFF comes after all letters. */
function begins(alias: string, prefix: string, values: SqlValues): string {
  return `${alias}.term >= ${values.add(prefix)} and ${alias}.term < ${values.add(`${prefix}\u{10FFFF}`)}`
}

const time = /^((?!0000)\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4]):[0-5]\d$/

/** As PostgreSQL writes it. What it does not read is more than what JavaScript does not: a year 0, a 30th of February. */
function isTime(text = ''): boolean {
  const day = time.exec(text)?.[1]
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(`${day}T`)
}

/** The owners a caller reaches, of those that were asked for. */
export function narrowed(
  owners: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!wanted) return owners
  // each once: an owner named twice would list its clients twice
  return owners ? owners.filter((owner) => wanted.includes(owner)) : [...new Set(wanted)]
}

function filterConditions(query: ListQuery, walk: Walk, values: SqlValues): string[] {
  const filters = {
    'a.status': query.status,
    'a.form': query.form,
    'a.product_family': query.productFamily,
    'a.subscription_state': query.subscriptionState,
  }
  const conditions = Object.entries(filters).flatMap(([column, wanted]) => {
    if (!wanted) return []
    // one value as an equation: then the index on it gives the order too
    return wanted.length === 1 ? `${column} = ${values.add(wanted[0])}` : `${column} = any(${values.add(wanted)})`
  })
  const isByTag = walk.from === 'terms' && walk.order.endsWith('name')
  return query.tags && !isByTag ? [...conditions, `a.tags && ${values.add(query.tags)}`] : conditions
}

/** The words of a search, the rarest first, so that the fewest matches are looked at. Wants the caller's scope. */
export function rarityStatement(
  prefixes: readonly string[],
  owners: readonly string[] | undefined,
): { text: string; values: unknown[] } {
  const values = new SqlValues()
  const list = values.add(prefixes)
  const among = owners === undefined ? '' : `and t.owner_id = any(${values.add(owners)})`
  const counted = `select word, (select count(*) from (select 1 from terms t
      where t.term >= word and t.term < word || chr(1114111) ${among} limit ${countedMatches}) m) as matches
    from unnest(${list}::text[]) as word`
  const text = `select word, matches = ${countedMatches} as is_common from (${counted}) counted order by matches, word`
  return { text, values: values.list }
}

/** With more matches than this a word is common, and which of two is rarer does not matter. */
const countedMatches = 1_000

/** Whether anything but words decides what is in the list. */
export function isFiltered({ status, form, productFamily, subscriptionState, tags }: ListQuery): boolean {
  return [status, form, productFamily, subscriptionState, tags].some((filter) => filter !== undefined)
}

/** What is looked for, as it was typed: the order of the words means nothing. */
export function wordsOf(query: ListQuery): string[] {
  return searchPrefixes(query.q ?? '')
}
