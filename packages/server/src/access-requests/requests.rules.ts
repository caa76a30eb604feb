import type { AccessRequest, ErrorCode, ErrorData } from '@clientele/contract'
import { accessRequestActions } from '@clientele/contract/schemas'

export type RequestStatus = AccessRequest['status']

/** What can happen to a request: by its sender, by the client, by the clock, by a newer request, by the mail service. */
export const requestSteps = [
  ...accessRequestActions,
  'accept',
  'decline',
  'askAgain',
  'expire',
  'supersede',
  'noteDelivery',
] as const
export type RequestStep = (typeof requestSteps)[number]

/** SM2: status → step → the status after it. What is not here cannot be done. */
const machine: Readonly<Record<RequestStatus, Partial<Record<RequestStep, RequestStatus>>>> = {
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

/** A “no” as data: the code and data that a call is refused with, and that `actions` show before. */
export type No = { [C in ErrorCode]: { code: C; data: ErrorData[C] } }[ErrorCode]

/** Where a step leads, or `undefined` where it cannot be done. */
export function after(status: RequestStatus, step: RequestStep): RequestStatus | undefined {
  return machine[status][step]
}

/** Why the sender, or whoever else calls by the request's id, cannot do a step now. */
export function noStep(status: RequestStatus, step: RequestStep): No | undefined {
  if (after(status, step) !== undefined) return undefined
  const allowed = accessRequestActions.filter((action) => after(status, action) !== undefined)
  return { code: 'invalid_state_transition', data: { state: status, allowed } }
}

/** The same for who answers by a link: what matters to them is that it is over, and whether they can ask for more. */
export function noAnswer({ status, expiresAt }: Timed, step: 'accept' | 'decline' | 'askAgain'): No | undefined {
  if (after(status, step) !== undefined) return undefined
  if (status === 'expired' && expiresAt) {
    return { code: 'access_request_expired', data: { expiredAt: expiresAt.toISOString() } }
  }
  return { code: 'access_request_not_pending', data: { state: status } }
}

interface Timed {
  status: RequestStatus
  expiresAt: Date | null
}

/** The status as it is now: a request whose time is over has expired, whether or not that has been written down yet. */
export function statusAt({ status, expiresAt }: Timed, now: Date): RequestStatus {
  return status === 'pending' && expiresAt !== null && expiresAt <= now ? 'expired' : status
}

const day = 86_400_000
/** Attempts are counted over this time. */
export const attemptsCountFor = 30 * day
/** A client that declined is left in peace so long, unless it asks itself. */
const peaceAfterDecline = 7 * day
/** Between two mails about the same, where nothing is new. */
export const betweenMails = day

/** What is to be known before a client is asked, for the first time or again. */
export interface AskingFacts {
  client: { status: string; isLinked: boolean; id: string }
  resellerId: string
  /** The host's page that the link in the mail leads to is known. */
  hasPage: boolean
  /** `newest`: what the level is offered as today, if it still is. */
  level: { isRetired: boolean; newest: string | null }
  /** It is asked for longer than the platform allows by now. */
  noDuration: No | undefined
  /** Another request of this reseller that the client has to answer. */
  pending: { id: string; level: string } | null
  /** When the client was asked within the time that counts, oldest first. */
  attempts: readonly Date[]
  /** The same to the one mailbox, whichever clients it was asked for: adding more of them makes no more mails. */
  mailboxAttempts: readonly Date[]
  maxAttempts: number
  /** By the client, or by whoever reads the mailbox, where they have not asked to be asked again since. */
  declinedAt: Date | null
  recipient: { email: string; hasBounced: boolean }
}

/** Why the client cannot be asked now (R34, model 5.4 SM2). The order is that of the chance to do something about it. */
export function noAsking(facts: AskingFacts, now: Date): No | undefined {
  const { client, resellerId, level, pending, maxAttempts } = facts
  if (!client.isLinked) return { code: 'link_missing', data: { clientId: client.id, resellerId } }
  if (client.status !== 'active') {
    return { code: 'invalid_state_transition', data: { state: client.status, allowed: [] } }
  }
  if (!facts.hasPage) return noPage
  if (level.isRetired) return { code: 'level_version_retired', data: { level: level.newest } }
  if (facts.noDuration) return facts.noDuration
  if (pending) return { code: 'access_request_pending', data: { requestId: pending.id, level: pending.level } }
  const until = facts.declinedAt && new Date(facts.declinedAt.getTime() + peaceAfterDecline)
  if (until && until > now) return { code: 'declined_recently', data: { until: until.toISOString() } }
  if (attemptsLeft(facts) === 0) {
    return {
      code: 'access_request_attempts_exhausted',
      data: { max: maxAttempts, nextAt: nextAttempt(facts).toISOString() },
    }
  }
  return noMailbox(facts)
}

/** What is sent there would come back, or is not wanted. */
export function noMailbox({ recipient }: Pick<AskingFacts, 'recipient'>): No | undefined {
  return recipient.hasBounced ? { code: 'recipient_bounced', data: { email: recipient.email } } : undefined
}

/** A mail that leads nowhere helps nobody. */
export const noPage: No = { code: 'setting_missing', data: { setting: 'links.requestUrl' } }

type Attempts = Pick<AskingFacts, 'attempts' | 'mailboxAttempts' | 'maxAttempts'>

/** How often the client, and whoever reads the mailbox, can be asked before the oldest attempt has grown old. */
export function attemptsLeft({ attempts, mailboxAttempts, maxAttempts }: Attempts): number {
  return Math.max(0, maxAttempts - Math.max(attempts.length, mailboxAttempts.length))
}

/** When so many attempts have grown old that one more fits. */
function nextAttempt({ attempts, mailboxAttempts, maxAttempts }: Attempts): Date {
  const leaving = [attempts, mailboxAttempts].map((made) => made[made.length - maxAttempts]?.getTime() ?? 0)
  return new Date(Math.max(...leaving) + attemptsCountFor)
}

/** What is to be known before a client is reminded by hand. */
export interface Reminding {
  delivery: string | null
  recipientEmail: string
  sentAt: Date | null
  expiresAt: Date | null
  remindedAt: readonly Date[]
  /** When somebody did so, apart from the clock. */
  remindedByHandAt: Date | null
}

/** Why the client cannot be reminded now: once for each time it was asked, and not on the day of another mail about it. */
export function noReminder(request: Reminding, now: Date): No | undefined {
  const { delivery, recipientEmail, sentAt, expiresAt, remindedAt, remindedByHandAt } = request
  if (isUndeliverable(delivery)) return { code: 'recipient_bounced', data: { email: recipientEmail } }
  const lastMail = Math.max(...[sentAt, ...remindedAt].map((at) => at?.getTime() ?? 0))
  const isUsed = remindedByHandAt !== null && sentAt !== null && remindedByHandAt >= sentAt
  const nextAt = isUsed && expiresAt ? expiresAt : new Date(lastMail + betweenMails)
  if (nextAt <= now) return undefined
  return { code: 'access_request_attempts_exhausted', data: { max: 1, nextAt: nextAt.toISOString() } }
}

/** Whether mail to the recipient is no use, or not wanted: no reminders then. */
export function isUndeliverable(delivery: string | null): delivery is 'bounced' | 'complained' {
  return delivery === 'bounced' || delivery === 'complained'
}

/** Facts about one mail come late and twice: none takes back what a later one said. */
const deliveries = ['queued', 'sent', 'delivered', 'opened', 'bounced', 'complained'] as const
export type Delivery = (typeof deliveries)[number]

export function isNews(known: Delivery | null, heard: Delivery): boolean {
  return known === null || deliveries.indexOf(heard) > deliveries.indexOf(known)
}

/** The next of the reminders, given as moments: after `from` and before the request is over. */
export function nextReminder(moments: readonly Date[], from: Date, expiresAt: Date): Date | null {
  const ahead = moments.filter((moment) => moment > from && moment < expiresAt)
  return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}
