import {
  capabilities as allCapabilities,
  purchasing,
  type AccessGrant,
  type Capability,
  type FieldError,
  type LevelTexts,
  type PublishLevel,
} from '@clientele/contract'
import { levelId } from './level-id.ts'

/** What rules look at in a level that is published. */
interface Level {
  key: string
  version: number
  family: string
  rank: number
  capabilities: readonly string[]
}

/** Whether something in it spends the client's money (R7). */
export function needsPaymentMethod(capabilities: readonly string[]): boolean {
  return purchasing.some((capability) => capabilities.includes(capability))
}

/** Each once, in the order of the contract, so that two lists of the same are equal. */
export function inOrder(capabilities: readonly string[]): Capability[] {
  return allCapabilities.filter((capability) => capabilities.includes(capability))
}

/** What is wrong with a new version of the level `key`, as `published` stand now. */
export function levelErrors(key: string, input: PublishLevel, published: readonly Level[]): FieldError[] {
  const before = published.find((level) => level.key === key)
  const others = published.filter((level) => level.key !== key && level.family === input.family)
  return [
    ...familyErrors(input, before),
    ...rankErrors(input, others),
    ...others.flatMap((other) => containmentErrors(input, other)).slice(0, 1),
    ...paymentErrors(input),
    ...textErrors(input.texts),
  ]
}

/** A client has one grant a family: a level that moved would give it two, or none. */
function familyErrors({ family }: PublishLevel, before: Level | undefined): FieldError[] {
  if (!before || before.family === family) return []
  const detail = `The level ${before.key} is of the family ${before.family}, and stays in it.`
  return [{ pointer: '/family', code: 'invalid_choice', detail, data: { choices: [before.family] } }]
}

function rankErrors({ rank }: PublishLevel, others: readonly Level[]): FieldError[] {
  const taken = others.find((other) => other.rank === rank)
  if (!taken) return []
  const detail = `${levelId(taken)} has this rank. One of two levels of a family is always the higher one.`
  return [{ pointer: '/rank', code: 'invalid_choice', detail, data: { level: levelId(taken) } }]
}

/** R12: within a family a higher rank contains all of a lower one. */
function containmentErrors(input: PublishLevel, other: Level): FieldError[] {
  if (input.rank === other.rank) return []
  const isHigher = input.rank > other.rank
  const upper: readonly string[] = isHigher ? input.capabilities : other.capabilities
  const lower: readonly string[] = isHigher ? other.capabilities : input.capabilities
  const missing = lower.filter((capability) => !upper.includes(capability))
  if (missing.length === 0) return []
  const list = missing.join(', ')
  const detail = isHigher
    ? `${levelId(other)} ranks lower and contains ${list}, which is missing here. Add it, or publish ${other.key} without it first.`
    : `${levelId(other)} ranks higher and does not contain ${list}. Leave it out, or publish ${other.key} with it first.`
  return [{ pointer: '/capabilities', code: 'invalid_choice', detail, data: { level: levelId(other), missing } }]
}

function paymentErrors({ capabilities, requiresPaymentMethod }: PublishLevel): FieldError[] {
  if (requiresPaymentMethod !== false || !needsPaymentMethod(capabilities)) return []
  const detail = `A level with ${purchasing.filter((one) => capabilities.includes(one)).join(' and ')} needs a payment method.`
  return [{ pointer: '/requiresPaymentMethod', code: 'invalid_choice', detail }]
}

/** R212: a translation says the same as the English text, so it has as many sentences. */
function textErrors(texts: PublishLevel['texts']): FieldError[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    (['can', 'cannot'] as const).flatMap((list) => sentenceErrors(language, list, text, texts['en'])),
  )
}

function sentenceErrors(
  language: string,
  list: 'can' | 'cannot',
  text: LevelTexts,
  english: LevelTexts | undefined,
): FieldError[] {
  const [given, wanted] = [text[list].length, english?.[list].length ?? 0]
  if (given === wanted) return []
  const detail = `A translation says the same as the English text, sentence by sentence: ${wanted} here, and not ${given}.`
  const pointer = `/texts/${language}/${list}`
  return given < wanted
    ? [{ pointer, code: 'too_short', detail, data: { min: wanted } }]
    : [{ pointer, code: 'too_many', detail, data: { max: wanted } }]
}

/** What the newest version of its level would add to a grant; `null` where that is nothing (N5). */
export function versionOffer(
  grant: {
    levelVersion: number
    capabilities: readonly string[]
    /** What the client agreed to already, where that is on its way. */
    agreedCapabilities: readonly string[] | null
  },
  newest: Pick<Level, 'key' | 'version' | 'capabilities'> | undefined,
): Pick<NonNullable<AccessGrant['offeredVersion']>, 'level' | 'adds'> | null {
  if (!newest || newest.version <= grant.levelVersion) return null
  const agreed = grant.agreedCapabilities ?? grant.capabilities
  const adds = inOrder(newest.capabilities.filter((capability) => !agreed.includes(capability)))
  return adds.length > 0 ? { level: levelId(newest), adds } : null
}
