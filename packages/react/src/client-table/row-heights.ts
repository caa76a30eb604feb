/** How high rows are, and so where each of them stands. A change of one costs the logarithm of how many there are. */
export interface RowHeights {
  set: (index: number, height: number) => void
  /** Px from the beginning of the list to the row; to the end of the list where there is no such row. */
  before: (index: number) => number
  /** The row that stands so many px from the beginning; the first or the last one beyond that. */
  at: (px: number) => number
}

/** Takes the heights over, which may be guesses at first. */
export function rowHeights(heights: Float64Array): RowHeights {
  const count = heights.length
  const sums = sumsOf(heights)
  const top = 2 ** Math.floor(Math.log2(Math.max(count, 1)))
  return {
    set(index, height) {
      const change = height - (heights[index] ?? height)
      if (change === 0) return
      heights[index] = height
      for (let at = index + 1; at <= count; at += at & -at) sums[at]! += change
    },
    before(index) {
      let sum = 0
      for (let at = Math.min(index, count); at > 0; at -= at & -at) sum += sums[at]!
      return sum
    },
    at(px) {
      let index = 0
      let left = px
      for (let step = top; step > 0; step >>= 1) {
        const sum = sums[index + step]
        if (sum === undefined || sum > left) continue
        index += step
        left -= sum
      }
      return Math.max(0, Math.min(index, count - 1))
    },
  }
}

/** A Fenwick tree: the one at `n`, counted from 1, is the sum of as many rows up to there as the lowest bit of `n` says. */
function sumsOf(heights: Float64Array): Float64Array {
  const sums = new Float64Array(heights.length + 1)
  sums.set(heights, 1)
  for (let at = 1; at < sums.length; at += 1) {
    const above = at + (at & -at)
    if (above < sums.length) sums[above]! += sums[at]!
  }
  return sums
}
