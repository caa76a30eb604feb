import type { Tx } from '../database/transaction.ts'
import { SqlValues } from '../sql-values.ts'

/** One client on the way, with the keys that a cursor goes on from. */
export interface Found {
  id: string
  keys: string[]
}

/** A walk over the clients that have all of several words. */
export interface WordWalk {
  /** Beginnings of words, the rarest first. */
  words: readonly string[]
  /** Whose clients; `undefined` is everybody's. */
  owner: string | undefined
  /** The keys of the last client that was found. */
  after: readonly string[] | undefined
  limit: number
}

/** Candidates that are looked at in one step: more and more of them where few have all words. */
const longestStride = 2_000
/** A beginning with more words than this, or a walk of more steps, is left to the planner: but not once it has begun. */
const mostWords = 32
const mostSteps = 40

/**
 * Finds clients that have several common words, by name. All lists of words are in the order of names, so where a
 * stretch of one has nothing in common with the others, the walk goes straight to where the others go on (a leapfrog
 * join). `undefined` where this is not the way.
 */
export async function walkWords(
  tx: Pick<Tx, 'query'>,
  { words, owner, after, limit }: WordWalk,
): Promise<Found[] | undefined> {
  const lists = await completions(tx, words, owner)
  const isBegun = after !== undefined
  if (!isBegun && lists.some((list) => list.length > mostWords)) return undefined
  const [first, ...others] = lists
  if (!first || lists.some((list) => list.length === 0)) return []

  const found: Found[] = []
  let stride = 2 * limit
  // ids are of one length: the same with something behind it stands between this one and the next
  let from: [name: string, id: string] = after ? [after[0] ?? '', `${after[1] ?? ''}!`] : ['', '']
  const steps = isBegun ? Number.POSITIVE_INFINITY : mostSteps
  for (let step = 0; step < steps; step++) {
    const { matches, last } = await nextMatches(tx, first, others, owner, from, stride)
    found.push(...matches)
    if (found.length >= limit) return found.slice(0, limit)
    if (!last) return found
    from = [last[0], `${last[1]}!`]
    stride = Math.min(2 * stride, longestStride)
    if (matches.length > 0) continue
    for (const other of others) {
      const next = await firstFrom(tx, other, owner, from)
      if (!next) return found
      from = next
    }
  }
  return undefined
}

/** The words that begin with each beginning, one more than are walked. */
async function completions(
  tx: Pick<Tx, 'query'>,
  words: readonly string[],
  owner: string | undefined,
): Promise<string[][]> {
  const values = new SqlValues()
  const list = values.add(words)
  const among = ownerCondition('t', owner, values)
  const rows = await tx.query<{ terms: string[] }>(
    `select array(
       with recursive found as (
         (select term from terms t where t.term >= word and t.term < word || chr(1114111) ${among} order by term limit 1)
         union all
         select (select t.term from terms t where t.term > f.term and t.term < word || chr(1114111) ${among} order by t.term limit 1)
         from found f where f.term is not null
       ) select term from found where term is not null limit ${mostWords + 1}
     ) as terms from unnest(${list}::text[]) with ordinality as wanted(word, place) order by place`,
    values.list,
  )
  return rows.map(({ terms }) => terms)
}

/** The next candidates that have a word of the first list, and those of them that have one of each other list too. */
async function nextMatches(
  tx: Pick<Tx, 'query'>,
  first: readonly string[],
  others: readonly string[][],
  owner: string | undefined,
  from: readonly [string, string],
  stride: number,
): Promise<{ matches: Found[]; last: [string, string] | undefined }> {
  const values = new SqlValues()
  const candidates = stretch(first, owner, from, stride, values)
  const has = others.map(
    (list) => `exists (select 1 from terms h where h.client_id = c.client_id and h.term = any(${values.add(list)}))`,
  )
  const rows = await tx.query<{ name_key: string; client_id: string; matches: boolean; seen: string; place: string }>(
    `select * from (
       select c.*, ${has.join(' and ')} as matches, count(*) over () as seen, row_number() over (order by name_key, client_id) as place
       from (select distinct name_key, client_id from (${candidates}) d) c
     ) counted where matches or place = seen order by place`,
    values.list,
  )
  const end = rows.at(-1)
  return {
    matches: rows
      .filter(({ matches }) => matches)
      .map((row) => ({ id: row.client_id, keys: [row.name_key, row.client_id] })),
    last: end && Number(end.seen) > 0 ? [end.name_key, end.client_id] : undefined,
  }
}

/** Where a list goes on. */
async function firstFrom(
  tx: Pick<Tx, 'query'>,
  list: readonly string[],
  owner: string | undefined,
  from: readonly [string, string],
): Promise<[string, string] | undefined> {
  const values = new SqlValues()
  const [row] = await tx.query<{ name_key: string; client_id: string }>(
    stretch(list, owner, from, 1, values),
    values.list,
  )
  return row && [row.name_key, row.client_id]
}

/** The entries of some words from a place on, in the order of names. */
function stretch(
  list: readonly string[],
  owner: string | undefined,
  [name, id]: readonly [string, string],
  limit: number,
  values: SqlValues,
): string {
  const place = `(${values.add(name)}, ${values.add(id)})`
  const among = ownerCondition('t', owner, values)
  // each word as a constant: of a column the planner would not know how common it is, and sort all of a common one
  const parts = list.map(
    (term) => `(select t.name_key, t.client_id from terms t
      where t.term = ${values.add(term)} ${among} and (t.name_key, t.client_id) >= ${place}
      order by t.name_key, t.client_id limit ${limit})`,
  )
  return `select s.name_key, s.client_id from (${parts.join(' union all ')}) s order by s.name_key, s.client_id limit ${limit}`
}

function ownerCondition(alias: string, owner: string | undefined, values: SqlValues): string {
  return owner === undefined ? '' : `and ${alias}.owner_id = ${values.add(owner)}`
}
