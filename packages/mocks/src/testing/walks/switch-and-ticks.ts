import { accepts, asks, reports, tokenIn } from './asking.ts'
import type { Known, Step, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'ada'
const ada = ({ administrator }: World) => administrator(about)
const pair = ({ ids, resellerId }: World) => ({ id: ids[about], resellerId })
const idOf = (known: Known) => known.id ?? ''

const saves =
  (allow: boolean, ticked?: readonly string[], resellerHasAgreed?: true): Step =>
  (world, of) =>
    ada(world).access.save(pair(world), {
      allow,
      ...(ticked && { direct: ticked.map((step) => idOf(of(step))) }),
      ...(resellerHasAgreed && { resellerHasAgreed }),
    })

const bought = 'what the client bought from the platform'
const sold = 'what the reseller sold to it'
const asked = 'a request for a month'
const accepted = 'R4: accepted by the mailed link'
const byLink = (world: World, of: (step: string) => Known) => world.holder(tokenIn(of(accepted).manageLink))

/** From the request by the answer to the client's switch, its ticks, and the link of the confirmation. */
export const switchAndTicks: Walk = {
  about,
  steps: {
    [bought]: ({ platform, ids }) =>
      platform.subscriptions.record({ clientId: ids[about], sku: 'hosting_pro', seats: 2 }),
    [sold]: ({ platform, ids, resellerId }) =>
      platform.subscriptions.record({ clientId: ids[about], sku: 'hosting_start', soldById: resellerId }),
    'a product that there is not': ({ platform, ids }) =>
      platform.subscriptions.record({ clientId: ids[about], sku: 'nosuch' }),
    'the switch before anything was asked': saves(false),
    'R173: ticks with the switch off': saves(false, [bought]),
    [asked]: asks(about, 'ada@mail.example.org', { duration: 'P20D' }),
    'the page by the link that was copied': (world, of) =>
      world.holder(tokenIn(of(asked).copyableLink)).accessRequests.current(),
    'the answer by the link that was copied': (world, of) =>
      world.holder(tokenIn(of(asked).copyableLink)).accessRequests.accept({ level: 'manage@1' }),
    'the page by the mailed link': async (world, of) =>
      world.holder(await world.mailed(of(asked))).accessRequests.current(),
    'the answer to another version': async (world, of) =>
      world.holder(await world.mailed(of(asked))).accessRequests.accept({ level: 'manage@2' }),
    'R32: the answer for another account': async (world, of) =>
      world
        .holder(await world.mailed(of(asked)))
        .accessRequests.accept({ level: 'manage@1', accountId: world.ids.ben }),
    [accepted]: (world, of) => accepts(world, of(asked)),
    'the page afterwards': async (world, of) => world.holder(await world.mailed(of(asked))).accessRequests.current(),
    'the answer once more': (world, of) => accepts(world, of(asked)),
    'the request afterwards, by its sender': (world, of) => world.reseller.accessRequests.get(idOf(of(asked))),
    'the request afterwards, by the client': (world, of) => ada(world).accessRequests.get(idOf(of(asked))),
    'the page of the confirmation': (world, of) => byLink(world, of).access.managed(),
    'the receipt by the link': (world, of) => byLink(world, of).access.managedReceipt(of(accepted).grantId ?? ''),
    'the receipt by the reseller': (world, of) => world.reseller.accessGrants.receipt(of(accepted).grantId ?? ''),
    'R211: the switch is in effect': reports(about, 'in_effect', 'switch'),
    'R211: the grant is in effect': reports(about, 'in_effect', 'grant'),
    'seats of a direct product under the grant': (world, of) =>
      world.reseller.subscriptions.setSeats(idOf(of(bought)), { seats: 5 }),
    'seats again': (world, of) => world.reseller.subscriptions.setSeats(idOf(of(bought)), { seats: 5 }),
    'seats of it by the client': (world, of) => ada(world).subscriptions.setSeats(idOf(of(bought)), { seats: 6 }),
    'seats of what the reseller sold, by the client': (world, of) =>
      ada(world).subscriptions.setSeats(idOf(of(sold)), { seats: 6 }),
    'N8: used by the host’s own panel': (world, of) =>
      world.reseller.access.use({
        clientId: world.ids[about],
        capability: 'products.manage',
        subscriptionId: idOf(of(bought)),
        summary: 'Opened the file manager',
        person: 'Lena Brandt',
      }),
    'used what was sold': (world, of) =>
      world.reseller.access.use({
        clientId: world.ids[about],
        capability: 'products.manage',
        subscriptionId: idOf(of(sold)),
      }),
    'used what the level does not contain': (world) =>
      world.reseller.access.use({ clientId: world.ids[about], capability: 'support.cases.read' }),
    'fewer seats of a direct product under the grant': (world, of) =>
      world.reseller.subscriptions.setSeats(idOf(of(bought)), { seats: 1 }),
    'locked by contract, by the reseller': (world) => world.reseller.access.lock(pair(world), { clause: '§ 1' }),
    'locked by contract': (world) => world.platform.access.lock(pair(world), { clause: '§ 4.2' }),
    'off, locked by contract': saves(false),
    'locked no more': (world) => world.platform.access.lock(pair(world), { clause: null }),
    off: saves(false),
    'seats with the switch off': (world, of) => world.reseller.subscriptions.setSeats(idOf(of(bought)), { seats: 7 }),
    'R200: seats of what the reseller sold with the switch off': (world, of) =>
      world.reseller.subscriptions.setSeats(idOf(of(sold)), { seats: 7 }),
    'off, refused by the vendor': reports(about, 'failed'),
    'off, seen at the vendor': reports(about, 'in_effect'),
    'R171: on with a tick, without agreement': saves(true, [bought]),
    'R171: a tick of what the reseller sold': saves(true, [sold], true),
    'on with a tick': saves(true, [bought], true),
    'the subscriptions as the reseller sees them': ({ reseller, ids }) =>
      reseller.subscriptions.list({ clientId: ids[about], include: ['actions'] }),
    'the switch fails at the vendor': reports(about, 'failed', 'switch'),
    'on once more sets out again': saves(true),
    'all in effect': reports(about, 'in_effect'),
    'an older version of the switch': (world) =>
      ada(world).access.save(pair(world), { allow: false }, { ifMatch: '"1"' }),
    'nothing that is new': saves(true, [bought]),
    'R176: off with the tick kept': saves(false),
    'on again': saves(true),
    'in effect again': reports(about, 'in_effect'),
    'R171: the reseller agrees': (world) => world.reseller.access.agree(pair(world)),
    'R171: the client after it': (world) => ada(world).access.agree(pair(world)),
    'N8: everything paused': (world) => ada(world).access.pause(world.ids[about]),
    'N8: paused once more': (world) => ada(world).access.pause(world.ids[about]),
    'off while paused': saves(false),
    'on while paused': saves(true),
    'N8: all that was paused goes on': (world) => ada(world).access.resume(world.ids[about]),
    'and is in effect': reports(about, 'in_effect'),
    'paused by the link': (world, of) => byLink(world, of).access.pauseManaged(),
    'resumed by the link': (world, of) => byLink(world, of).access.resumeManaged(),
    'in effect after the pause by the link': reports(about, 'in_effect'),
    'the tick taken out, and its grant over': saves(true, []),
    'seen at the vendor': reports(about, 'in_effect'),
    'the direct product is canceled': (world, of) => ada(world).subscriptions.cancel(idOf(of(bought))),
    'what was done, by the client': (world) => ada(world).access.activity(world.ids[about], { limit: 200 }),
    'what was done, by the reseller': (world) => world.reseller.access.activity(world.ids[about], { limit: 200 }),
    'all of its resellers': (world) => ada(world).access.list(world.ids[about]),
    'the links taken back by the client': (world) => ada(world).access.replaceLinks(pair(world)),
    'the old link after that': (world, of) => byLink(world, of).access.managed(),
    'the links taken back by the reseller': (world) => world.reseller.access.replaceLinks(pair(world)),
    'events as the client sees them': (world) => ada(world).events.list({ clientId: world.ids[about], limit: 200 }),
  },
}
