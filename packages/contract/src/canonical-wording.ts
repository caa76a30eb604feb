import type { LevelTexts } from './resources/access-levels.schema.ts'

/**
 * The texts of a level in one language as the one line whose SHA-256, over its UTF-8 bytes and in lower-case hex, stands
 * in receipts: the JSON of exactly the members `can`, `cannot`, `name`, `summary`, in this order, without white space,
 * strings as `JSON.stringify` writes them. That is the JSON Canonicalization Scheme (RFC 8785) of these texts.
 *
 * @example
 * canonicalWording({ name: 'Manage', summary: 'Looks after products.', can: ['Sees them.'], cannot: [] })
 * // {"can":["Sees them."],"cannot":[],"name":"Manage","summary":"Looks after products."}
 */
export function canonicalWording({ can, cannot, name, summary }: LevelTexts): string {
  return JSON.stringify({ can, cannot, name, summary })
}
