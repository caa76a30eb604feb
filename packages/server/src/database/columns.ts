import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Byte order: one order on every machine, comparisons that are leakproof, and indexes that serve prefixes. */
export const key = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
