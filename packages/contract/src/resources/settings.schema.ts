import * as z from 'zod/mini'
import { Key } from '../text.schema.ts'

/** What the operator of the platform has decided. */
export const Settings = z.object({
  client: z.object({
    /** Quick clients need a company (R18). */
    companyRequired: z.boolean(),
    /** The product families whose clients may be teams (R47). */
    teamFamilies: z.array(z.string()),
  }),
  tree: z.object({
    /** Tiers of resellers; 1 is no sub-resellers. */
    maxDepth: z.int(),
  }),
  etag: z.string(),
})
export interface Settings extends z.infer<typeof Settings> {}

export const get = { output: Settings }
export const update = {
  input: z.strictObject({
    client: z.optional(
      z.strictObject({
        companyRequired: z.optional(z.boolean()),
        teamFamilies: z.optional(z.array(Key).check(z.maxLength(100))),
      }),
    ),
    tree: z.optional(z.strictObject({ maxDepth: z.optional(z.int().check(z.gte(1), z.lte(5))) })),
  }),
  output: Settings,
}
