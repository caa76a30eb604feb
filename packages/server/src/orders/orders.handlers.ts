import type { orders } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const orderHandlers = {} as Handlers<typeof orders>
