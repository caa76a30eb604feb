import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { later } from '../later.ts'
import { isSameTree, mailboxIn } from './mailbox.ts'

/** Who is asked by whom, and where. */
export type Asked = Pick<AccessRequest, 'client' | 'reseller' | 'recipientEmail'>

/** Attempts are counted over this time. */
const counted = 'P30D'

/**
 * How often the client can be asked still, and when once more where it cannot: counted for the pair, so that a new request
 * does not go around it, and for the mailbox, whichever clients it stands for.
 */
export function attemptsOf(call: Surroundings, asked: Asked): { max: number; left: number; nextAt: string } {
  const { store, now } = call
  const { requestMaxAttempts: max } = store.single('settings').access
  const since = later(now, counted, -1)
  const made = store.askings.filter(({ at }) => at > since)
  const ofPair = made.filter((one) => one.clientId === asked.client.id && one.resellerId === asked.reseller.id)
  const ofMailbox = made.filter(
    (one) => one.mailbox === mailboxIn(asked.recipientEmail) && isSameTree(call, one.resellerId, asked.reseller.id),
  )
  const before = Array.from({ length: askedBefore(call, asked) }, () => now.toISOString())
  const lists = [[...before, ...ofPair.map(({ at }) => at)].toSorted(), ofMailbox.map(({ at }) => at).toSorted()]
  const left = Math.max(0, max - Math.max(...lists.map(({ length }) => length)))
  const leaving = lists.flatMap((times) => times[times.length - max] ?? []).toSorted()
  return { max, left, nextAt: later(new Date(leaving.at(-1) ?? now), counted) }
}

/** Notes that the client is asked now. */
export function noteAttempt(call: Surroundings, asked: Asked): void {
  askedBefore(call, asked)
  call.store.askings.push({
    clientId: asked.client.id,
    resellerId: asked.reseller.id,
    mailbox: mailboxIn(asked.recipientEmail),
    at: call.now.toISOString(),
  })
}

/** How often a test says that it was: by the last request it gave. */
function askedBefore({ store }: Surroundings, { client, reseller }: Asked): number {
  const pair = `${client.id} ${reseller.id}`
  const given = store
    .records('accessRequests')
    .findLast((one) => one.client.id === client.id && one.reseller.id === reseller.id && !store.timed.has(one))
  const { requestMaxAttempts: max } = store.single('settings').access
  const known = store.askedBefore.get(pair) ?? (given ? Math.max(0, max - given.attemptsLeft) : 0)
  store.askedBefore.set(pair, known)
  return known
}
