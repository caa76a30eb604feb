import type { accessRequests, LinkedRequest } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { actorOf } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { openMailbox } from '../mail/closed-mailboxes.ts'
import { dropMails, readParties, saveRequest } from './access-requests.store.ts'
import { noDuration } from './check-request.ts'
import { settled } from './expire-request.ts'
import { linkOf, ownMailbox, requestOfLink, requestToAnswer, toLinkedRequest } from './linked-request.ts'
import { refuse } from './request-actions.ts'
import { askingSettings } from './request-facts.ts'
import { betweenMails, noAnswer, statusAt } from './requests.rules.ts'
import { levelOf, recordRequest, tellReseller } from './tell.ts'
import { chosenAccount, mismatch, viewerOf } from './who-may-answer.ts'

/** By the link: what is asked for, and who may answer. */
export async function readLinked(call: Call, tx: Tx): Promise<LinkedRequest> {
  return tx.asSystem(async () => toLinkedRequest(call, tx, await requestOfLink(call, tx)))
}

/** The client declines. Whoever may accept may decline; for which of their accounts makes no difference. */
export async function declineRequest(call: Call<(typeof accessRequests)['decline']>, tx: Tx): Promise<LinkedRequest> {
  const { caller, now } = call
  const reason = call.input.reason ?? null
  return tx.asSystem(async () => {
    const row = await requestToAnswer(call, tx)
    refuse(noAnswer({ ...row, status: statusAt(row, now) }, 'decline'), 'The request cannot be declined any more.')
    const { client } = await readParties(tx, row)
    const viewer = await viewerOf(tx, caller, linkOf(call), client)
    chosenAccount(viewer, client, viewer.accounts[0]?.id)
    const declined = await saveRequest(
      tx,
      {
        ...row,
        status: 'declined',
        decidedAt: now,
        decidedBy: actorOf(caller),
        decisionReason: reason,
        remindAt: null,
        sealedLinks: null,
      },
      now,
    )
    await dropMails(tx, row.id)
    await recordRequest(tx, call, 'access_request.declined', declined, {
      status: { from: 'pending', to: 'declined' },
      ...(reason === null ? {} : { decisionReason: { from: null, to: reason } }),
    })
    await tellReseller(tx, call, declined, 'request_declined', (shared) => ({ ...shared, reason }))
    return toLinkedRequest(call, tx, declined)
  })
}

/**
 * The client would like to be asked again, which ends the peace that it had. So whoever asks reads the mailbox or may
 * answer: the sender has a link of its own. One click says it; more within a day say nothing new.
 */
export async function askForAnother(call: Call, tx: Tx): Promise<LinkedRequest> {
  const { caller, now } = call
  return tx.asSystem(async () => {
    const found = await requestToAnswer(call, tx)
    const { client } = await readParties(tx, found)
    const viewer = await viewerOf(tx, caller, linkOf(call), client)
    if (!linkOf(call).provesMailbox && viewer.mayAnswer !== 'yes') throw mismatch(viewer.mayAnswer, viewer.accounts)
    const row = await settled(tx, call, found)
    const { status } = await levelOf(tx, row)
    const { maxDuration } = await askingSettings(tx)
    // what cannot be accepted any more can be asked for anew, before its time is over
    const isStuck =
      row.status === 'pending' && (status === 'retired' || noDuration(row, maxDuration, now) !== undefined)
    if (!isStuck) refuse(noAnswer(row, 'askAgain'), 'The request is not over, or cannot be repeated.')
    const isNews = row.renewalAskedAt === null || now.getTime() - row.renewalAskedAt.getTime() >= betweenMails
    if (!isNews) return toLinkedRequest(call, tx, row)
    const mailbox = ownMailbox(call)
    // what was not wanted is asked for now
    if (mailbox !== null) await openMailbox(tx, call, mailbox)
    const asked = await saveRequest(tx, { ...row, renewalAskedAt: now }, now)
    const changes = { renewalAskedAt: { from: row.renewalAskedAt?.toISOString() ?? null, to: now.toISOString() } }
    await recordRequest(tx, call, 'access_request.renewal_asked', asked, changes)
    await tellReseller(tx, call, asked, 'renewal_asked', (shared) => shared)
    return toLinkedRequest(call, tx, asked)
  })
}
