import type { accessGrants } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const accessGrantHandlers = {} as Handlers<typeof accessGrants>
