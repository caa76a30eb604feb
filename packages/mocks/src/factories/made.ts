import type { RowSchemas } from '@clientele/contract'
import { checkData } from '../answers/check-answer.ts'
import { merged } from '../behaviours/singles.ts'

/** What a test gives of a thing: as much as it is about, at any depth. */
export type Given<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Given<T[K]> | undefined }
    : T

/** A thing with what was given of it, checked by its schema. Plain objects are merged, lists and `null` stand as given. */
export function made<T extends object>(name: string, schema: RowSchemas['output'], all: T, given: object): T {
  const thing = merged(structuredClone(all), given)
  checkData(thing, schema, `${name}(…)`)
  return thing as T
}
