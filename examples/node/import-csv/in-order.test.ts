import { expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { inOrder } from './in-order.ts'

async function* numbers(count: number) {
  for (let at = 0; at < count; at++) yield at
}

test('works on as many at once as it may, and gives results in order', async () => {
  let running = 0
  let most = 0
  const results = inOrder(numbers(40), {
    atOnce: 3,
    keysOf: () => [],
    async work(item) {
      most = Math.max(most, ++running)
      for (let turns = item % 5; turns >= 0; turns--) await Promise.resolve()
      running--
      return item
    },
  })
  expect(await collect(results)).toEqual(Array.from({ length: 40 }, (_, at) => at))
  expect(most).toBe(3)
})

test('works on items of one key one after the other, also over several keys', async () => {
  const running = new Set<string>()
  const started: number[] = []
  const keysOf = (item: number) => [`third ${item % 3}`, `half ${item % 2}`]
  const results = inOrder(numbers(30), {
    atOnce: 4,
    keysOf,
    async work(item) {
      for (const key of keysOf(item)) {
        expect(running).not.toContain(key)
        running.add(key)
      }
      started.push(item)
      for (let turns = 30 - item; turns >= 0; turns--) await Promise.resolve()
      for (const key of keysOf(item)) running.delete(key)
    },
  })
  await collect(results)
  const even = started.filter((item) => item % 2 === 0)
  expect(even).toEqual(even.toSorted((a, b) => a - b))
})

test('reads only a little ahead of what it has given', async () => {
  let read = 0
  async function* counted() {
    for await (const item of numbers(1000)) {
      read++
      yield item
    }
  }
  for await (const item of inOrder(counted(), { atOnce: 2, keysOf: () => [], work: (item) => Promise.resolve(item) })) {
    expect(read - item).toBeLessThanOrEqual(33)
  }
})
