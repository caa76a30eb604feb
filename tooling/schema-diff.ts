/** Where `$ref` points into. */
export interface Components {
  components?: Record<string, Record<string, unknown>>
}

/** As much of JSON Schema 2020-12 as zod writes. */
export interface JsonSchema {
  $ref?: string
  description?: string
  default?: unknown
  format?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  'x-extensible-enum'?: unknown[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

/** What a caller may write in a request must stay allowed, and what it reads in a response must stay there. */
export function differences(
  direction: 'request' | 'response',
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  beforeDocument: Components,
  afterDocument: Components,
  name: string,
): string[] {
  const seen = new Set<string>()

  function compare(was: JsonSchema | undefined, is: JsonSchema | undefined, where: string): string[] {
    if (was === undefined) return []
    if (is === undefined) return [`${where} is gone`]
    const pair = `${was.$ref ?? ''} ${is.$ref ?? ''}`
    if (was.$ref !== undefined && is.$ref !== undefined && seen.has(pair)) return [] // a schema that holds itself
    seen.add(pair)
    const now = branches(is, afterDocument)
    const found = branches(was, beforeDocument).flatMap((branch) => closest(branch, now, where))
    seen.delete(pair)
    return direction === 'request' || found.length > 0 ? found : newTypes(branches(was, beforeDocument), now, where)
  }

  /** The changes against the branch that fits best: none where one fits. */
  function closest(branch: JsonSchema, candidates: JsonSchema[], where: string): string[] {
    const all = candidates.map((candidate) => single(branch, candidate, where))
    return all.toSorted((a, b) => a.length - b.length)[0] ?? [`${where} is gone`]
  }

  function single(was: JsonSchema, is: JsonSchema, where: string): string[] {
    if (was.type !== undefined && was.type !== is.type) {
      return [`${where}: the type changed from ${String(was.type)} to ${String(is.type ?? 'any')}`]
    }
    return [
      ...values(was, is, where),
      ...(direction === 'request' ? limits(was, is, where) : []),
      ...properties(was, is, where),
      ...(was.items === undefined ? [] : compare(was.items, is.items, `${where}[]`)),
    ]
  }

  function values(was: JsonSchema, is: JsonSchema, where: string): string[] {
    const [old, now] = [allowed(was), allowed(is)]
    if (direction === 'response') return [] // response enums are open
    if (now === undefined) return []
    if (old === undefined) return [`${where} takes certain values only now`]
    return old.filter((value) => !now.includes(value)).map((value) => `${where} does not take ${value} any more`)
  }

  function properties(was: JsonSchema, is: JsonSchema, where: string): string[] {
    const nowRequired = (is.required ?? []).filter((key) => !was.required?.includes(key))
    const nowOptional = (was.required ?? []).filter((key) => is.properties?.[key] && !is.required?.includes(key))
    const kept = Object.entries(was.properties ?? {})
    return [
      ...(direction === 'request' ? nowRequired.map((key) => `${where}.${key} is now required`) : []),
      ...(direction === 'response' ? nowOptional.map((key) => `${where}.${key} may now be missing`) : []),
      ...kept.flatMap(([key, schema]) => compare(schema, is.properties?.[key], `${where}.${key}`)),
    ]
  }

  return compare(before, after, name)
}

/** Follows a `$ref` inside its document (`#/components/…`). */
export function resolve<T extends object>(value: T | { $ref: string }, document: Components): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T
  const [, , kind = '', name = ''] = value.$ref.split('/')
  return resolve(document.components?.[kind]?.[name] as T | { $ref: string }, document)
}

/** A schema as its alternatives, each of one type. */
function branches(schema: JsonSchema, document: Components): JsonSchema[] {
  const resolved: JsonSchema = resolve(schema, document)
  const options = resolved.anyOf ?? resolved.oneOf
  if (options) return options.flatMap((option) => branches(option, document))
  if (resolved.allOf) return [merge(resolved.allOf.flatMap((part) => branches(part, document)))]
  return Array.isArray(resolved.type) ? resolved.type.map((type) => ({ ...resolved, type })) : [resolved]
}

function merge(parts: JsonSchema[]): JsonSchema {
  return parts.reduce<JsonSchema>(
    (whole, part) => ({
      ...whole,
      ...part,
      properties: { ...whole.properties, ...part.properties },
      required: [...(whole.required ?? []), ...(part.required ?? [])],
    }),
    {},
  )
}

function newTypes(was: JsonSchema[], is: JsonSchema[], where: string): string[] {
  const known = new Set(was.map((branch) => branch.type))
  if (known.has(undefined)) return []
  return [...new Set(is.map((branch) => branch.type))]
    .filter((type) => !known.has(type))
    .map((type) => `${where} may now be of type ${String(type)}`)
}

function limits(was: JsonSchema, is: JsonSchema, where: string): string[] {
  const raised = (['minLength', 'minimum', 'minItems'] as const).filter(
    (key) => (is[key] ?? -Infinity) > (was[key] ?? -Infinity),
  )
  const lowered = (['maxLength', 'maximum', 'maxItems'] as const).filter(
    (key) => (is[key] ?? Infinity) < (was[key] ?? Infinity),
  )
  return [...raised, ...lowered].map(
    (key) => `${where}: ${key} is stricter (${was[key] ?? 'none'} → ${is[key] ?? 'none'})`,
  )
}

function allowed(schema: JsonSchema): string[] | undefined {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  return schema.enum?.map((value) => JSON.stringify(value))
}
