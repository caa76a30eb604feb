import { accepts, asks, reports } from './asking.ts'
import type { Known, Step, Walk } from './walk.ts'
import type { World } from './worlds.ts'

const about = 'ben'
const ben = ({ administrator }: World) => administrator(about)
const day = 24 * 60
const grantOf = (known: Known) => known.grantId ?? ''

const short = 'a request for ten days'
const shortGrant = 'accepted'
const going = 'a request that is put off by itself'
const goingGrant = 'accepted as well'
const unanswered = 'a request that nobody answers'

/** So many days go by, and the change feed says what came of that. */
const passes =
  (days: number): Step =>
  async (world) => {
    await world.wait(days * day)
    await world.reseller.events.list({ clientId: world.ids[about], limit: 200 })
  }
/** What comes by the clock: notices, ends, extensions, reminders, requests and suggestions that are over. */
export const timeLimits: Walk = {
  about,
  steps: {
    [short]: asks(about, 'ben-a@mail.example.org', { duration: 'P10D' }),
    [shortGrant]: (world, of) => accepts(world, of(short)),
    'in effect': reports(about, 'in_effect'),
    'N6: seven days before': passes(3),
    'a day before': passes(6),
    'the end': passes(1),
    'what is over': (world, of) => world.reseller.accessGrants.get(grantOf(of(shortGrant))),
    'ended what is over': (world, of) => ben(world).accessGrants.end(grantOf(of(shortGrant))),
    'its end is late at the vendor': passes(2),
    'over at the vendor': reports(about, 'in_effect'),
    [going]: asks(about, 'ben-b@mail.example.org', { duration: 'P10D', autoExtend: 'P5D' }),
    [goingGrant]: (world, of) => accepts(world, of(going), about),
    'the switch is late': passes(2),
    'in effect in the end': reports(about, 'in_effect'),
    'put off by itself': passes(9),
    'put off several times at once': passes(23),
    'the platform allows less': ({ platform }) => platform.settings.update({ access: { maxDuration: 'P3D' } }),
    'put off no further than that': passes(6),
    'the platform allows all again': ({ platform }) => platform.settings.update({ access: { maxDuration: null } }),
    'let run out': (world, of) => world.reseller.accessGrants.letRunOut(grantOf(of(goingGrant))),
    'put off by the client': (world, of) =>
      ben(world).accessGrants.extend(grantOf(of(goingGrant)), { duration: 'P40D' }),
    'thirty days before': passes(11),
    'all three at once, and the end': passes(60),
    [unanswered]: asks(about, 'ben-c@mail.example.org', { duration: 'P10D' }),
    'reminded by the clock': passes(4),
    'reminded again': passes(4),
    'N6: the request is over': passes(10),
    'the page of what is over': async (world, of) =>
      world.holder(await world.mailed(of(unanswered))).accessRequests.current(),
    'accepted too late': async (world, of) =>
      world.holder(await world.mailed(of(unanswered)), about).accessRequests.accept({ level: 'manage@1' }),
    'asked for again': async (world, of) =>
      world.holder(await world.mailed(of(unanswered)), about).accessRequests.askAgain(),
    'a suggestion with an end': async (world) => {
      const expiresAt = new Date(world.now().getTime() + 2 * day * 60_000).toISOString()
      await world.reseller.suggestions.create({
        clientId: world.ids[about],
        items: [{ sku: 'hosting_start' }],
        expiresAt,
      })
    },
    'a suggestion that is over before': (world) =>
      world.reseller.suggestions.create({
        clientId: world.ids[about],
        items: [{ sku: 'hosting_start' }],
        expiresAt: '2026-03-01T00:00:00.000Z',
      }),
    'the suggestion is over': passes(3),
    'all suggestions': (world) => ben(world).suggestions.list({ include: ['actions'] }),
    'bought too late': (world, of) =>
      ben(world).suggestions.answer(of('a suggestion with an end').id ?? '', { buy: ['hosting_start'] }),
  },
}
