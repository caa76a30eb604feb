import * as access from './resources/access.examples.ts'
import * as accessGrants from './resources/access-grants.examples.ts'
import * as accessLevels from './resources/access-levels.examples.ts'
import * as accessRequests from './resources/access-requests.examples.ts'
import * as apiKeys from './resources/api-keys.examples.ts'
import * as clients from './resources/clients.examples.ts'
import * as events from './resources/events.examples.ts'
import * as me from './resources/me.examples.ts'
import * as productFamilies from './resources/product-families.examples.ts'
import * as propagations from './resources/propagations.examples.ts'
import * as resellers from './resources/resellers.examples.ts'
import * as sessions from './resources/sessions.examples.ts'
import * as settings from './resources/settings.examples.ts'
import * as orders from './resources/orders.examples.ts'
import * as subscriptions from './resources/subscriptions.examples.ts'
import * as suggestions from './resources/suggestions.examples.ts'
import * as webhookEndpoints from './resources/webhook-endpoints.examples.ts'
import type { ResourceName, Resources } from './resources.ts'
import type { ExamplesOf } from './row-examples.ts'

/**
 * One believable call of every row, by resource and name: what a caller writes and what comes back. A row without its
 * example does not compile.
 *
 * @example
 * examples.clients.create.output.id
 */
export const examples: { readonly [R in ResourceName]: ExamplesOf<Resources[R]> } = {
  clients,
  access,
  accessGrants,
  propagations,
  accessLevels,
  accessRequests,
  resellers,
  productFamilies,
  sessions,
  apiKeys,
  me,
  events,
  settings,
  suggestions,
  subscriptions,
  orders,
  webhookEndpoints,
}

export { errorExamples } from './errors.examples.ts'
export { createQuickClient } from './resources/clients.examples.ts'
export type { ExampleOf, ExamplesOf } from './row-examples.ts'
