const days: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1, TH: 1 / 24 }

/** How long a duration of one unit is, in days, near enough to compare two. */
export function daysOf(duration: string): number {
  const [, time = '', count = '0', unit = ''] = /^P(T?)(\d+)([YMWDH])$/.exec(duration) ?? []
  return Number(count) * (days[time + unit] ?? 0)
}

const usual = ['P30D', 'P90D', 'P180D', 'P1Y', 'P2Y'] as const

/** How long access can be asked for: the usual lengths, up to the longest that the platform allows. */
export function lengthsUpTo(longest: string | null): string[] {
  if (longest === null) return [...usual]
  return [...usual.filter((length) => daysOf(length) < daysOf(longest)), longest]
}
