import { accepts, asks, reports, tokenIn } from './asking.ts'
import type { Known, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'dora'
const dora = ({ administrator }: World) => administrator(about)
const pair = ({ ids, resellerId }: World) => ({ id: ids[about], resellerId })

const asked = 'a request'
const accepted = 'R30: accepted by its administrator'
const byLink = (world: World, of: (step: string) => Known, name?: typeof about) =>
  world.holder(tokenIn(of(accepted).manageLink), name)

/** An organisation: its administrator is signed in by the host, and the link alone opens nothing (R30, R166). */
export const organization: Walk = {
  about,
  steps: {
    [asked]: asks(about, 'dora@lind.example.com', { level: 'manage', languageCode: 'de' }),
    'the page by the link alone': async (world, of) =>
      world.holder(await world.mailed(of(asked))).accessRequests.current(),
    'the page by another': async (world, of) =>
      world.holder(await world.mailed(of(asked)), 'ben').accessRequests.current(),
    'the page by its administrator': async (world, of) =>
      world.holder(await world.mailed(of(asked)), about).accessRequests.current(),
    'R30: accepted by the link alone': (world, of) => accepts(world, of(asked)),
    [accepted]: (world, of) => accepts(world, of(asked), about),
    'looked into again': (world) => world.reseller.propagations.recheck(pair(world)),
    'in effect': reports(about, 'in_effect'),
    'looked into where nothing is on its way': (world) => dora(world).propagations.recheck(pair(world)),
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
