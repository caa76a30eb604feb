import { access } from './resources/access.routes.ts'
import { accessGrants } from './resources/access-grants.routes.ts'
import { accessLevels } from './resources/access-levels.routes.ts'
import { accessRequests } from './resources/access-requests.routes.ts'
import { orders } from './resources/orders.routes.ts'
import { propagations } from './resources/propagations.routes.ts'
import { subscriptions } from './resources/subscriptions.routes.ts'
import { suggestions } from './resources/suggestions.routes.ts'
import { webhookEndpoints } from './resources/webhook-endpoints.routes.ts'
import { apiKeys } from './resources/api-keys.routes.ts'
import { clients } from './resources/clients.routes.ts'
import { events } from './resources/events.routes.ts'
import { me } from './resources/me.routes.ts'
import { productFamilies } from './resources/product-families.routes.ts'
import { resellers } from './resources/resellers.routes.ts'
import { sessions } from './resources/sessions.routes.ts'
import { settings } from './resources/settings.routes.ts'

/** The whole API: resource → row. Everything else is derived from it. */
export const resources = {
  clients,
  accessLevels,
  accessRequests,
  accessGrants,
  access,
  propagations,
  subscriptions,
  suggestions,
  orders,
  resellers,
  productFamilies,
  sessions,
  apiKeys,
  me,
  events,
  webhookEndpoints,
  settings,
}

export type Resources = typeof resources
export type ResourceName = keyof Resources
