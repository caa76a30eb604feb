/** The fields of a section with what stands in them. */
export type FieldValues = Readonly<Record<string, FieldValue>>
export type FieldValue = string | readonly string[]

/** Two versions of a section, with the fields in which they differ. */
export interface Conflict<V extends FieldValues = FieldValues> {
  yours: V
  theirs: V
  fields: readonly string[]
}

/** What to choose from, or `undefined` where the other change left this section alone. */
export function conflictOf<V extends FieldValues>(before: V, theirs: V, typed: Partial<V>): Conflict<V> | undefined {
  const fields = Object.keys(before)
  if (fields.every((field) => isSame(before[field], theirs[field]))) return undefined
  const yours = { ...before, ...typed }
  return { yours, theirs, fields: fields.filter((field) => !isSame(yours[field], theirs[field])) }
}

/** What was typed, without what was typed back to what it had been: there the other version stands. */
export function withoutUntouched<V extends FieldValues>(before: V, typed: Partial<V>): Partial<V> {
  const touched = Object.entries(typed).filter(([field, value]) => !isSame(before[field], value as FieldValue))
  return Object.fromEntries(touched) as Partial<V>
}

export function isSame(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
