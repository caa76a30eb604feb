import { accepts, asks, reports, tokenIn } from './asking.ts'
import type { Known, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'dora'
const dora = ({ administrator }: World) => administrator(about)
const pair = ({ ids, resellerId }: World) => ({ id: ids[about], resellerId })

const looked = 'what the reseller would look after'
const other = 'what it would not'
const asked = 'a request about one subscription'
const accepted = 'R30: accepted by its administrator'
const byLink = (world: World, of: (step: string) => Known, name?: typeof about) =>
  world.holder(tokenIn(of(accepted).manageLink), name)

/** An organisation: its administrator is signed in by the host, and the link alone opens nothing (R30, R166). */
export const organization: Walk = {
  about,
  steps: {
    [looked]: ({ platform, ids }) =>
      platform.subscriptions.record({ clientId: ids[about], sku: 'workspace_storage', seats: 1 }),
    [other]: ({ platform, ids }) => platform.subscriptions.record({ clientId: ids[about], sku: 'workspace_archive' }),
    'a request that is over at once': asks(about, 'dora@lind.example.com', { duration: 'PT1H', autoExtend: 'P200Y' }),
    'a request that is put off, and has no end': asks(about, 'dora@lind.example.com', { autoExtend: 'P1Y' }),
    'R6: a request to buy, for one subscription': (world, of) => {
      const scope = { kind: 'subscriptions' as const, ids: [of(looked).id ?? ''] }
      return asks(about, 'dora@lind.example.com', { level: 'manage_and_purchase', scope })(world, of)
    },
    'a request for a subscription that there is not': asks(about, 'dora@lind.example.com', {
      scope: { kind: 'subscriptions', ids: ['sub_01ARZ3NDEKTSV4RRFFQ69G5FAV'] },
    }),
    'a request in a language that the level does not speak': asks(about, 'dora@lind.example.com', {
      languageCode: 'ru',
    }),
    'a draft in the place of another request': asks(about, 'dora@lind.example.com', {
      send: false,
      supersede: 'arq_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    }),
    'a request in the place of one that is not there': asks(about, 'dora@lind.example.com', {
      supersede: 'arq_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    }),
    [asked]: (world, of) => {
      const scope = { kind: 'subscriptions' as const, ids: [of(looked).id ?? ''] }
      return asks(about, 'dora@lind.example.com', { level: 'manage', languageCode: 'de', scope })(world, of)
    },
    'the page by the copied link': (world, of) =>
      world.holder(tokenIn(of(asked).copyableLink)).accessRequests.current(),
    'the page by the copied link, by its administrator': (world, of) =>
      world.holder(tokenIn(of(asked).copyableLink), about).accessRequests.current(),
    'the page by the link alone': async (world, of) =>
      world.holder(await world.mailed(of(asked))).accessRequests.current(),
    'the page by another': async (world, of) =>
      world.holder(await world.mailed(of(asked)), 'ben').accessRequests.current(),
    'the page by its administrator': async (world, of) =>
      world.holder(await world.mailed(of(asked)), about).accessRequests.current(),
    'R30: accepted by the link alone': (world, of) => accepts(world, of(asked)),
    [accepted]: (world, of) => accepts(world, of(asked), about),
    'a request in the place of one that was answered': (world, of) =>
      asks(about, 'dora@lind.example.com', { supersede: of(asked).id ?? '' })(world, of),
    'looked into again': (world) => world.reseller.propagations.recheck(pair(world)),
    'in effect': reports(about, 'in_effect'),
    'looked into where nothing is on its way': (world) => dora(world).propagations.recheck(pair(world)),
    'seats of what the consent names': (world, of) =>
      world.reseller.subscriptions.setSeats(of(looked).id ?? '', { seats: 1 }),
    'the end of what it does not name': (world, of) => world.reseller.subscriptions.cancel(of(other).id ?? ''),
    'R6: an order under a consent that names something else': ({ reseller, ids }) =>
      reseller.orders.create({ clientId: ids[about], items: [{ sku: 'workspace_storage' }] }),
    'the page of the confirmation': (world, of) => byLink(world, of).access.managed(),
    'paused by the link alone': (world, of) => byLink(world, of).access.pauseManaged(),
    'R166: resumed by the link alone': (world, of) => byLink(world, of).access.resumeManaged(),
    'R166: resumed by the link with its administrator': (world, of) => byLink(world, of, about).access.resumeManaged(),
    'in effect after the pause': reports(about, 'in_effect'),
    'the receipt of a grant that is not there': (world, of) =>
      byLink(world, of).access.managedReceipt('agr_01ARZ3NDEKTSV4RRFFQ69G5FAV'),
    'the link, replaced by its administrator': (world, of) => byLink(world, of, about).access.replaceManagedLink(),
    'the page by the old link': (world, of) => byLink(world, of).access.managed(),
    'the page by the new link': async (world, of) =>
      world.holder(await world.mailedAnew(of(accepted).grantId ?? '')).access.managed(),
    'the switch, by the platform': (world) => world.platform.access.save(pair(world), { allow: false }),
    'the switch of a reseller that is none of its own': (world) =>
      dora(world).access.save({ id: world.ids[about], resellerId: world.ids.ben }, { allow: true }),
    'ended by the platform': (world, of) => world.platform.accessGrants.end(of(accepted).grantId ?? ''),
    'over at the vendor': reports(about, 'in_effect'),
    'what was done': (world) => dora(world).access.activity(world.ids[about], { limit: 200 }),
    'what was done, of a grant': (world, of) =>
      dora(world).access.activity(world.ids[about], { grantId: of(accepted).grantId ?? '' }),
  },
}
