import type { webhookEndpoints } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const webhookEndpointHandlers = {} as Handlers<typeof webhookEndpoints>
