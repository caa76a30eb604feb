import { accepts, asks, reports } from './asking.ts'
import type { Known, Step, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'ada'
const ada = ({ administrator }: World) => administrator(about)
const idOf = (known: Known) => known.id ?? ''
const bySecond = { by: 'second' } as const

const first = 'a request of the owner'
const second = 'a request for a record that the second typed'
const sold = 'what the second sold to its record'
const bought = 'what the client bought from the platform'
const ofFirst = 'what the owner sold to it'
const answered = 'R32: accepted for the account that there is'

/** Asks by the record of the second reseller, and by its account. */
const checks =
  (name: 'ada' | 'finn', subscription?: string): Step =>
  ({ second: api, ids }, of) =>
    api.access.explain({
      clientId: ids[name],
      capability: 'products.manage',
      ...(subscription !== undefined && { subscriptionId: idOf(of(subscription)) }),
    })

/** A second reseller has typed a client that there is already: who sees what, and one switch for each (R32, R201). */
export const joinedAccounts: Walk = {
  about,
  steps: {
    [bought]: ({ platform, ids }) => platform.subscriptions.record({ clientId: ids.ada, sku: 'hosting_pro', seats: 2 }),
    [ofFirst]: ({ platform, ids, resellerId }) =>
      platform.subscriptions.record({ clientId: ids.ada, sku: 'hosting_start', soldById: resellerId }),
    [sold]: ({ platform, ids, secondId }) =>
      platform.subscriptions.record({ clientId: ids.finn, sku: 'hosting_start', soldById: secondId }),
    [first]: asks(about, 'ada-a@mail.example.org'),
    'accepted by the client that was asked': (world, of) => accepts(world, of(first), about),
    'a draft of the second': asks('finn', 'finn-a@mail.example.org', { ...bySecond, send: false }),
    [second]: asks('finn', 'finn-b@mail.example.org', bySecond),
    'a client of another, by its account': asks(about, 'finn-c@mail.example.org', bySecond),
    'the page, by the administrator of another account': async (world, of) =>
      world.holder(await world.mailed(of(second)), about).accessRequests.current(),
    'R32: accepted for an account that is not theirs': async (world, of) =>
      world
        .holder(await world.mailed(of(second)), about)
        .accessRequests.accept({ level: 'manage@1', accountId: world.ids.ben }),
    [answered]: async (world, of) =>
      world
        .holder(await world.mailed(of(second)), about)
        .accessRequests.accept({ level: 'manage@1', accountId: world.ids.ada }),
    'its record, by the second': ({ second: api, ids }) => api.clients.get(ids.finn),
    'the account, by the second': ({ second: api, ids }) => api.clients.get(ids.ada),
    'the record, by the owner of the account': ({ reseller, ids }) => reseller.clients.get(ids.finn),
    'its access by its record': ({ second: api, ids, secondId }) =>
      api.access.get({ id: ids.finn, resellerId: secondId }),
    'its access by the account': ({ second: api, ids, secondId }) =>
      api.access.get({ id: ids.ada, resellerId: secondId }),
    'all access, by the second': ({ second: api, ids }) => api.access.list(ids.finn),
    'all access, by the owner': ({ reseller, ids }) => reseller.access.list(ids.ada),
    'all access, by the client': (world) => ada(world).access.list(world.ids.ada),
    'all access of the record, by the client': (world) => ada(world).access.list(world.ids.finn),
    'the access of the second, by the owner': ({ reseller, ids, secondId }) =>
      reseller.access.get({ id: ids.ada, resellerId: secondId }),
    'in effect': reports(about, 'in_effect'),
    'may the second, by its record': checks('finn'),
    'may the second, with what it sold': checks('ada', sold),
    'may the second, with what the platform sold': checks('ada', bought),
    'R200: may the second, with what the owner sold': checks('finn', ofFirst),
    'what the client has, by the second': ({ second: api, ids }) =>
      api.subscriptions.list({ clientId: ids.finn, include: ['actions'] }),
    'what the client has, by the owner': ({ reseller, ids }) =>
      reseller.subscriptions.list({ clientId: ids.ada, include: ['actions'] }),
    'R201: what happened, by the second': ({ second: api, ids }) => api.events.list({ clientId: ids.finn, limit: 200 }),
    'R201: what happened, by the owner': ({ reseller, ids }) => reseller.events.list({ clientId: ids.ada, limit: 200 }),
    'what was done, by the second': ({ second: api, ids }) => api.access.activity(ids.finn, { limit: 200 }),
    'R201: the switch of the owner goes off': (world) =>
      ada(world).access.save({ id: world.ids.ada, resellerId: world.resellerId }, { allow: false }),
    'the second may all the same': checks('ada'),
    'R201: the pause is for all': (world) => ada(world).access.pause(world.ids.ada),
    'the second may not': checks('ada'),
    'it goes on': (world) => ada(world).access.resume(world.ids.ada),
    'the second waits': checks('ada'),
    'on again at the vendor': reports(about, 'in_effect'),
    'an order of the second': ({ second: api, ids }) =>
      api.orders.create({ clientId: ids.finn, items: [{ sku: 'hosting_start' }], chargeTo: 'reseller' }),
    'a payment method, by the record': ({ platform, ids }) =>
      platform.clients.setPaymentMethod(ids.finn, { onFile: true }),
    'a suggestion of the second': ({ second: api, ids }) =>
      api.suggestions.create({ clientId: ids.finn, items: [{ sku: 'hosting_pro' }] }),
    'bought on it': (world, of) =>
      ada(world).suggestions.answer(idOf(of('a suggestion of the second')), { buy: ['hosting_pro'] }),
    'all orders, by the second': ({ second: api, ids }) => api.orders.list({ clientId: ids.finn }),
    'all orders, by the owner': ({ reseller, ids }) => reseller.orders.list({ clientId: ids.ada }),
    'all suggestions, by the owner': ({ reseller, ids }) => reseller.suggestions.list({ clientId: ids.ada }),
    'another request of the second, by its record': asks('finn', 'finn-d@mail.example.org', {
      ...bySecond,
      level: 'connection_only',
    }),
    'all requests, by the second': ({ second: api, ids }) =>
      api.accessRequests.list({ clientId: ids.finn, include: ['actions'] }),
    'all requests, by the client': (world) => ada(world).accessRequests.list({ include: ['actions'] }),
    'all requests, by the owner': ({ reseller, ids }) => reseller.accessRequests.list({ clientId: ids.ada }),
    'the draft, taken back': (world, of) => world.second.accessRequests.cancel(idOf(of('a draft of the second'))),
    'ended by the second': (world, of) => world.second.accessGrants.end(of(answered).grantId ?? ''),
    'over at the vendor': reports(about, 'in_effect'),
    'its record afterwards': ({ second: api, ids }) => api.clients.get(ids.finn),
    'all clients of the second': ({ second: api }) => api.clients.list({ include: ['actions', 'total'] }),
  },
}
