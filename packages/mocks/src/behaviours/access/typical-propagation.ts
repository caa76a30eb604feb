import type { Surroundings } from '../../answers/mock-call.ts'

const [fewest, late] = [5, 50]
const minute = 60_000

/** How long changes took of late, in half of the cases at most; nothing where too few were seen. */
export function typicalPropagation({ store }: Surroundings): string | undefined {
  const seen = store.records('propagations').flatMap(({ state, settledAt, createdAt }) => {
    if (state !== 'in_sync' || settledAt === null) return []
    return [{ settledAt, took: Date.parse(settledAt) - Date.parse(createdAt) }]
  })
  const recent = seen.toSorted((a, b) => (a.settledAt < b.settledAt ? 1 : -1)).slice(0, late)
  const middle = recent.map(({ took }) => took).toSorted((a, b) => a - b)[Math.ceil(recent.length / 2) - 1]
  if (middle === undefined || recent.length < fewest) return undefined
  const minutes = Math.max(1, Math.ceil(middle / minute))
  return minutes <= 120 ? `PT${minutes}M` : `PT${Math.ceil(minutes / 60)}H`
}
