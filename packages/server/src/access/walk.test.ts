import type { AccessRequest } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  allowed,
  arrive,
  blankSheet,
  isLeftAlone,
  livesAt,
  mostAsked,
  tick,
  turn,
  waitsAt,
  type Sheet,
} from '../testing/access-paper.ts'
import { asking, byLink, setPages, tokenIn } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { carriedOut } from '../testing/granting.ts'
import { day } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const platform = await openTestPlatform({ rateLimits: { general: 1_000_000, check: 1_000_000 } })
const { admin, north, south, clock, server, key, sql } = platform
const resellers = { north, south }

beforeAll(async () => {
  await setPages(platform)
  await admin.settings.update({ access: { requestMaxAttempts: mostAsked } })
})

const level = fc.constantFrom('manage', 'manage_and_purchase')
const days = fc.constantFrom(null, 20)
const who = fc.constantFrom('north' as const, 'north' as const, 'south' as const)
const does = <D extends string>(...names: D[]) => fc.constantFrom(...names)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: does('consent'), who, level, days }) },
  { weight: 5, arbitrary: fc.record({ does: does('carry out') }) },
  { weight: 2, arbitrary: fc.record({ does: does('ask'), who, level, days, supersedes: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: does('resend', 'cancel', 'decline', 'accept', 'accept by an old link'), who }),
  },
  { weight: 2, arbitrary: fc.record({ does: does('on', 'off'), who }) },
  { weight: 1, arbitrary: fc.record({ does: does('pause', 'resume') }) },
  { weight: 3, arbitrary: fc.record({ does: does('tick'), who, says: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: does('untick', 'agree'), who }) },
  { weight: 3, arbitrary: fc.record({ does: does('end', 'give back', 'lower', 'extend'), who }) },
  { weight: 3, arbitrary: fc.record({ does: does('wait'), days: fc.constantFrom(1, 12, 30), runs: fc.boolean() }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Who = keyof typeof resellers

/** However few walks there is time for, this is one of them. */
const throughAllDoors: Step[] = [
  { does: 'carry out' },
  { does: 'tick', who: 'north', says: true },
  { does: 'consent', who: 'south', level: 'manage', days: 20 },
  { does: 'carry out' },
  { does: 'wait', days: 30, runs: false },
  { does: 'off', who: 'north' },
]

/** Every answer that was given on the way, and what was done: walks that meet only closed doors prove nothing. */
const met = new Set<string>()

test('no sequence of calls gives access without a consent that lives, and off always wins at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 4, maxLength: 16 }), async (beginsOn, steps) => {
      const walk = await begin(beginsOn)
      await walk.compare()
      for (const one of steps) {
        await walk.take(one)
        await walk.compare()
      }
    }),
    // each call takes its time: on a busy machine there are fewer walks, and one that fails is told as it is
    { numRuns: 20, interruptAfterTimeLimit: 30_000, endOnFailure: true, examples: [[true, throughAllDoors]] },
  )
  const doors = ['yes', 'access_switch_off', 'propagation_pending', 'grant_ended', 'asked', 'accepted', 'ticked']
  expect([...met]).toEqual(expect.arrayContaining(doors))
}, 90_000)

/** A client of north that has let in south beside, with a subscription that neither of them sold. */
async function begin(beginsOn: boolean) {
  // R202: where the platform begins with access on, that is what stands for the consent
  const preset = beginsOn
    ? ({ preset: 'managed_on', autoLevel: 'manage' } as const)
    : { preset: 'consent_first' as const }
  await admin.settings.update({ access: preset })
  const { id } = await north.owner.clients.create(quick())
  await admin.clients.setPaymentMethod(id, { onFile: true })
  await sql(
    `insert into links (id, reseller_id, client_id, kind, origin, status, since)
     values ('lnk_' || $2, $1, $2, 'secondary', 'created', 'active', now())`,
    [south.id, id],
  )
  const direct = await admin.subscriptions.record({ clientId: id, sku: 'hosting_pro', seats: 1 })
  const itself = await key(id, 'client_admin')
  const sheets = { north: blankSheet(), south: blankSheet() }
  const requests: Partial<Record<Who, AccessRequest>> = {}
  const links: Record<Who, string[]> = { north: [], south: [] }
  const grants: Partial<Record<Who, string>> = {}
  const now = () => clock.now().getTime()
  const pairOf = (reseller: Who) => ({ id, resellerId: resellers[reseller].id })

  if (beginsOn) {
    sheets.north.products = { buys: false, endsAt: Infinity, isSeen: false }
    turn(sheets.north, { wanted: true })
    grants.north = (await itself.accessGrants.list({ clientId: id })).data[0]?.id ?? ''
  }

  /** Whether it was done; refused is as good, anything else is not. */
  async function done(what: string, call: PromiseLike<unknown>): Promise<boolean> {
    try {
      await call
      met.add(what)
      return true
    } catch (error) {
      if (isApiError(error) && error.status < 500) return false
      throw error
    }
  }

  const asked = (reseller: Who, call: PromiseLike<AccessRequest>) =>
    done(
      'asked',
      Promise.resolve(call).then((request) => {
        requests[reseller] = request
        links[reseller].push(tokenIn(request.copyableLink))
      }),
    )

  async function ask(reseller: Who, wanted: string, length: number | null, supersedes: boolean): Promise<void> {
    const sheet = sheets[reseller]
    const isWaiting = waitsAt(sheet, now())
    const takesPlace = supersedes && isWaiting && sheet.request?.level !== wanted
    const expected = (!isWaiting || takesPlace) && !isLeftAlone(sheet, now())
    const input = asking(id, {
      recipientEmail: `${reseller}-${id.toLowerCase()}@mail.example.org`,
      level: wanted,
      duration: length === null ? null : `P${length}D`,
      ...(takesPlace && { supersede: requests[reseller]?.id ?? '' }),
    })
    expect(await asked(reseller, resellers[reseller].owner.accessRequests.create(input))).toBe(expected)
    if (expected) wait(sheet, { level: wanted, days: length })
  }

  /** The client has a request in its mailbox. */
  function wait(sheet: Sheet, request: Pick<NonNullable<Sheet['request']>, 'level' | 'days'>): void {
    sheet.request = { ...request, status: 'pending', expiresAt: now() + 14 * day }
    sheet.asked.push(now())
  }

  async function accept(reseller: Who, link: string | undefined, isNewest: boolean): Promise<void> {
    const sheet = sheets[reseller]
    const { request } = sheet
    if (link === undefined || !request) return
    const holder = byLink(platform, link, { token: itself.secret, origin: 'https://panel.example.com' })
    const accepting = Promise.resolve(holder.accessRequests.accept({ level: `${request.level}@1` }))
    const granting = accepting.then(({ grantId }) => {
      grants[reseller] = grantId
    })
    const isDone = await done('accepted', granting)
    expect(isDone).toBe(isNewest && waitsAt(sheet, now()))
    if (!isDone) return
    const endsAt = request.days === null ? Infinity : now() + request.days * day
    sheet.products = { buys: request.level === 'manage_and_purchase', endsAt, isSeen: false }
    request.status = 'over'
    turn(sheet, { wanted: true, paused: false })
  }

  async function resend(reseller: Who): Promise<void> {
    const [sheet, request] = [sheets[reseller], requests[reseller]]
    if (!request || !sheet.request) return
    const expected = sheet.request.status !== 'over' && !isLeftAlone(sheet, now())
    expect(await asked(reseller, resellers[reseller].owner.accessRequests.resend(request.id, {}))).toBe(expected)
    if (expected) wait(sheet, sheet.request)
  }

  /** The sender takes it back, or the client says no. */
  async function drop(reseller: Who, how: 'cancel' | 'decline'): Promise<void> {
    const [sheet, request] = [sheets[reseller], requests[reseller]]
    if (!request || !sheet.request) return
    const session = { token: itself.secret, origin: 'https://panel.example.com' }
    const calls = {
      cancel: () => resellers[reseller].owner.accessRequests.cancel(request.id),
      decline: () => byLink(platform, links[reseller].at(-1) ?? '', session).accessRequests.decline({}),
    }
    const isDone = await done(how, calls[how]())
    expect(isDone).toBe(waitsAt(sheet, now()))
    if (!isDone) return
    sheet.request.status = how === 'decline' ? 'declined' : 'over'
    if (how === 'decline') sheet.declinedAt = now()
  }

  /** Something about what the client agreed to: possible as long as it lives, whether or not the clock came round. */
  async function change(reseller: Who, what: 'end' | 'give back' | 'lower' | 'extend'): Promise<void> {
    const sheet = sheets[reseller]
    const grantId = grants[reseller]
    if (grantId === undefined) return
    const { products } = sheet
    const isAlive = livesAt(sheet, now())
    const calls = {
      end: () => itself.accessGrants.end(grantId),
      'give back': () => resellers[reseller].owner.accessGrants.end(grantId),
      lower: () => resellers[reseller].owner.accessGrants.lower(grantId, { level: 'manage' }),
      extend: () => itself.accessGrants.extend(grantId, { duration: 'P2Y' }),
    }
    const possible = {
      end: isAlive,
      'give back': isAlive,
      lower: isAlive && products?.buys === true,
      extend: isAlive && products !== undefined && products.endsAt < now() + 730 * day,
    }
    const isDone = await done(what, calls[what]())
    expect([what, isDone]).toEqual([what, possible[what]])
    if (!isDone || !products) return
    if (what === 'lower') products.buys = false
    else if (what === 'extend') products.endsAt = now() + 730 * day
    else sheet.products = undefined
  }

  async function take(one: Step): Promise<void> {
    switch (one.does) {
      case 'consent':
        await ask(one.who, one.level, one.days, false)
        return accept(one.who, links[one.who].at(-1), true)
      case 'ask':
        return ask(one.who, one.level, one.days, one.supersedes)
      case 'accept':
        return accept(one.who, links[one.who].at(-1), true)
      case 'accept by an old link':
        return accept(one.who, links[one.who].at(-2), false)
      case 'resend':
        return resend(one.who)
      case 'cancel':
      case 'decline':
        return drop(one.who, one.does)
      case 'carry out':
        await carriedOut(platform, id)
        return Object.values(sheets).forEach(arrive)
      case 'on':
      case 'off':
        await itself.access.save(pairOf(one.who), { allow: one.does === 'on' })
        return turn(sheets[one.who], { wanted: one.does === 'on' })
      case 'pause':
      case 'resume':
        await itself.access[one.does](id)
        for (const sheet of Object.values(sheets)) {
          if (one.does === 'resume' || sheet.wanted) turn(sheet, { paused: one.does === 'pause' })
        }
        return
      case 'tick': {
        const sheet = sheets[one.who]
        const input = { allow: true, direct: [direct.id], ...(one.says && { resellerHasAgreed: true as const }) }
        const isDone = await done('ticked', itself.access.save(pairOf(one.who), input))
        expect(isDone).toBe(one.says || sheet.hasAgreed || sheet.tick.wanted)
        if (!isDone) return
        sheet.hasAgreed ||= one.says
        turn(sheet, { wanted: true })
        return tick(sheet, true)
      }
      case 'untick':
        await itself.access.save(pairOf(one.who), { allow: sheets[one.who].wanted, direct: [] })
        return tick(sheets[one.who], false)
      case 'agree':
        await resellers[one.who].owner.access.agree(pairOf(one.who))
        sheets[one.who].hasAgreed = true
        return
      case 'wait':
        clock.move(one.days * day)
        if (one.runs) await server.runDue()
        return
      default:
        return change(one.who, one.does)
    }
  }

  async function compare(): Promise<void> {
    for (const [name, sheet] of Object.entries(sheets)) {
      const { owner } = resellers[name as Who]
      const may = async (capability: string, subscriptionId?: string) => {
        const answer = await owner.access.check({ clientId: id, capability, ...(subscriptionId && { subscriptionId }) })
        met.add(answer.code ?? 'yes')
        // off is the first that is said, whatever else is in the way
        expect(sheet.wanted || answer.code === 'access_switch_off').toBe(true)
        return answer.allowed
      }
      const answered = {
        manage: await may('products.manage'),
        purchase: await may('products.purchase'),
        usersOfTicked: await may('console.users', direct.id),
      }
      expect([name, answered]).toEqual([name, allowed(sheet, now())])
    }
  }

  return { take, compare }
}
