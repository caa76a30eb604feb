import { aClient, aMe, anEvent, aReseller, type MockData } from '@clientele/mocks'

const reseller = aReseller({ displayName: 'Elbnetz', limits: { maxClients: 2 } })
const clients = [
  aClient({ name: 'Blue Ocean', owner: reseller, postalAddress: { locality: 'Kiel' } }),
  aClient({ form: 'quick', person: { firstName: 'Ada', lastName: 'Holt' }, owner: reseller }),
]

/** A reseller whose limit is reached, as somebody who works there sees it. */
export const full: MockData = {
  me: aMe({ account: reseller, role: 'reseller_sales' }),
  resellers: [reseller],
  clients,
  events: clients.map((client) => anEvent({ subject: client, type: 'client.created' })),
}
