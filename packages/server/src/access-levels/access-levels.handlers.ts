import type { accessLevels } from '@clientele/contract'
import type { Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { parseLevelId, readLevel, toLevel } from './access-levels.store.ts'
import { listLevels } from './list-levels.ts'
import { publishLevel } from './publish-level.ts'

export const accessLevelHandlers: Handlers<typeof accessLevels> = {
  list: listLevels,

  async get({ params }, tx) {
    const { key, version } = parseLevelId(params.id)
    const row = await readLevel(tx, key, version)
    if (!row) throw notFound()
    return toLevel(row)
  },

  publish: publishLevel,
}
