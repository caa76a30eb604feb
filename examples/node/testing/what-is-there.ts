import type { Clientele } from '@clientele/sdk'

/** All clients of a server, without what differs from run to run, in an order of its own. */
export async function whatIsThere(client: Clientele): Promise<object[]> {
  const all = await client.clients.list({ limit: 200 }).toArray({ limit: 100_000 })
  return all
    .map(({ id: _id, owner: _owner, createdAt: _createdAt, updatedAt: _updatedAt, ...rest }) => rest)
    .toSorted((a, b) => compare(JSON.stringify(a.externalIds), JSON.stringify(b.externalIds)))
}

function compare(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
