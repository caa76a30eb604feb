/** How a stream of items is worked on. */
export interface InOrder<T, R> {
  /** How many items are worked on at a time. */
  atOnce: number
  /** Items that share a key are worked on one after the other, in their order. */
  keysOf: (item: T) => readonly string[]
  /** Never rejects: what happened to an item is its result. */
  work: (item: T) => Promise<R>
}

/** Works on several items at a time and gives the results in the order of the items. Reads only a little ahead. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  { atOnce, keysOf, work }: InOrder<T, R>,
): AsyncGenerator<R> {
  const inSlot = slots(atOnce)
  const lastWith = new Map<string, Promise<R>>()
  const window: Promise<R>[] = []
  for await (const item of items) {
    const keys = keysOf(item)
    const before = keys.flatMap((key) => lastWith.get(key) ?? [])
    // those before hold their slots already, so waiting for them inside one cannot lock up
    const result = inSlot(async () => {
      await Promise.all(before)
      return work(item)
    })
    for (const key of keys) lastWith.set(key, result)
    const forget = () => {
      for (const key of keys) if (lastWith.get(key) === result) lastWith.delete(key)
    }
    void result.then(forget, forget)
    window.push(result)
    // one item that waits for a rate limit must not let thousands of results pile up behind it
    if (window.length >= atOnce * 16) yield (await window.shift()) as R
  }
  for (const result of window) yield await result
}

function slots(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return async <R>(work: () => Promise<R>): Promise<R> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
