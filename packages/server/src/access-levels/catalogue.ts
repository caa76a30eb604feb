import { consoleLevels } from './console-levels.ts'
import type { DeliveredLevel } from './delivered-level.ts'
import { productLevels } from './product-levels.ts'
import { supportLevels } from './support-levels.ts'

/** What a new platform offers. Those that are not selectable come with the client's switch or with support. */
export const levelCatalogue: readonly DeliveredLevel[] = [...productLevels, ...consoleLevels, ...supportLevels]
