import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../testing/test-clock.ts'
import {
  after,
  isNews,
  nextReminder,
  noAnswer,
  noAsking,
  noReminder,
  noStep,
  requestSteps,
  statusAt,
  type AskingFacts,
  type Reminding,
  type RequestStatus,
  type RequestStep,
} from './requests.rules.ts'

const now = new Date('2026-03-01T09:00:00.000Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * day)

describe('SM2: every step from every status', () => {
  // as the model draws it; what is not here is refused
  const table: Record<RequestStatus, Partial<Record<RequestStep, RequestStatus>>> = {
    draft: { send: 'pending', cancel: 'canceled' },
    pending: {
      resend: 'pending',
      remind: 'pending',
      cancel: 'canceled',
      accept: 'accepted',
      decline: 'declined',
      expire: 'expired',
      supersede: 'superseded',
      noteDelivery: 'pending',
    },
    declined: { resend: 'pending', askAgain: 'declined', noteDelivery: 'declined' },
    expired: { resend: 'pending', askAgain: 'expired', noteDelivery: 'expired' },
    accepted: { noteDelivery: 'accepted' },
    canceled: { noteDelivery: 'canceled' },
    superseded: { noteDelivery: 'superseded' },
  }
  const statuses = Object.keys(table) as RequestStatus[]
  const pairs = statuses.flatMap((status) => requestSteps.map((step) => [status, step] as const))

  test.each(pairs)('%s, %s', (status, step) => {
    const to = table[status][step]
    const allowed = (['send', 'resend', 'cancel', 'remind'] as const).filter((action) => table[status][action])
    const no = { code: 'invalid_state_transition', data: { state: status, allowed } }
    expect(after(status, step)).toBe(to)
    expect(noStep(status, step)).toEqual(to === undefined ? no : undefined)
  })

  test('a link says of what is over whether more can be asked for', () => {
    const expiresAt = daysAgo(1)
    const of = (status: RequestStatus) => noAnswer({ status, expiresAt }, 'accept')?.code
    expect(statuses.map((status) => [status, of(status)])).toEqual([
      ['draft', 'access_request_not_pending'],
      ['pending', undefined],
      ['declined', 'access_request_not_pending'],
      ['expired', 'access_request_expired'],
      ['accepted', 'access_request_not_pending'],
      ['canceled', 'access_request_not_pending'],
      ['superseded', 'access_request_not_pending'],
    ])
    expect(noAnswer({ status: 'expired', expiresAt }, 'accept')?.data).toEqual({ expiredAt: expiresAt.toISOString() })
  })

  test('no walk leaves a status that is final, and only a pending request is ever accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...requestSteps), { maxLength: 30 }), (steps) => {
        const walk: RequestStatus[] = ['draft']
        for (const step of steps) walk.push(after(walk.at(-1) ?? 'draft', step) ?? (walk.at(-1) as RequestStatus))
        const moves = walk.slice(1).map((to, place) => ({ from: walk[place], to }))
        const changes = moves.filter(({ from, to }) => from !== to)
        expect(changes.filter(({ from }) => ['accepted', 'canceled', 'superseded'].includes(String(from)))).toEqual([])
        expect(changes.filter(({ from, to }) => to === 'accepted' && from !== 'pending')).toEqual([])
      }),
    )
  })

  test('the clock says that time is over, whether or not it was written down', () => {
    expect(statusAt({ status: 'pending', expiresAt: now }, now)).toBe('expired')
    expect(statusAt({ status: 'pending', expiresAt: new Date(now.getTime() + 1) }, now)).toBe('pending')
    expect(statusAt({ status: 'accepted', expiresAt: daysAgo(1) }, now)).toBe('accepted')
    expect(statusAt({ status: 'draft', expiresAt: null }, now)).toBe('draft')
  })
})

describe('asking', () => {
  const free: AskingFacts = {
    client: { id: 'acc_1', status: 'active', isLinked: true },
    resellerId: 'acc_2',
    hasPage: true,
    level: { isRetired: false, newest: 'manage@1' },
    noDuration: undefined,
    pending: null,
    attempts: [],
    mailboxAttempts: [],
    maxAttempts: 3,
    declinedAt: null,
    recipient: { email: 'a@b.example', hasBounced: false },
  }
  const pending = { id: 'arq_1', level: 'manage@1' }

  test.each<[string, Partial<AskingFacts>, object | undefined]>([
    ['nothing in the way', {}, undefined],
    ['no link', { client: { ...free.client, isLinked: false } }, { code: 'link_missing' }],
    ['a closed client', { client: { ...free.client, status: 'closed' } }, { code: 'invalid_state_transition' }],
    ['no page for the link', { hasPage: false }, { code: 'setting_missing', data: { setting: 'links.requestUrl' } }],
    [
      'a retired level',
      { level: { isRetired: true, newest: 'manage@2' } },
      { code: 'level_version_retired', data: { level: 'manage@2' } },
    ],
    [
      'for longer than there is by now',
      { noDuration: { code: 'duration_not_allowed', data: { max: 'P30D' } } },
      { code: 'duration_not_allowed', data: { max: 'P30D' } },
    ],
    [
      'R34: one pending',
      { pending },
      { code: 'access_request_pending', data: { requestId: 'arq_1', level: 'manage@1' } },
    ],
    [
      'declined within a week',
      { declinedAt: daysAgo(6) },
      { code: 'declined_recently', data: { until: new Date(now.getTime() + day).toISOString() } },
    ],
    ['declined a week ago', { declinedAt: daysAgo(7) }, undefined],
    ['one attempt left', { attempts: [daysAgo(9), daysAgo(2)] }, undefined],
    [
      'none left: the oldest has to grow old',
      { attempts: [daysAgo(9), daysAgo(2), daysAgo(1)] },
      { code: 'access_request_attempts_exhausted', data: { max: 3, nextAt: daysAgo(9 - 30).toISOString() } },
    ],
    [
      'more than there may be, since the limit was lowered',
      { maxAttempts: 1, attempts: [daysAgo(9), daysAgo(2), daysAgo(1)] },
      { code: 'access_request_attempts_exhausted', data: { max: 1, nextAt: daysAgo(1 - 30).toISOString() } },
    ],
    [
      'none left to the mailbox',
      { attempts: [daysAgo(9)], mailboxAttempts: [daysAgo(8), daysAgo(2), daysAgo(1)] },
      { code: 'access_request_attempts_exhausted', data: { max: 3, nextAt: daysAgo(8 - 30).toISOString() } },
    ],
    [
      'none left to either',
      {
        attempts: [daysAgo(4), daysAgo(2), daysAgo(1)],
        mailboxAttempts: [daysAgo(9), daysAgo(4), daysAgo(2), daysAgo(1)],
      },
      { code: 'access_request_attempts_exhausted', data: { max: 3, nextAt: daysAgo(4 - 30).toISOString() } },
    ],
    [
      'an address that mail came back from',
      { recipient: { email: 'a@b.example', hasBounced: true } },
      { code: 'recipient_bounced', data: { email: 'a@b.example' } },
    ],
  ])('%s', (_, facts, no) => {
    expect([noAsking({ ...free, ...facts }, now)]).toMatchObject([no])
  })

  test('at the moment that a refusal names, it is over', () => {
    const times = fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 12 })
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 10 }),
        fc.option(fc.integer({ min: 0, max: 10 })),
        (ago, max, declined) => {
          const attempts = ago.toSorted((a, b) => b - a).map(daysAgo)
          const facts = {
            ...free,
            attempts,
            maxAttempts: max,
            declinedAt: declined === null ? null : daysAgo(declined),
          }
          const no = noAsking(facts, now)
          if (!no) return
          const at = new Date(String(Object.values(no.data as object).at(-1)))
          const counted = attempts.filter((attempt) => attempt.getTime() > at.getTime() - 30 * day)
          expect(noAsking({ ...facts, attempts: counted }, at)?.code).not.toBe(no.code)
        },
      ),
    )
  })
})

describe('reminders', () => {
  const request: Reminding = {
    delivery: 'sent',
    recipientEmail: 'a@b.example',
    sentAt: daysAgo(2),
    expiresAt: daysAgo(-12),
    remindedAt: [],
    remindedByHandAt: null,
  }

  test.each<[Partial<Reminding>, string | undefined]>([
    [{}, undefined],
    [{ delivery: 'bounced' }, 'recipient_bounced'],
    [{ delivery: 'complained' }, 'recipient_bounced'],
    [{ sentAt: daysAgo(0.5) }, 'access_request_attempts_exhausted'],
    [{ remindedAt: [daysAgo(1.5), daysAgo(0.5)] }, 'access_request_attempts_exhausted'],
    [{ remindedAt: [daysAgo(1)] }, undefined],
    [{ remindedAt: [daysAgo(1)], remindedByHandAt: daysAgo(1) }, 'access_request_attempts_exhausted'],
    [{ remindedByHandAt: daysAgo(3) }, undefined],
  ])('%j', (facts, code) => {
    expect(noReminder({ ...request, ...facts }, now)?.code).toBe(code)
  })

  test('the next is the first that is ahead, and none comes after the end', () => {
    const moments = [daysAgo(-10), daysAgo(-3), daysAgo(-20)]
    expect(nextReminder(moments, now, daysAgo(-14))).toEqual(daysAgo(-3))
    expect(nextReminder(moments, daysAgo(-3), daysAgo(-14))).toEqual(daysAgo(-10))
    expect(nextReminder(moments, daysAgo(-10), daysAgo(-14))).toBeNull()
    expect(nextReminder([], now, daysAgo(-14))).toBeNull()
  })
})

test('what is heard of a mail late or twice takes nothing back', () => {
  expect(isNews(null, 'sent')).toBe(true)
  expect(isNews('queued', 'sent')).toBe(true)
  expect(isNews('opened', 'delivered')).toBe(false)
  expect(isNews('delivered', 'delivered')).toBe(false)
  expect(isNews('delivered', 'bounced')).toBe(true)
  expect(isNews('bounced', 'opened')).toBe(false)
})
