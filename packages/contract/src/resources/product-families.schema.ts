import * as z from 'zod/mini'
import { page, pageQuery } from '../page.schema.ts'

/** One thing that can be ordered. */
export const Sku = z.object({
  key: z.string(),
  name: z.string(),
  /** `person`: also clients of whom no more than a name is known. */
  customerTypes: z.array(z.enum(['domain', 'team', 'person'])),
  /** What the client must have proved before it can order this (R49). */
  minVerification: z.enum(['none', 'email_verified', 'domain_verified']),
})
export interface Sku extends z.infer<typeof Sku> {}

/** A family of products: chosen first, it decides what can be ordered afterwards (R43, R44). */
export const ProductFamily = z.object({
  key: z.string(),
  name: z.string(),
  /** Where its administrators work. */
  consoleName: z.string(),
  /** Whether its clients may be teams (R47). */
  allowsTeam: z.boolean(),
  skus: z.array(Sku),
})
export interface ProductFamily extends z.infer<typeof ProductFamily> {}

export const list = { query: z.strictObject(pageQuery), output: page(ProductFamily) }
