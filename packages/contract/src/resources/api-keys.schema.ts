import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'
import { roles } from '../rights.ts'
import { AccountId, id, line } from '../text.schema.ts'
import { Timestamp } from '../time.schema.ts'

/** A key of a backend. The secret itself is shown once, when it is made, and stored as a hash. */
export const ApiKey = z.object({
  id: id('key'),
  accountId: AccountId,
  name: z.string(),
  role: z.enum(roles),
  /** The first characters of the secret, to tell keys apart. */
  hint: z.string(),
  expiresAt: z.nullable(Timestamp),
  revokedAt: z.nullable(Timestamp),
  lastUsedAt: z.nullable(Timestamp),
  createdAt: Timestamp,
})
export interface ApiKey extends z.infer<typeof ApiKey> {}

export const CreateApiKey = z.strictObject({
  /** @default the caller's account */
  accountId: z.optional(AccountId),
  name: line(100),
  /** At most what the caller may do. */
  role: z.enum(roles),
  expiresAt: z.optional(Timestamp),
})
export interface CreateApiKey extends z.infer<typeof CreateApiKey> {}

/** A new key with its secret, `ck_…`. It cannot be read again. */
export const NewApiKey = z.extend(ApiKey, { secret: z.string() })
export interface NewApiKey extends z.infer<typeof NewApiKey> {}

export const list = { query: z.strictObject(pageQuery), output: page(ApiKey) }
export const create = { input: CreateApiKey, output: NewApiKey }
export const revoke = { params: z.object({ id: id('key') }), output: ApiKey }
