import type * as z from 'zod/mini'
import { ActionState } from './action.schema.ts'
import * as contact from './contact.schema.ts'
import { FieldErrorSchema, Problem } from './problem.schema.ts'
import { resourceSchemas } from './resource-schemas.ts'
import * as clientInput from './resources/clients.input.schema.ts'

/** The schemas that are components of the OpenAPI document: what the schema files export in capitals, by that name. */
export function namedSchemas(): Record<string, z.ZodMiniType> {
  const modules = [contact, clientInput, ...Object.values(resourceSchemas)]
  const named = modules.flatMap((module) => Object.entries(module as Record<string, unknown>).filter(isNamedSchema))
  return { ActionState, FieldError: FieldErrorSchema, Problem, ...Object.fromEntries(named) }
}

function isNamedSchema(entry: [string, unknown]): entry is [string, z.ZodMiniType] {
  const [name, value] = entry
  return /^[A-Z]/.test(name) && typeof value === 'object' && value !== null && '_zod' in value
}
