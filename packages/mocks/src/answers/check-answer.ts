import type { Endpoint } from '../contract-table.ts'

/** A mock that says what the API never would. */
export class WrongMock extends Error {
  override readonly name = 'WrongMock'
}

/**
 * Looks at an answer by the schema of its row. Also what the contract does not know is wrong here: a misspelt field
 * would pass unseen, and the test with it.
 */
export function checkAnswer({ resource, name, schemas }: Endpoint, answer: unknown): void {
  checkData(answer, schemas.output, `the mock of ${resource}.${name}`)
}

/** Looks at data by its schema, and says what is wrong with it. */
export function checkData(data: unknown, schema: Endpoint['schemas']['output'], what: string): void {
  const parsed = schema.safeParse(data)
  const faults = parsed.success
    ? unknownParts(data, parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${pointer(path)} (${message})`)
  if (faults.length === 0) return
  throw new WrongMock(
    `Clientele mocks: ${what} gives what the API never answers: ${faults.slice(0, 5).join(', ')}. A test that passes with it proves nothing. Mend the value, or start from a factory, as in aClient({ name: '…' }).`,
  )
}

function unknownParts(given: unknown, known: unknown, path: readonly PropertyKey[] = []): string[] {
  if (typeof given !== 'object' || given === null) return []
  return Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return []
    const here = [...path, key]
    if (!Object.hasOwn(Object(known) as object, key)) return [`${pointer(here)} (there is no such field)`]
    return unknownParts(value, (known as Record<string, unknown>)[key], here)
  })
}

function pointer(path: readonly PropertyKey[]): string {
  return `/${path.map(String).join('/')}`
}
