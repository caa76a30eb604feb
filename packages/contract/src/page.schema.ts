import * as z from 'zod/mini'

/** A page of a list. `nextCursor` is `null` on the last one. */
export function page<T extends z.ZodMiniType>(item: T) {
  return z.object({
    data: z.array(item),
    nextCursor: z.nullable(z.string()),
    /** Only with `include=total`. Above 10,000 it is a lower bound. */
    total: z.optional(z.object({ count: z.int(), accuracy: z.enum(['exact', 'at_least']) })),
  })
}

// In an address a number is digits. `z.coerce` would also take '', '1e2', true and ['5'].
const digits = z.transform<number, number | undefined>((value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : (value as number),
)

// said twice: behind a transform, JSON Schema shows the inner default alone, and only the outer one fills in
const rows = 50

/** What every list takes. */
export const pageQuery = {
  /** Rows a page, 1 to 200. */
  limit: z._default(z.pipe(digits, z._default(z.int().check(z.gte(1), z.lte(200)), rows)), rows),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
}
