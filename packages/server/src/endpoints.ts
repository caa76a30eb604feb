import { resources, type ResourceName, type Resources, type Row } from '@clientele/contract'
import { accessHandlers } from './access/access.handlers.ts'
import { accessGrantHandlers } from './access-grants/access-grants.handlers.ts'
import { accessLevelHandlers } from './access-levels/access-levels.handlers.ts'
import { accessRequestHandlers } from './access-requests/access-requests.handlers.ts'
import { orderHandlers } from './orders/orders.handlers.ts'
import { propagationHandlers } from './propagations/propagations.handlers.ts'
import { subscriptionHandlers } from './subscriptions/subscriptions.handlers.ts'
import { suggestionHandlers } from './suggestions/suggestions.handlers.ts'
import { webhookEndpointHandlers } from './webhook-endpoints/webhook-endpoints.handlers.ts'
import { apiKeyHandlers } from './api-keys/api-keys.handlers.ts'
import { clientHandlers } from './clients/clients.handlers.ts'
import { eventHandlers } from './events/events.handlers.ts'
import type { Handler, Handlers } from './handler.ts'
import type { Endpoint } from './http/answer-call.ts'
import { meHandlers } from './me/me.handlers.ts'
import { productFamilyHandlers } from './product-families/product-families.handlers.ts'
import { resellerHandlers } from './resellers/resellers.handlers.ts'
import { sessionHandlers } from './sessions/sessions.handlers.ts'
import { settingsHandlers } from './settings/settings.handlers.ts'

/** A handler for every row of the contract: a missing one does not compile. */
const handlers: { readonly [R in ResourceName]: Handlers<Resources[R]> } = {
  access: accessHandlers,
  accessGrants: accessGrantHandlers,
  accessLevels: accessLevelHandlers,
  accessRequests: accessRequestHandlers,
  orders: orderHandlers,
  propagations: propagationHandlers,
  subscriptions: subscriptionHandlers,
  suggestions: suggestionHandlers,
  webhookEndpoints: webhookEndpointHandlers,
  apiKeys: apiKeyHandlers,
  clients: clientHandlers,
  events: eventHandlers,
  me: meHandlers,
  productFamilies: productFamilyHandlers,
  resellers: resellerHandlers,
  sessions: sessionHandlers,
  settings: settingsHandlers,
}

/** Every row with its handler. */
export const endpoints: readonly Endpoint[] = Object.entries(resources).flatMap(([resource, rows]) =>
  Object.entries(rows as Record<string, Row>).map(([name, row]) => ({
    name,
    resource,
    row,
    handler: (handlers as unknown as Record<string, Record<string, Handler<Row>>>)[resource]?.[name] as Handler<Row>,
  })),
)
