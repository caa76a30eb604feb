import { idOf } from '../ids.ts'

let made = 0

/** The number of the next thing that a factory makes. */
export function nextNumber(): number {
  return ++made
}

/** The id of a thing that a factory makes. */
export function factoryId(prefix: string, number: number): string {
  return idOf(prefix, '01JQ', number)
}

/** When that thing was made: one a minute, from the first of February 2025. */
export function factoryTime(number: number): string {
  return new Date(Date.UTC(2025, 1, 1, 9, number)).toISOString()
}

/**
 * Lets factories count from one again, so that a test gets the same ids and names wherever it stands in its file.
 *
 * @example
 * beforeEach(() => resetFactories())
 */
export function resetFactories(): void {
  made = 0
}
