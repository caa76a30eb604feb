import type { AcceptedRequest, Client, CreateAccessRequest } from '@clientele/contract'
import type { startServer, Visitor } from './start-server.ts'

/** A client, its reseller, and the platform above both, each before a widget of their own. */
export interface Parties {
  client: Client
  reseller: Visitor
  /** An administrator of the client. */
  admin: Visitor
  platform: Visitor
}

/** A client of a new reseller. */
export async function parties(server: ReturnType<typeof startServer>, resellerName = 'Hafenhost'): Promise<Parties> {
  const reseller = await server.visitor({ name: resellerName })
  const client = await reseller.client.clients.create({
    form: 'quick',
    person: { firstName: 'Martha', lastName: 'Muster' },
  })
  const admin = await server.visitor({ role: 'client_admin', accountId: client.id })
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  return { client, reseller, admin, platform }
}

/** The reseller asks, and the client accepts by the link. */
export async function granted(
  server: ReturnType<typeof startServer>,
  { client, reseller }: Pick<Parties, 'client' | 'reseller'>,
  asked: Partial<CreateAccessRequest> = {},
): Promise<AcceptedRequest> {
  const request = await reseller.client.accessRequests.create({
    clientId: client.id,
    level: 'manage',
    recipientEmail: 'martha@mail.example.org',
    message: 'May I look after your products?',
    ...asked,
  })
  const link = new URL(request.copyableLink ?? '').hash.slice(1)
  const { level, languageCode } = request
  const holder = await server.visitor({ role: 'client_admin', accountId: client.id, link })
  return holder.client.accessRequests.accept({ level, languageCode })
}

/** The host has carried out whatever of a client's access is on its way. */
export async function carriedOut({ client, platform }: Pick<Parties, 'client' | 'platform'>): Promise<void> {
  const { propagations } = platform.client
  for (const { id } of (await propagations.list({ clientId: client.id, state: ['pending'] })).data)
    await propagations.observed(id, { outcome: 'in_effect' })
}
