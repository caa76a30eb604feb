/** What was made on the way, by one side of the comparison: the same places hold the same things on both. */
export interface Made {
  requests: { id: string; level: string; recipientEmail: string; copied: string; mailed: string }[]
  grants: { id: string; level: string; link: string }[]
  subscriptions: string[]
  suggestions: { id: string; skus: string[] }[]
}

export function nothingMade(): Made {
  return { requests: [], grants: [], subscriptions: [], suggestions: [] }
}
