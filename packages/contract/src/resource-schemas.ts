import type { ResourceName, Resources } from './resources.ts'
import type { Row, RowSchemas } from './route.ts'
import * as apiKeys from './resources/api-keys.schema.ts'
import * as clients from './resources/clients.schema.ts'
import * as events from './resources/events.schema.ts'
import * as me from './resources/me.schema.ts'
import * as productFamilies from './resources/product-families.schema.ts'
import * as resellers from './resources/resellers.schema.ts'
import * as sessions from './resources/sessions.schema.ts'
import * as settings from './resources/settings.schema.ts'

type SchemasOf<T> = { readonly [K in keyof T]: T[K] extends Row<infer S> ? S : never }

/** The schemas of every row, by resource and name. A row without its schemas does not compile. */
export const resourceSchemas: { readonly [R in ResourceName]: SchemasOf<Resources[R]> } = {
  apiKeys,
  clients,
  events,
  me,
  productFamilies,
  resellers,
  sessions,
  settings,
}

/** The schemas of one row, looked up by name. */
export function schemasOf(resource: string, row: string): RowSchemas {
  const schemas = (resourceSchemas as Record<string, Record<string, RowSchemas>>)[resource]?.[row]
  if (!schemas)
    throw new Error(`Clientele: ${resource}.${row} has no schemas. Export \`${row}\` from its *.schema.ts file.`)
  return schemas
}
