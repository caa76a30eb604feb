import type { subscriptions } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const subscriptionHandlers = {} as Handlers<typeof subscriptions>
