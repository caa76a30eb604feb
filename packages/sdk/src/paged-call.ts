import { Call } from './call-promise.ts'
import { failure, usageError } from './error-text.ts'
import type { Answer } from './transport.ts'

/** A page of a list. */
export interface Page<T> {
  data: T[]
  /** Where the next page starts. `null` on the last one. */
  nextCursor: string | null
  /** Only with `include: ['total']`. */
  total?: { count: number; accuracy: 'exact' | 'at_least' } | undefined
}

/**
 * A list: awaited it is its first page, iterated it is every item of every page. The first page is asked for at once
 * and never twice; each next one when its turn comes.
 *
 * @example
 * for await (const one of client.clients.list({ status: ['active'] })) console.log(one.name)
 */
export class PagedCall<T> extends Call<Page<T>> implements AsyncIterable<T> {
  readonly #name: string
  readonly #next: (cursor: string) => Promise<Answer<Page<T>>>

  constructor(name: string, first: Promise<Answer<Page<T>>>, next: (cursor: string) => Promise<Answer<Page<T>>>) {
    super(first)
    this.#name = name
    this.#next = next
  }

  /** Page by page, for progress and for batches. */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    const seen = new Set<string>()
    let answer = await this.withResponse()
    for (;;) {
      this.#check(answer)
      yield answer.data
      const cursor = answer.data.nextCursor
      if (cursor === null) return
      if (seen.has(cursor)) throw this.#refuse(answer, 'was given the same `nextCursor` twice, and would go in circles')
      seen.add(cursor)
      answer = await this.#next(cursor)
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const { data } of this.pages()) yield* data
  }

  /** The first `limit` items, of as many pages as it takes. The limit is yours to name: lists can be long. */
  async toArray({ limit }: { limit: number }): Promise<T[]> {
    if (!(limit >= 0)) throw usageError(this.#name, 'needs a limit: `.toArray({ limit: 1000 })`')
    const items: T[] = []
    for await (const { data } of this.pages()) {
      items.push(...data.slice(0, limit - items.length))
      if (items.length >= limit) break
    }
    return items
  }

  #check(answer: Answer<Page<T>>): void {
    const { data, nextCursor } = answer.data
    if (Array.isArray(data) && (nextCursor === null || typeof nextCursor === 'string')) return
    throw this.#refuse(answer, 'was answered with something that is no page: look at `baseUrl`')
  }

  #refuse({ response }: Answer<Page<T>>, what: string): Error {
    const { status, requestId, attempts } = response
    return failure('protocol', this.#name, what, { status, requestId, attempts })
  }
}
