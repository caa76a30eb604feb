import type { productFamilies } from '@clientele/contract'
import { cursorInvalid, readCursor, writeCursor } from '../cursor.ts'
import type { Handlers } from '../handler.ts'
import { readSettings } from '../settings/settings.store.ts'

export const productFamilyHandlers: Handlers<typeof productFamilies> = {
  async list({ query, families }, tx) {
    const { teamFamilies } = await readSettings(tx)
    const [after] = readCursor(query.cursor, 'families', 1) ?? []
    const start = after === undefined ? 0 : families.findIndex((family) => family.key === after) + 1
    if (after !== undefined && start === 0) throw cursorInvalid()
    const shown = families.slice(start, start + query.limit)
    const last = shown.at(-1)
    return {
      data: shown.map((family) => ({
        ...family,
        skus: [...family.skus],
        allowsTeam: teamFamilies.includes(family.key),
      })),
      nextCursor: last && start + query.limit < families.length ? writeCursor('families', [last.key]) : null,
    }
  },
}
