import type { Known, Walk } from './walk.ts'

const idOf = (known: Known) => known.id ?? ''
const url = 'https://hooks.example.com/in'
const first = 'an endpoint'
const ofClient = 'an endpoint of a client'

/** Who is told of events, where, and with which secret. Mocks send nothing. */
export const webhookEndpoints: Walk = {
  about: 'cora',
  steps: {
    [first]: ({ reseller }) => reseller.webhookEndpoints.create({ url, events: ['client.created', 'client.created'] }),
    'an endpoint at home': ({ reseller }) =>
      reseller.webhookEndpoints.create({ url: 'https://127.0.0.1/in', events: ['*'] }),
    'an endpoint without encryption': ({ reseller }) =>
      reseller.webhookEndpoints.create({ url: 'http://hooks.example.com/in', events: ['*'] }),
    'an endpoint at localhost': ({ reseller }) =>
      reseller.webhookEndpoints.create({ url: 'https://api.localhost/in', events: ['*'] }),
    'for somebody else': ({ reseller, secondId }) =>
      reseller.webhookEndpoints.create({ url, events: ['*'], accountId: secondId }),
    'for somebody, by the platform': ({ platform, secondId }) =>
      platform.webhookEndpoints.create({ url, events: ['*'], accountId: secondId }),
    [ofClient]: ({ administrator }) => administrator('cora').webhookEndpoints.create({ url, events: ['*'] }),
    'read by another': ({ second }, of) => second.webhookEndpoints.get(idOf(of(first))),
    'read by the support': ({ support }, of) => support.webhookEndpoints.get(idOf(of(first))),
    changed: ({ reseller }, of) => reseller.webhookEndpoints.update(idOf(of(first)), { description: 'For the shop.' }),
    'changed to what it is': ({ reseller }, of) =>
      reseller.webhookEndpoints.update(idOf(of(first)), { description: 'For the shop.', events: ['client.created'] }),
    'changed by another': ({ second }, of) => second.webhookEndpoints.update(idOf(of(first)), { status: 'disabled' }),
    'changed to an address at home': ({ reseller }, of) =>
      reseller.webhookEndpoints.update(idOf(of(first)), { url: 'https://10.0.0.1/in' }),
    moved: ({ reseller }, of) => reseller.webhookEndpoints.update(idOf(of(first)), { url: `${url}/2` }),
    stopped: ({ reseller }, of) => reseller.webhookEndpoints.update(idOf(of(first)), { status: 'disabled' }),
    'stopped again': ({ reseller }, of) => reseller.webhookEndpoints.update(idOf(of(first)), { status: 'disabled' }),
    started: ({ reseller }, of) => reseller.webhookEndpoints.update(idOf(of(first)), { status: 'enabled' }),
    'a new secret': ({ reseller }, of) => reseller.webhookEndpoints.rotateSecret(idOf(of(first)), { overlap: 3600 }),
    'while the old one is good': ({ reseller }, of) => reseller.webhookEndpoints.get(idOf(of(first))),
    'when it is good no more': async (world, of) => {
      await world.wait(61)
      await world.reseller.webhookEndpoints.get(idOf(of(first)))
    },
    'a new secret at once': ({ reseller }, of) =>
      reseller.webhookEndpoints.rotateSecret(idOf(of(first)), { overlap: 0 }),
    'a new secret, from an older version': ({ reseller }, of) =>
      reseller.webhookEndpoints.rotateSecret(idOf(of(first)), {}, { ifMatch: '"1"' }),
    'what was sent, by another': ({ second }, of) => second.webhookEndpoints.deliveries(idOf(of(first))),
    'all of its own': ({ reseller }) => reseller.webhookEndpoints.list(),
    'all of them': ({ platform }) => platform.webhookEndpoints.list(),
    'taken away by another': ({ second }, of) => second.webhookEndpoints.remove(idOf(of(first))),
    'taken away': ({ reseller }, of) => reseller.webhookEndpoints.remove(idOf(of(first))),
    'what was taken away': ({ reseller }, of) => reseller.webhookEndpoints.get(idOf(of(first))),
    'what happened': ({ reseller }) =>
      reseller.events.list({
        type: [
          'webhook_endpoint.created',
          'webhook_endpoint.updated',
          'webhook_endpoint.secret_rotated',
          'webhook_endpoint.deleted',
        ],
        limit: 200,
      }),
    'what happened to the client’s': ({ administrator }) =>
      administrator('cora').events.list({ type: ['webhook_endpoint.created'] }),
  },
}
