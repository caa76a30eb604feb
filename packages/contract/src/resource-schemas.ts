import type { ResourceName, Resources } from './resources.ts'
import type { Row, RowSchemas } from './route.ts'
import * as access from './resources/access.schema.ts'
import * as accessGrants from './resources/access-grants.schema.ts'
import * as accessLevels from './resources/access-levels.schema.ts'
import * as accessRequests from './resources/access-requests.schema.ts'
import * as orders from './resources/orders.schema.ts'
import * as propagations from './resources/propagations.schema.ts'
import * as subscriptions from './resources/subscriptions.schema.ts'
import * as suggestions from './resources/suggestions.schema.ts'
import * as webhookEndpoints from './resources/webhook-endpoints.schema.ts'
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
  access,
  accessGrants,
  accessLevels,
  accessRequests,
  orders,
  propagations,
  subscriptions,
  suggestions,
  webhookEndpoints,
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
