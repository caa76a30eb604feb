import type { RowSchemas } from '@clientele/contract'
import { fieldErrors } from '@clientele/contract/forms'
import type * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'

/** Reads a query by its schema: repeated names make arrays, a name given twice that takes one value is refused. */
export function readQuery(schema: RowSchemas['query'], search: URLSearchParams): unknown {
  if (!schema) {
    const [name] = search.keys()
    if (name !== undefined)
      throw invalid([{ pointer: `?${name}`, code: 'unknown_field', detail: 'This address takes no options.' }])
    return undefined
  }
  const shape = new Map(Object.entries(schema.shape as Record<string, z.ZodMiniType>))
  const given: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name)
    given[name] = takesMany(shape.get(name)) || values.length > 1 ? values : values[0]
  }
  const parsed = schema.safeParse({ ...given })
  if (!parsed.success) throw invalid(fieldErrors(parsed.error, { input: given, prefix: '?' }))
  return parsed.data
}

function takesMany(schema: z.ZodMiniType | undefined): boolean {
  const def = schema?._zod.def as { type: string; innerType?: z.ZodMiniType } | undefined
  if (def?.innerType) return takesMany(def.innerType)
  return def?.type === 'array'
}

function invalid(errors: ReturnType<typeof fieldErrors>): Refusal {
  const list = errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
  return new Refusal(
    'filter_invalid',
    `The list was not read, because the address has options that are not valid: ${list}.`,
    {
      errors,
    },
  )
}
