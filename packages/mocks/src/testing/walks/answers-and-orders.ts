import { accepts, asks, reports, tokenIn } from './asking.ts'
import type { Known, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'cora'
const cora = ({ administrator }: World) => administrator(about)
const idOf = (known: Known) => known.id ?? ''

const draft = 'a draft'
const again = 'a request after the client asked for one'
const accepted = 'accepted by the mailed link'
const suggested = 'R8: a suggestion'
const more = 'R8: a suggestion of one thing'
const bought = 'R6: an order under the grant'
const byLink = (world: World, of: (step: string) => Known) => world.holder(tokenIn(of(accepted).manageLink))

/** What is declined, asked for again, suggested and bought, and the links of a client that has no account. */
export const answersAndOrders: Walk = {
  about,
  steps: {
    [draft]: asks(about, 'cora-1@mail.example.org', { send: false }),
    'the draft, by the client': (world, of) => cora(world).accessRequests.get(idOf(of(draft))),
    'all requests, by the client': (world) => cora(world).accessRequests.list({ clientId: world.ids[about] }),
    'the draft, sent': (world, of) => world.reseller.accessRequests.send(idOf(of(draft))),
    'what became of the mail': (world, of) =>
      world.platform.accessRequests.reportDelivery(idOf(of(draft)), { state: 'delivered' }),
    'what became of it before that': (world, of) =>
      world.platform.accessRequests.reportDelivery(idOf(of(draft)), { state: 'delivered' }),
    'the request, asked for again too early': async (world, of) =>
      world.holder(await world.mailed(of(draft))).accessRequests.askAgain(),
    declined: async (world, of) =>
      world.holder(await world.mailed(of(draft))).accessRequests.decline({ reason: 'Not now.' }),
    'declined once more': async (world, of) => world.holder(await world.mailed(of(draft))).accessRequests.decline({}),
    'asked to be asked again': async (world, of) =>
      world.holder(await world.mailed(of(draft))).accessRequests.askAgain(),
    'asked so once more': async (world, of) => world.holder(await world.mailed(of(draft))).accessRequests.askAgain(),
    [again]: asks(about, 'cora-2@mail.example.org', { level: 'manage_and_purchase' }),
    'a reminder at once': (world, of) => world.reseller.accessRequests.remind(idOf(of(again))),
    'a reminder after a day': async (world, of) => {
      await world.wait(25 * 60)
      return world.reseller.accessRequests.remind(idOf(of(again)))
    },
    'a reminder after two days': async (world, of) => {
      await world.wait(25 * 60)
      return world.reseller.accessRequests.remind(idOf(of(again)))
    },
    'another request meanwhile': asks(about, 'cora-2@mail.example.org', { level: 'manage_and_purchase' }),
    'the first one again meanwhile': (world, of) => world.reseller.accessRequests.resend(idOf(of(draft)), {}),
    [suggested]: ({ reseller, ids }) =>
      reseller.suggestions.create({
        clientId: ids[about],
        items: [
          { sku: 'hosting_start', note: 'For the shop.' },
          { sku: 'hosting_pro', quantity: 2 },
        ],
      }),
    'all suggestions, by the client': (world) => cora(world).suggestions.list({ include: ['actions'] }),
    'R8: read by the client': (world, of) => cora(world).suggestions.get(idOf(of(suggested))),
    'bought without a payment method': (world, of) =>
      cora(world).suggestions.answer(idOf(of(suggested)), { buy: ['hosting_start'] }),
    'bought what was not suggested': (world, of) => cora(world).suggestions.answer(idOf(of(suggested)), { buy: ['x'] }),
    'R7: a payment method': ({ platform, ids }) => platform.clients.setPaymentMethod(ids[about], { onFile: true }),
    'R8: bought in part': (world, of) =>
      cora(world).suggestions.answer(idOf(of(suggested)), { buy: ['hosting_start'], reason: 'No shop yet.' }),
    'answered once more': (world, of) => cora(world).suggestions.answer(idOf(of(suggested)), { buy: [] }),
    [more]: ({ reseller, ids }) =>
      reseller.suggestions.create({ clientId: ids[about], items: [{ sku: 'hosting_pro' }] }),
    'the mail came back': (world, of) =>
      world.platform.accessRequests.reportDelivery(idOf(of(again)), {
        state: 'bounced',
        detail: '550 No such mailbox',
      }),
    'the same address once more': (world, of) => world.reseller.accessRequests.resend(idOf(of(again)), {}),
    'R8: declined': (world, of) => cora(world).suggestions.answer(idOf(of(more)), { buy: [], reason: 'Too much.' }),
    'R6: an order before there is access': ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'hosting_pro' }] }),
    'the page, with a payment method': async (world, of) =>
      world.holder(await world.mailed(of(again))).accessRequests.current(),
    'the page by the copied link': (world, of) =>
      world.holder(tokenIn(of(again).copyableLink)).accessRequests.current(),
    [accepted]: (world, of) => accepts(world, of(again)),
    'an order before it is in effect': ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'hosting_pro' }] }),
    'in effect': reports(about, 'in_effect'),
    [bought]: ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'hosting_pro', quantity: 3 }] }),
    'an order of what is not sold': ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'workspace_starter' }] }),
    'an order by the client itself': (world) =>
      cora(world).orders.create({ clientId: world.ids[about], items: [{ sku: 'hosting_start' }] }),
    'an order by the client, to be billed by a reseller': (world) =>
      cora(world).orders.create({
        clientId: world.ids[about],
        items: [{ sku: 'hosting_start' }],
        chargeTo: 'reseller',
      }),
    'R200: an order that the reseller bills': ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'hosting_start' }], chargeTo: 'reseller' }),
    'all subscriptions, by the reseller': ({ reseller, ids }) =>
      reseller.subscriptions.list({ clientId: ids[about], include: ['actions'] }),
    'all subscriptions, by the client': (world) => cora(world).subscriptions.list({ include: ['actions'] }),
    'R9: seats of what was bought on the suggestion': async ({ reseller, ids }) => {
      const { data } = await reseller.subscriptions.list({ clientId: ids[about] })
      return reseller.subscriptions.setSeats(data[0]?.id ?? '', { seats: 4 })
    },
    'may what the level does not contain': ({ reseller, ids }) =>
      reseller.access.explain({ clientId: ids[about], capability: 'support.cases.read' }),
    'R11: may what no level contains': ({ reseller, ids }) =>
      reseller.access.explain({ clientId: ids[about], capability: 'payment_methods.read' }),
    'may what nobody knows': ({ reseller, ids }) =>
      reseller.access.explain({ clientId: ids[about], capability: 'make.coffee' }),
    'may with the product of another client': async ({ reseller, ids }) => {
      const { data } = await reseller.subscriptions.list({ clientId: ids.ada })
      const subscriptionId = data[0]?.id ?? ''
      return reseller.access.explain({ clientId: ids[about], capability: 'products.manage', subscriptionId })
    },
    'may, asked by the platform without a reseller': ({ platform, ids }) =>
      platform.access.check({ clientId: ids[about], capability: 'products.manage' }),
    'may, asked by the client about another': (world) =>
      cora(world).access.check({
        clientId: world.ids.ada,
        resellerId: world.resellerId,
        capability: 'products.manage',
      }),
    'all orders, by the client': (world) => cora(world).orders.list(),
    'the page of the confirmation': (world, of) => byLink(world, of).access.managed(),
    'the link, passed on by mistake, is replaced': (world, of) => byLink(world, of).access.replaceManagedLink(),
    'the link that was replaced': (world, of) => byLink(world, of).access.managed(),
    'the link that was replaced, to pause by': (world, of) => byLink(world, of).access.pauseManaged(),
    'the receipt, by the new link': async (world, of) => {
      const { grantId = '' } = of(accepted)
      return world.holder(await world.mailedAnew(grantId)).access.managedReceipt(grantId)
    },
    'ended, by the new link': async (world, of) =>
      world.holder(await world.mailedAnew(of(accepted).grantId ?? '')).access.endManaged(),
    'ended once more, by the new link': async (world, of) =>
      world.holder(await world.mailedAnew(of(accepted).grantId ?? '')).access.endManaged(),
    'over at the vendor': reports(about, 'in_effect'),
    'the page afterwards, by the new link': async (world, of) =>
      world.holder(await world.mailedAnew(of(accepted).grantId ?? '')).access.managed(),
    'a switch without a grant': (world) =>
      cora(world).access.save({ id: world.ids[about], resellerId: world.resellerId }, { allow: false }),
    'events as the client sees them': (world) => cora(world).events.list({ clientId: world.ids[about], limit: 200 }),
  },
}
