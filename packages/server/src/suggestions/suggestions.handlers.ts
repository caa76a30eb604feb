import type { suggestions } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const suggestionHandlers = {} as Handlers<typeof suggestions>
