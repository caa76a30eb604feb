import type { Client, CreateClient } from '@clientele/contract'
import { CreateClient as schema } from '@clientele/contract/forms'

/**
 * Whether a client is what a row says: each field that the row sets has that value, after the same normalisation that
 * the server gave it (trimmed, lower-case domains, phones without separators). What the row leaves open may be anything.
 */
export function isSameClient(client: Client, input: CreateClient): boolean {
  const normal = schema.safeParse(input)
  if (!normal.success) return false
  const { acceptDuplicate: _accepted, ownerId, ...fields } = normal.data
  return (ownerId === undefined || client.owner.id === ownerId) && contains(client, fields)
}

function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.every((one) => whole.some((other) => contains(other, one)))
  }
  if (typeof part !== 'object' || part === null) return whole === part
  if (typeof whole !== 'object' || whole === null) return false
  return Object.entries(part).every(([key, value]) => contains((whole as Record<string, unknown>)[key], value))
}
