import type { access } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const accessHandlers = {} as Handlers<typeof access>
