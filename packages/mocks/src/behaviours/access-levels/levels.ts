import type { AccessLevel } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'

/** The newest version of a level that is offered. */
export function newestOf({ store }: Surroundings, key: string): AccessLevel | undefined {
  const versions = store.records('accessLevels').filter((level) => level.key === key && level.status === 'published')
  return versions.toSorted((a, b) => b.version - a.version)[0]
}
