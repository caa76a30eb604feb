import type { Capability, LevelTexts } from '@clientele/contract'

/** The languages that delivered levels speak. */
export const deliveredLanguages = ['en', 'de', 'fr'] as const

/** A level as a new database gets it, as version 1. The platform publishes its own versions from there on. */
export interface DeliveredLevel {
  key: string
  family: 'products' | 'console' | 'support'
  rank: number
  capabilities: readonly Capability[]
  selectable: boolean
  /** Each language says the same, sentence by sentence (R212). */
  texts: Readonly<Record<(typeof deliveredLanguages)[number], LevelTexts>>
}
