import type { AccessRequest, accessRequests } from '@clientele/contract'
import { levelId } from '../access-levels/access-levels.store.ts'
import { lockPairOf, readAccessClient, resellersOf, type Pair } from '../access/pair.ts'
import { requireOwnRecord } from '../accounts/client-ids.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { newId } from '../new-id.ts'
import { notFound, refuseInvalid } from '../refusal.ts'
import { resellerMeant } from '../resellers/reseller-meant.ts'
import {
  insertRequest,
  lockMailbox,
  lockPending,
  readParties,
  readRequest,
  revokeLinks,
  saveRequest,
  type RequestRow,
} from './access-requests.store.ts'
import { checkRequest, type CheckedRequest } from './check-request.ts'
import { settled } from './expire-request.ts'
import { reaches, refuse } from './request-actions.ts'
import { askingSettings, readFacts, type AskingSettings } from './request-facts.ts'
import { toAccessRequest } from './request-view.ts'
import { noAsking, noStep, statusAt } from './requests.rules.ts'
import { sendRequest } from './send-request.ts'
import { recordRequest, statusChange } from './tell.ts'

type Create = (typeof accessRequests)['create']

/** Asks a client, or keeps a draft. Checked in this order: reach, fields, then whether the client can be asked now. */
export async function createRequest(call: Call<Create>, tx: Tx): Promise<AccessRequest> {
  const { input, now } = call
  const settings = await askingSettings(tx)
  const pair = await lockPairOf(tx, await pairToAsk(call, tx))
  const { client } = await tx.asSystem(() => readParties(tx, pair))
  const checked = await tx.asSystem(() => checkRequest(tx, input, client, settings, now))
  const draft = draftOf(call, pair, checked)
  const row = input.send === false ? await keepDraft(draft, input) : await ask(call, tx, draft, settings)
  await insertRequest(tx, row)
  await recordRequest(tx, call, 'access_request.created', row, {
    ...statusChange(null, row.status),
    level: { from: null, to: levelId(checked.level) },
    ...(row.supersedesId === null ? {} : { supersedesId: { from: null, to: row.supersedesId } }),
  })
  return toAccessRequest(call, tx, row)
}

/** A client that the reseller has: its own, or one that let it in (R1). One of others is not there. */
async function pairToAsk({ input, caller }: Call<Create>, tx: Tx): Promise<Pair> {
  const resellerId = resellerMeant(caller, input.resellerId)
  const client = await readAccessClient(tx, input.clientId)
  if (!client || !reaches(caller, resellerId, 'access_requests.create')) throw notFound()
  await requireOwnRecord(tx, caller, input.clientId, client.id)
  if (!(await resellersOf(tx, client)).has(resellerId)) throw notFound()
  return { clientId: client.id, resellerId }
}

function draftOf({ input, caller, now }: Call<Create>, pair: Pair, { level, ...checked }: CheckedRequest): RequestRow {
  return {
    id: newId('arq', now),
    ...pair,
    ...checked,
    levelKey: level.key,
    levelVersion: level.version,
    recipientEmail: input.recipientEmail,
    message: input.message,
    status: 'draft',
    delivery: null,
    deliveryAt: null,
    deliveryDetail: null,
    sentAt: null,
    attempts: [],
    expiresAt: null,
    remindedAt: [],
    remindAt: null,
    remindedByHandAt: null,
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
    renewalAskedAt: null,
    supersedesId: null,
    grantId: null,
    sealedLinks: null,
    sender: actorOf(caller),
    senderEmail: caller.email,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
}

async function keepDraft(draft: RequestRow, { supersede }: Call<Create>['input']): Promise<RequestRow> {
  refuseInvalid(
    supersede === undefined
      ? []
      : [{ pointer: '/supersede', code: 'invalid_choice', detail: 'A draft takes the place of nothing. Send it.' }],
  )
  return draft
}

/** Sends it, in the place of the pending request that the caller named, if any (R34). */
async function ask(call: Call<Create>, tx: Tx, draft: RequestRow, settings: AskingSettings): Promise<RequestRow> {
  const { now } = call
  const superseded = await requestToSupersede(call, tx, draft)
  await lockMailbox(tx, { resellerId: draft.resellerId, email: draft.recipientEmail })
  const [facts] = await tx.asSystem(() => readFacts(tx, [draft], settings, now))
  if (!facts) throw notFound()
  const { pending, ...others } = facts.asking
  const isInPlaceOf = pending !== null && pending.id === superseded?.id && pending.level !== levelOf(draft)
  const why = `The client ${draft.clientId} cannot be asked now.`
  refuse(noAsking({ ...others, pending: isInPlaceOf ? null : pending }, now), why)
  if (superseded) await supersede(call, tx, superseded)
  return sendRequest(call, tx, { ...draft, supersedesId: superseded?.id ?? null }, settings)
}

async function requestToSupersede(call: Call<Create>, tx: Tx, draft: RequestRow): Promise<RequestRow | undefined> {
  const waiting = await lockPending(tx, draft)
  const pending = waiting && (await settled(tx, call, waiting))
  const id = call.input.supersede
  if (id === undefined) return undefined
  const named = pending?.id === id ? pending : await readRequest(tx, id)
  const isOfPair = named?.clientId === draft.clientId && named.resellerId === draft.resellerId
  refuseInvalid(
    isOfPair ? [] : [{ pointer: '/supersede', code: 'invalid_choice', detail: 'The client has no such request.' }],
  )
  if (!named) throw notFound()
  refuse(noStep(statusAt(named, call.now), 'supersede'), `The request ${id} is not pending any more.`)
  return named
}

async function supersede(call: Call, tx: Tx, row: RequestRow): Promise<void> {
  const { now } = call
  const over = await saveRequest(tx, { ...row, status: 'superseded', remindAt: null, sealedLinks: null }, now)
  await tx.asSystem(() => revokeLinks(tx, row.id, now))
  await recordRequest(tx, call, 'access_request.superseded', over, statusChange('pending', 'superseded'))
}

function levelOf({ levelKey, levelVersion }: RequestRow): string {
  return levelId({ key: levelKey, version: levelVersion })
}
