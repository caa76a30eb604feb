import type { accessRequests } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const accessRequestHandlers = {} as Handlers<typeof accessRequests>
