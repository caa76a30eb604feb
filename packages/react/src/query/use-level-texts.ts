'use client'

import type { AccessLevel } from '@clientele/contract'
import { useQuery } from '@tanstack/react-query'
import { useClientele } from '../provider/clientele-context.ts'
import { levelTextsIn, type ShownLevelTexts } from '../words/level-texts.ts'
import { rowQuery } from './row-query.ts'

// a version that was published never changes
const seldom = 5 * 60_000

/** All versions of all levels, and what they say in the reader's language. */
export function useLevelTexts() {
  const { client, queryClient, locale } = useClientele()
  const query = { limit: 200, include: ['retired' as const] }
  const { data } = useQuery({ ...rowQuery(client, 'accessLevels', 'list', query), staleTime: seldom }, queryClient)
  const levels = data?.data ?? []
  return {
    levels,
    levelOf: (id: string): AccessLevel | undefined => levels.find((level) => level.id === id),
    /** Before the texts are there, a level is called by its key. */
    textsOf: (id: string): ShownLevelTexts => {
      const level = levels.find((one) => one.id === id)
      const texts = levelTextsIn(level?.texts ?? {}, locale.code)
      return level ? texts : { ...texts, name: id.split('@')[0] ?? id }
    },
  }
}
