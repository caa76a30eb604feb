import type { Capability } from '@clientele/contract'
import { accepts, asks, reports } from './asking.ts'
import type { Known, Step, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'ben'
const ben = ({ administrator }: World) => administrator(about)

const first = 'a request for a month'
const firstGrant = 'accepted'
const second = 'a request for more'
const secondGrant = 'accepted by somebody who is signed in'
const third = 'a request for less'
const fourth = 'a request after it had failed'
const fourthGrant = 'accepted once more'
const grantOf = (known: Known) => known.grantId ?? ''

/** The platform publishes a version of the least of the levels. */
const publishes =
  (capabilities: Capability[]): Step =>
  async ({ platform }) => {
    const { family, rank, texts } = await platform.accessLevels.get('connection_only@1')
    return platform.accessLevels.publish({ key: 'connection_only' }, { family, rank, capabilities, texts })
  }

/** Lowered, put off, widened, narrowed, ended, replaced and refused. */
export const changesOfGrants: Walk = {
  about,
  steps: {
    [first]: asks(about, 'ben-1@mail.example.org', { duration: 'P20D', autoExtend: 'P30D' }),
    [firstGrant]: (world, of) => accepts(world, of(first)),
    'ended before it was in effect, by a stranger': (world, of) =>
      world.administrator('ada').accessGrants.end(grantOf(of(firstGrant))),
    'in effect': reports(about, 'in_effect'),
    'lowered to no level that there is': (world, of) =>
      world.reseller.accessGrants.lower(grantOf(of(firstGrant)), { level: 'nosuch' }),
    'R33: raised': (world, of) =>
      world.reseller.accessGrants.lower(grantOf(of(firstGrant)), { level: 'manage_and_purchase' }),
    'lowered by the platform': (world, of) =>
      world.platform.accessGrants.lower(grantOf(of(firstGrant)), { level: 'connection_only' }),
    'lowered from an older version of it': (world, of) =>
      world.reseller.accessGrants.lower(grantOf(of(firstGrant)), { level: 'connection_only' }, { ifMatch: '"1"' }),
    'R33: lowered': (world, of) =>
      world.reseller.accessGrants.lower(grantOf(of(firstGrant)), { level: 'connection_only' }),
    'less, refused by the vendor': reports(about, 'failed'),
    'less, refused once more': reports(about, 'failed'),
    'less, at the vendor': reports(about, 'in_effect'),
    'put off by the reseller': (world, of) =>
      world.reseller.accessGrants.extend(grantOf(of(firstGrant)), { duration: 'P1Y' }),
    'put off to an earlier end': (world, of) =>
      ben(world).accessGrants.extend(grantOf(of(firstGrant)), { duration: 'P10D' }),
    'put off': (world, of) => ben(world).accessGrants.extend(grantOf(of(firstGrant)), { duration: 'P25D' }),
    'put off by itself no more': (world, of) => world.reseller.accessGrants.letRunOut(grantOf(of(firstGrant))),
    'put off by itself no more, again': (world, of) => ben(world).accessGrants.letRunOut(grantOf(of(firstGrant))),
    'put off for ever': (world, of) => ben(world).accessGrants.extend(grantOf(of(firstGrant)), { duration: null }),
    'put off what has no end': (world, of) =>
      ben(world).accessGrants.extend(grantOf(of(firstGrant)), { duration: 'P1Y' }),
    'an answer to a version before there is one': (world, of) =>
      ben(world).accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'connection_only@2' }),
    'N5: a version with more': publishes(['domains.manage']),
    'N5: left as it is, of another level': (world, of) =>
      ben(world).accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'manage@2' }),
    'N5: left as it is, of a version that is old': (world, of) =>
      ben(world).accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'connection_only@1' }),
    'N5: left as it is, by the reseller': (world, of) =>
      world.reseller.accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'connection_only@2' }),
    'N5: left as it is': (world, of) =>
      ben(world).accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'connection_only@2' }),
    'N5: left as it is, once more': (world, of) =>
      ben(world).accessGrants.declineVersion(grantOf(of(firstGrant)), { level: 'connection_only@2' }),
    'N5: agreed to': (world, of) =>
      ben(world).accessGrants.acceptVersion(grantOf(of(firstGrant)), { level: 'connection_only@2' }),
    'the receipt of that': (world, of) => ben(world).accessGrants.receipt(grantOf(of(firstGrant))),
    'more, refused by the vendor': reports(about, 'failed'),
    'more, at the vendor': reports(about, 'in_effect'),
    'a version with less': publishes([]),
    'less than before, at the vendor': reports(about, 'in_effect'),
    'a version that is as the one before': publishes([]),
    [second]: asks(about, 'ben-2@mail.example.org', { level: 'manage_and_purchase' }),
    [secondGrant]: (world, of) => accepts(world, of(second), about),
    'the grant that was replaced': (world, of) => world.reseller.accessGrants.get(grantOf(of(firstGrant))),
    'the change of what is over': (world, of) =>
      world.reseller.accessGrants.lower(grantOf(of(firstGrant)), { level: 'connection_only' }),
    'both at the vendor': reports(about, 'in_effect'),
    [third]: asks(about, 'ben-3@mail.example.org'),
    'R30: accepted by the link alone, of a client with an account': (world, of) => accepts(world, of(third)),
    'R30: accepted, signed in as another': (world, of) => accepts(world, of(third), 'ada'),
    'accepted in the place of the one before': (world, of) => accepts(world, of(third), about),
    'refused by the vendor': reports(about, 'failed'),
    [fourth]: asks(about, 'ben-4@mail.example.org'),
    'taken back by the reseller': (world, of) => world.reseller.accessRequests.cancel(of(fourth).id ?? ''),
    'the link of what was taken back': async (world, of) =>
      world.holder(await world.mailed(of(fourth))).accessRequests.current(),
    'a request for the domains': asks(about, 'ben-5@mail.example.org', {
      scope: { kind: 'domains', names: ['holt.example.com'] },
    }),
    [fourthGrant]: (world, of) => accepts(world, of('a request for the domains'), about),
    'in effect again': reports(about, 'in_effect'),
    'ended by the client': (world, of) => ben(world).accessGrants.end(grantOf(of(fourthGrant))),
    'ended once more': (world, of) => world.reseller.accessGrants.end(grantOf(of(fourthGrant))),
    'the end, refused by the vendor': reports(about, 'failed'),
    'over at the vendor': reports(about, 'in_effect'),
    'all grants, by the client': (world) => ben(world).accessGrants.list({ include: ['actions'] }),
    'all that is over': (world) => world.reseller.accessGrants.list({ status: ['ended', 'failed'] }),
  },
}
