const usual = ['P30D', 'P90D', 'P180D', 'P1Y', 'P2Y']

/** Lengths of time to choose from, up to the longest that the platform allows, which is one of them. */
export function lengthsUpTo(longest: string | null, lengths: readonly string[] = usual): string[] {
  if (longest === null) return [...lengths]
  const start = new Date(0)
  return [...lengths.filter((length) => after(start, length) < after(start, longest)), longest]
}

const hours: Readonly<Record<string, number>> = { W: 168, D: 24, TH: 1 }
const months: Readonly<Record<string, number>> = { Y: 12, M: 1 }

/** The moment so much later, as the server counts: in UTC, and a month after January 31 is the last day of February. */
export function after(from: Date, duration: string): Date {
  const [, time = '', count = '0', letter = ''] = /^P(T?)(\d+)([YMWDH])$/.exec(duration) ?? []
  const unit = time + letter
  const end = new Date(from.getTime() + Number(count) * (hours[unit] ?? 0) * 3_600_000)
  end.setUTCMonth(end.getUTCMonth() + Number(count) * (months[unit] ?? 0))
  if (months[unit] && end.getUTCDate() !== from.getUTCDate()) end.setUTCDate(0)
  return end
}
