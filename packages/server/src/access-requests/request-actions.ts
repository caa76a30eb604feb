import { accessRequests, reachOf, type AccessRequestAction, type ActionState } from '@clientele/contract'
import { accessRequestActions } from '@clientele/contract/schemas'
import type { Caller } from '../auth/caller.ts'
import { Refusal } from '../refusal.ts'
import { withRemedy } from '../remedy.ts'
import type { RequestFacts } from './request-facts.ts'
import { noAsking, noMailbox, noPage, noReminder, noStep, statusAt, type No } from './requests.rules.ts'

/** What this caller may do with this request now, and for what they may not, why. Handlers refuse by the same answer. */
export function actionsOn(caller: Caller, facts: RequestFacts, now: Date): Record<AccessRequestAction, ActionState> {
  const states = accessRequestActions.map((action): [AccessRequestAction, ActionState] => {
    const no = noAction(caller, facts, action, now)
    return [action, no ? { allowed: false, code: no.code, ...(no.data && { data: no.data }) } : { allowed: true }]
  })
  return Object.fromEntries(states) as Record<AccessRequestAction, ActionState>
}

/** Refuses what {@link actionsOn} says is not allowed, with the same code and data. */
export function requireAction(caller: Caller, facts: RequestFacts, action: AccessRequestAction, now: Date): void {
  refuse(noAction(caller, facts, action, now), `${action} cannot be done with request ${facts.row.id} now.`)
}

/** Throws a “no” as a refusal. `what` could not be done; why is added. */
export function refuse(no: No | undefined, what: string): void {
  if (no) throw new Refusal(no.code, withRemedy(what, no.code, no.data), { data: no.data as never })
}

function noAction(caller: Caller, facts: RequestFacts, action: AccessRequestAction, now: Date): No | undefined {
  const right = accessRequests[action].right
  if (!right || !reaches(caller, facts.row.resellerId, right)) {
    return { code: 'permission_denied', data: { right: right ?? action } }
  }
  const status = statusAt(facts.row, now)
  return noStep(status, action) ?? special[action]?.(facts, now)
}

/** What an action asks for besides the status. */
const special: Partial<Record<AccessRequestAction, (facts: RequestFacts, now: Date) => No | undefined>> = {
  send: ({ asking }, now) => noAsking(asking, now),
  resend: ({ asking }, now) => noAsking(asking, now),
  remind: ({ row, asking }, now) => (asking.hasPage ? (noMailbox(asking) ?? noReminder(row, now)) : noPage),
}

/** Whether the caller acts for the reseller of a request under a right. */
export function reaches(caller: Caller, resellerId: string, right: Parameters<typeof reachOf>[1]): boolean {
  const reach = reachOf(caller.role, right)
  if (reach === undefined || reach === 'self') return false
  return reach === 'all' || resellerId === caller.account.id
}
