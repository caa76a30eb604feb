import type { Client } from '@clientele/contract'
import type { PersonCard } from './people.ts'

/** Whoever sits at a client's own desk, as the panel greets them. */
export function clientCard(client: Client): PersonCard {
  return {
    id: client.id,
    name: clientViewer(client).name,
    role: 'client_admin',
    account: client.name,
    kind: 'client',
    seesOthers: false,
  }
}

/** The same for Clientele: the host knows its customers by name and address. */
export function clientViewer({ id, name, person, admin, primaryEmail }: Client) {
  const { firstName, lastName } = admin ?? person ?? {}
  const named = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return { id: `admin-of-${id}`, name: named || name, ...(primaryEmail === null ? {} : { email: primaryEmail }) }
}
