import { expect, test } from 'vitest'
import { rowHeights } from './row-heights.ts'

/** A list of heights that is the same in each run. */
const some = (count: number) => Array.from({ length: count }, (_, index) => 40 + ((index * 7919) % 31))
const sum = (heights: readonly number[]) => heights.reduce((all, height) => all + height, 0)

test.each([0, 1, 2, 3, 64, 100, 1023])('says where each of %i rows stands, as adding up does', (count) => {
  const expected = some(count)
  const heights = rowHeights(Float64Array.from(expected))
  const check = () => {
    for (let index = 0; index <= count; index += 1) {
      const start = sum(expected.slice(0, index))
      expect(heights.before(index)).toBe(start)
      if (index === count) break
      expect(heights.at(start)).toBe(index)
      expect(heights.at(start + expected[index]! - 1)).toBe(index)
    }
  }
  check()
  for (let index = 0; index < count; index += 3) {
    expected[index] = 20 + (index % 90)
    heights.set(index, expected[index]!)
  }
  check()
})

test('beyond the list there is its first and its last row', () => {
  const heights = rowHeights(Float64Array.of(43, 63, 43))
  expect(heights.at(-500)).toBe(0)
  expect(heights.at(149)).toBe(2)
  expect(heights.at(9000)).toBe(2)
  expect(heights.before(7)).toBe(149)
})
