import * as z from 'zod/mini'
import { capabilities, neverDelegable } from '../capabilities.ts'
import { page, pageQuery } from '../page.schema.ts'
import { Key, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

/** A level with its version, as in `manage@2`. */
export const LevelId = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,63}@[1-9]\d{0,3}$/, { error: 'invalid_format' }))

/** What a person reads of a level, in one language. A translation says the same and nothing more (R212). */
export const LevelTexts = z.strictObject({
  name: line(80),
  summary: line(300),
  /** What the reseller can do with it, a sentence each. */
  can: z.array(line(200)).check(z.maxLength(20)),
  /** What it still cannot do. */
  cannot: z.array(line(200)).check(z.maxLength(20)),
})
export interface LevelTexts extends z.infer<typeof LevelTexts> {}

/** A language of the texts: English is always there. */
const Language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'invalid_format' }))

/** One version of a level of access. It never changes once it is published: grants are pinned to it (N5). */
export const AccessLevel = z.object({
  id: LevelId,
  key: z.string(),
  version: z.int(),
  family: z.enum(['products', 'console', 'support']),
  /** Within a family a higher rank contains all of a lower one (R12). */
  rank: z.int(),
  capabilities: z.array(z.enum(capabilities)),
  /** What no level allows; the same in all of them. */
  never: z.array(z.enum(neverDelegable)),
  /** By language. */
  texts: z.record(z.string(), LevelTexts),
  /** Buying with it needs a payment method of the client on file (R7). */
  requiresPaymentMethod: z.boolean(),
  /** Offered in the picker. */
  selectable: z.boolean(),
  status: z.enum(['published', 'retired']),
  publishedAt: Timestamp,
})
export interface AccessLevel extends z.infer<typeof AccessLevel> {}

/** A new version of a level, or a level that was not there. The version before is retired. */
export const PublishLevel = z.strictObject({
  /** That of the version before, where there is one. */
  family: z.enum(['products', 'console', 'support']),
  /** No two levels of a family have the same; a higher one contains all capabilities of a lower one (R12). */
  rank: z.int().check(z.gte(0), z.lte(1000)),
  capabilities: z.array(z.enum(capabilities)).check(z.maxLength(50)),
  /** English and any others. Each has as many sentences as the English text: it says the same (R212). */
  texts: z.record(Language, LevelTexts).check(z.refine((texts) => 'en' in texts, { error: 'required', path: ['en'] })),
  /** Cannot be `false` for what buys or renews. @default whether it buys or renews */
  requiresPaymentMethod: z.optional(z.boolean()),
  /** @default as before; `true` of a new level */
  selectable: z.optional(z.boolean()),
})
export interface PublishLevel extends z.infer<typeof PublishLevel> {}

export const list = {
  query: z.strictObject({
    ...pageQuery,
    family: z.optional(z.enum(['products', 'console', 'support'])),
    /** The newest of each level without it; with it, all that were ever published. */
    include: z.optional(z.array(z.enum(['retired'])).check(z.maxLength(1))),
  }),
  output: page(AccessLevel),
}
export const get = { params: z.object({ id: LevelId }), output: AccessLevel }
export const publish = { params: z.object({ key: Key }), input: PublishLevel, output: AccessLevel }
