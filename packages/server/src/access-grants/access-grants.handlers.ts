import type { accessGrants } from '@clientele/contract'
import type { Handlers } from '../handler.ts'
import { receiptHandlers } from './receipt.handlers.ts'

export const accessGrantHandlers = { ...receiptHandlers } as Handlers<typeof accessGrants>
