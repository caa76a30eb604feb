import type { AccessAnswer, AccessQuestion, Event } from '@clientele/contract'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { clientBehind, isLinked, reachedClient } from '../accounts/client-behind.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { accessList, accessView } from './access-view.ts'
import { agree } from './agree.ts'
import { explain } from './explain.ts'
import { managedBehaviours, replaceAll } from './managed.ts'
import { pairNamed } from './pair-named.ts'
import { pairAccess, pairsOf } from './pairs.ts'
import { pauseAccess, resumeAccess } from './pause.ts'
import { lockAccess } from './lock-access.ts'
import { resellerMeant } from './reseller-meant.ts'
import { saveAccess } from './save-access.ts'
import type { Question } from './question.ts'
import { recordUse } from './use-access.ts'

type Example = { data: Event[] }

/** Rows of `access`: the client's switch, what stops it, and whether somebody may. */
export const accessBehaviours: Behaviours<'access'> = {
  ...managedBehaviours,

  list: (call) => accessList(call, reachedClient(call, call.params.id).id),

  get: (call) => accessView(pairAccess(call, pairNamed(call)), call),

  save: saveAccess,

  agree(call) {
    const access = pairAccess(call, pairNamed(call))
    requireVersion(call, access.etag)
    agree(call, access, call.store.me.account.kind === 'client' ? 'attested_by_client' : 'confirmed_by_reseller')
    return accessView(access, call)
  },

  replaceLinks(call) {
    const { caller } = call.store.me
    const access = pairAccess(call, pairNamed(call))
    // whoever does it gets the new one: a key has no mailbox, and of a person mocks know no other than the client's
    const { primaryEmail } = recordOf(call, 'clients', access.clientId)
    return replaceAll(call, access, caller.kind === 'widget_session' ? primaryEmail : null)
  },

  pause(call) {
    const { id } = reachedClient(call, call.params.id)
    for (const access of pairsOf(call, id)) pauseAccess(call, access)
    return accessList(call, id)
  },

  resume(call) {
    const { id } = reachedClient(call, call.params.id)
    for (const access of pairsOf(call, id)) resumeAccess(call, access)
    return accessList(call, id)
  },

  activity(call) {
    const { id } = reachedClient(call, call.params.id)
    const ids = [call.params.id, id]
    const { resellerId, grantId, ...query } = call.query
    const of = (events: readonly Event[]) =>
      events.filter(
        (event) =>
          ids.includes(event.clientId ?? '') &&
          isSeenBy(call, event) &&
          (resellerId === undefined || ownerOf(call, event) === resellerId) &&
          (grantId === undefined || event.grantId === grantId || event.subject.id === grantId),
      )
    const given = of(call.store.records('events')).toReversed()
    return pageOf({ ...call, query }, given.length > 0 ? given : of((call.endpoint.example.output as Example).data))
  },

  lock(call) {
    const access = pairAccess(call, pairNamed(call))
    lockAccess(call, access, call.input.clause)
    return accessView(access, call)
  },

  check: (call) => answerTo(call),

  use(call) {
    const answer = answerTo(call)
    // what it sold itself is done under no grant (R200)
    if (answer.allowed && answer.grantId !== null) recordUse(call, answer.grantId)
    return answer
  },

  explain: (call) => explain(call, asked(call)),
}

function answerTo(call: Surroundings & { input: AccessQuestion }): AccessAnswer {
  const { steps: _steps, removableBy: _removableBy, ...answer } = explain(call, asked(call))
  return answer
}

/** The client and the platform see all of it, a reseller its own part. */
function isSeenBy(call: Surroundings, event: Event): boolean {
  const { account } = call.store.me
  return account.kind !== 'reseller' || !call.store.isNamed || ownerOf(call, event) === account.id
}

/** Whose business it is: of what a test gave, that of whoever did it. */
function ownerOf({ store }: Surroundings, { id, actor }: Event): string | null {
  return store.eventOwners.get(id) ?? actor.accountId
}

/** The platform asks about everybody; a reseller and a client about themselves, and learn of no others that they exist. */
function asked(call: Surroundings & { input: AccessQuestion }): Question {
  const { account, role } = call.store.me
  const { id, kind } = account
  const { clientId, capability, subscriptionId } = call.input
  const resellerId = resellerMeant(call, call.input.resellerId)
  const isOther = (kind === 'reseller' && resellerId !== id) || (kind === 'client' && clientId !== id)
  if (isOther) throw notFound()
  const behind = call.store.find('clients', clientBehind(call, clientId))
  const isNone = !behind || !isLinked(call, behind, resellerId)
  if (isNone && kind !== 'platform') throw notFound()
  return {
    clientId: clientBehind(call, clientId),
    resellerId,
    capability,
    subscriptionId,
    role: call.input.role ?? (kind === 'reseller' ? role : undefined),
  }
}
