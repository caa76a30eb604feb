import type { accessLevels } from '@clientele/contract'
import type { Handlers } from '../handler.ts'

export const accessLevelHandlers = {} as Handlers<typeof accessLevels>
