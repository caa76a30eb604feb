/** Numbers that look random and are the same at every start. */
export interface Random {
  /** 0 up to, but not including, `below`. */
  int(below: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
}

/** Mulberry32: small, fast, and good enough for names and dates. */
export function createRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    int: (below) => Math.floor(next() * below),
    pick(from) {
      if (from.length === 0) throw new Error('There is nothing to pick from.')
      return from[Math.floor(next() * from.length)]!
    },
    chance: (probability) => next() < probability,
  }
}
