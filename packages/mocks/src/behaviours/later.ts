const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const
const days = { week: 7, day: 1 }

/**
 * The time a duration of the contract after another one, or before it with `-1`, as in `P1Y`, `P14D`, `PT12H`. In UTC, as
 * the server counts.
 */
export function later(from: Date, duration: string, direction: 1 | -1 = 1): string {
  const [, date, unit, hours] = /^P(?:(\d+)([YMWD])|T(\d+)[HS])$/.exec(duration) ?? []
  const moved = new Date(from)
  if (hours !== undefined) moved.setUTCHours(from.getUTCHours() + direction * Number(hours))
  const count = direction * Number(date)
  const kind = units[unit as keyof typeof units]
  if (kind === 'week' || kind === 'day') moved.setUTCDate(from.getUTCDate() + count * days[kind])
  if (kind === 'year' || kind === 'month') {
    moved.setUTCDate(1)
    moved.setUTCMonth(from.getUTCMonth() + count * (kind === 'year' ? 12 : 1))
    const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
    moved.setUTCDate(Math.min(from.getUTCDate(), lastDay))
  }
  return moved.toISOString()
}
