import type { propagations } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const propagationHandlers = {} as Handlers<typeof propagations>
