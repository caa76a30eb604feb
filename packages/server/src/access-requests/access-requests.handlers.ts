import type { accessRequests } from '@clientele/contract'
import { lockPairOf } from '../access/pair.ts'
import type { Tx } from '../database/transaction.ts'
import { requireVersion, type Call, type Handlers } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { acceptRequest } from './accept-request.ts'
import {
  lockMailbox,
  lockRequest,
  readRequest,
  revokeLinks,
  saveRequest,
  type RequestRow,
} from './access-requests.store.ts'
import { askForAnother, declineRequest, readLinked } from './answer-request.ts'
import { createRequest } from './create-request.ts'
import { listRequests } from './list-requests.ts'
import { reportDelivery } from './report-delivery.ts'
import { refuse, requireAction } from './request-actions.ts'
import { askingSettings, readFacts, type AskingSettings, type RequestFacts } from './request-facts.ts'
import { toAccessRequest } from './request-view.ts'
import { betweenMails, noStep, statusAt } from './requests.rules.ts'
import { remindOfRequest, sendRequest } from './send-request.ts'
import { recordRequest, statusChange, tellClientOfCancel } from './tell.ts'

export const accessRequestHandlers: Handlers<typeof accessRequests> = {
  list: listRequests,
  create: createRequest,

  async get(call, tx) {
    const row = await readRequest(tx, call.params.id)
    // what was never sent is no business of the client's
    if (!row || (call.caller.account.kind === 'client' && !row.sentAt)) throw notFound()
    return toAccessRequest(call, tx, row)
  },

  async send(call, tx) {
    const { row, settings, facts } = await requestToChange(call, tx)
    requireAction(call.caller, facts, 'send', call.now)
    requireVersion(call, row.version)
    const sent = await saveRequest(tx, await sendRequest(call, tx, row, settings), call.now)
    await recordRequest(tx, call, 'access_request.sent', sent, statusChange(row.status, sent.status))
    return toAccessRequest(call, tx, sent)
  },

  async resend(call, tx) {
    const { caller, input, now } = call
    const { recipientEmail, message } = input
    const change = { ...(recipientEmail && { recipientEmail }), ...(message && { message }) }
    const { before, row, settings, facts } = await requestToChange(call, tx, change)
    requireAction(caller, facts, 'resend', now)
    requireVersion(call, before.version)
    const sent = await saveRequest(tx, await sendRequest(call, tx, row, settings), now)
    const from = statusAt(before, now)
    await recordRequest(tx, call, 'access_request.resent', sent, {
      ...(from === 'pending' ? {} : statusChange(from, 'pending')),
      ...(before.recipientEmail === sent.recipientEmail
        ? {}
        : { recipientEmail: { from: before.recipientEmail, to: sent.recipientEmail } }),
      attempt: { from: before.attempts.length, to: sent.attempts.length },
    })
    return toAccessRequest(call, tx, sent)
  },

  async cancel(call, tx) {
    const { caller, now } = call
    const { row, facts } = await requestToChange(call, tx)
    requireAction(caller, facts, 'cancel', now)
    requireVersion(call, row.version)
    const canceled = await saveRequest(tx, { ...row, status: 'canceled', remindAt: null, sealedLinks: null }, now)
    await tx.asSystem(async () => {
      await revokeLinks(tx, row.id, now)
      if (reached(row)) await tellClientOfCancel(tx, call, canceled)
    })
    await recordRequest(tx, call, 'access_request.canceled', canceled, statusChange(row.status, 'canceled'))
    return toAccessRequest(call, tx, canceled)
  },

  async remind(call, tx) {
    const { caller, now } = call
    const { row, settings, facts } = await requestToChange(call, tx)
    requireAction(caller, facts, 'remind', now)
    requireVersion(call, row.version)
    const dayFromNow = new Date(now.getTime() + betweenMails)
    const reminded = await tx.asSystem(() => remindOfRequest(tx, call, row, settings, dayFromNow))
    const saved = await saveRequest(tx, { ...reminded, remindedByHandAt: now }, now)
    const changes = { remindedAt: { from: row.remindedAt.at(-1)?.toISOString() ?? null, to: now.toISOString() } }
    await recordRequest(tx, call, 'access_request.reminded', saved, changes)
    return toAccessRequest(call, tx, saved)
  },

  async reportDelivery(call, tx) {
    const row = await lockRequest(tx, call.params.id)
    if (!row) throw notFound()
    refuse(noStep(row.status, 'noteDelivery'), `The request ${row.id} was not sent.`)
    return toAccessRequest(call, tx, await reportDelivery(call, tx, row))
  },

  current: readLinked,
  accept: acceptRequest,
  decline: declineRequest,
  askAgain: askForAnother,
}

/** A request that the caller sees, locked for a change, with what decides about it once it is changed so. */
async function requestToChange(
  call: Omit<Call, 'params'> & { params: { id: string } },
  tx: Tx,
  change: Partial<Pick<RequestRow, 'recipientEmail' | 'message'>> = {},
): Promise<{ before: RequestRow; row: RequestRow; settings: AskingSettings; facts: RequestFacts }> {
  const { id } = call.params
  const seen = await readRequest(tx, id)
  if (!seen) throw notFound()
  const { clientId } = await lockPairOf(tx, seen)
  const locked = await lockRequest(tx, id)
  const before = locked && { ...locked, clientId }
  const settings = await askingSettings(tx)
  const row = before && { ...before, ...change }
  if (row) await lockMailbox(tx, { resellerId: row.resellerId, email: row.recipientEmail })
  const [facts] = row ? await tx.asSystem(() => readFacts(tx, [row], settings, call.now)) : []
  if (!row || !facts) throw notFound()
  return { before, row, settings, facts }
}

/** Whether the client has had the mail, as far as is known. */
function reached({ delivery }: RequestRow): boolean {
  return delivery === 'sent' || delivery === 'delivered' || delivery === 'opened'
}
