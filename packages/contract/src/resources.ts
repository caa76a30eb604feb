import { apiKeys } from './resources/api-keys.routes.ts'
import { clients } from './resources/clients.routes.ts'
import { events } from './resources/events.routes.ts'
import { me } from './resources/me.routes.ts'
import { productFamilies } from './resources/product-families.routes.ts'
import { resellers } from './resources/resellers.routes.ts'
import { sessions } from './resources/sessions.routes.ts'
import { settings } from './resources/settings.routes.ts'

/** The whole API: resource → row. Everything else is derived from it. */
export const resources = { clients, resellers, productFamilies, sessions, apiKeys, me, events, settings }

export type Resources = typeof resources
export type ResourceName = keyof Resources
