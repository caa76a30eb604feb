interface Def {
  type: string
  innerType?: unknown
  shape?: Record<string, unknown>
}

/**
 * What a new thing holds by its schema: what was given, and for the rest nothing: `null`, no items, `false`. Where a
 * schema wants more than nothing, the example's value stands.
 */
export function blank(schema: unknown, given: unknown, example: unknown): unknown {
  const def = (schema as { _zod?: { def: Def } } | undefined)?._zod?.def
  if (!def) return given
  const isOpen = def.type === 'optional' || def.type === 'nullable' || def.type === 'default'
  if (isOpen) {
    if (given === null) return null
    if (given !== undefined) return blank(def.innerType, given, example)
    return def.type === 'nullable' ? null : undefined
  }
  if (def.type === 'object' && def.shape && (given === undefined || isPlain(given))) {
    return blankObject(def.shape, given, example)
  }
  if (given !== undefined) return given
  if (def.type === 'array') return []
  if (def.type === 'record') return {}
  if (def.type === 'boolean') return false
  return example
}

function blankObject(shape: Record<string, unknown>, given: Record<string, unknown> = {}, example: unknown): unknown {
  const shown = Object(example) as Record<string, unknown>
  const fields = Object.entries(shape).map(([key, schema]) => [key, blank(schema, given[key], shown[key])] as const)
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
