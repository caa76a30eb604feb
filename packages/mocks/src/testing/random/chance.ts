/** Chance that is the same for the same seed (mulberry32). */
export interface Chance {
  /** A whole number below this one. */
  below: (count: number) => number
  /** One of several. */
  of: <T>(some: readonly T[]) => T
  /** Whether it comes about, so many times in a hundred. */
  is: (percent: number) => boolean
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d_2b_79_f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, of: (some) => some[below(some.length)] as never, is: (percent) => next() * 100 < percent }
}
