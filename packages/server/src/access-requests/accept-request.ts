import type { accessRequests, AcceptedRequest } from '@clientele/contract'
import { grantAccess } from '../access-grants/grant-access.ts'
import { issueReceipt } from '../access-grants/issue-receipt.ts'
import { requireManagedIdentity } from '../access/identity.rules.ts'
import { lockPair } from '../access/pair.ts'
import { holdLevel, levelId, readLevel, type LevelRow } from '../access-levels/access-levels.store.ts'
import type { Tx } from '../database/transaction.ts'
import { actorOf } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { Refusal, refuseInvalid } from '../refusal.ts'
import { accessSettings, readSettings } from '../settings/settings.store.ts'
import { dropMails, readParties, saveRequest, type RequestRow } from './access-requests.store.ts'
import { bindClient } from './bind-client.ts'
import { noDuration } from './check-request.ts'
import { confirmAccepted } from './confirm-accepted.ts'
import { linkOf, requestToAnswer, toLinkedRequest } from './linked-request.ts'
import { refuse } from './request-actions.ts'
import { noAnswer, statusAt } from './requests.rules.ts'
import { recordRequest } from './tell.ts'
import { chosenAccount, viewerOf } from './who-may-answer.ts'

type Accept = (typeof accessRequests)['accept']

/**
 * The client accepts: the account that is meant is joined to the one that was asked, the reseller gets its link and its
 * grant, the switch goes on, both sides get their receipt and their mail. All of it, or nothing.
 */
export async function acceptRequest(call: Call<Accept>, tx: Tx): Promise<AcceptedRequest> {
  const { caller, input, now } = call
  // who answers by a link proves by it what they may see; what has to be written belongs to both sides
  return tx.asSystem(async () => {
    const row = await requestToAnswer(call, tx, (seen) => likelyAccount(call, tx, seen))
    refuse(noAnswer({ ...row, status: statusAt(row, now) }, 'accept'), 'The request cannot be accepted any more.')
    const asked = await readParties(tx, row)
    const viewer = await viewerOf(tx, caller, linkOf(call), asked.client)
    const account = chosenAccount(viewer, asked.client, input.accountId)
    const settings = await readSettings(tx)
    const level = await levelOnPage(tx, row, input.level)
    // what was read is agreed to, or nothing: a limit that came later cuts no consent short
    refuse(
      noDuration(row, accessSettings(settings).maxDuration, now),
      'It asks for longer than the platform allows by now. The reseller has to ask again.',
    )
    // the pair before the account, as whoever buys for it takes them
    await lockPair(tx, { clientId: account.id, resellerId: row.resellerId })
    const client = await bindClient(tx, call, row, account.id)
    requireManagedIdentity(caller, client, accessSettings(settings))

    const { duration, autoExtend, resellerId } = row
    const languageCode = input.languageCode ?? row.languageCode
    const grant = await grantAccess(tx, call, {
      client: { id: client.id },
      resellerId,
      level,
      scope: row.scope,
      source: 'request',
      request: { id: row.id, duration, autoExtend },
    })
    const receipt = await issueReceipt(tx, call, {
      grant,
      level,
      client: { name: client.name },
      reseller: asked.reseller,
      duration,
      languageCode,
    })
    const accepted = await saveRequest(
      tx,
      {
        ...row,
        clientId: client.id,
        status: 'accepted',
        decidedAt: now,
        decidedBy: actorOf(caller),
        grantId: grant.id,
        remindAt: null,
        sealedLinks: null,
      },
      now,
    )
    await dropMails(tx, row.id)
    await recordRequest(tx, call, 'access_request.accepted', accepted, {
      status: { from: 'pending', to: 'accepted' },
      grantId: { from: null, to: grant.id },
      ...(client.id === row.clientId ? {} : { clientId: { from: row.clientId, to: client.id } }),
    })

    const manageLink = await confirmAccepted(tx, call, accepted, {
      client,
      reseller: asked.reseller,
      level,
      endsAt: grant.endsAt,
      receipt,
      languageCode,
    })
    return {
      request: await toLinkedRequest(call, tx, accepted),
      grantId: grant.id,
      receipt: receipt.jws,
      clientId: client.id,
      manageLink,
    }
  })
}

/** As far as it can be told before anything is locked: whether it is theirs to answer for is found out afterwards. */
async function likelyAccount(call: Call<Accept>, tx: Tx, seen: RequestRow): Promise<string | undefined> {
  const { client } = await readParties(tx, seen)
  const { accounts } = await viewerOf(tx, call.caller, linkOf(call), client)
  const { accountId } = call.input
  return accountId === undefined ? accounts[0]?.id : accounts.find(({ id }) => id === accountId)?.id
}

/** The version that was asked for and read, and no other: a consent is never about what one did not see (N5). */
async function levelOnPage(tx: Tx, row: RequestRow, seen: string): Promise<LevelRow> {
  const asked = levelId({ key: row.levelKey, version: row.levelVersion })
  refuseInvalid(
    seen === asked
      ? []
      : [
          {
            pointer: '/level',
            code: 'invalid_choice',
            detail: `The request is for ${asked}.`,
            data: { choices: [asked] },
          },
        ],
  )
  const level = await holdLevel(tx, row.levelKey, row.levelVersion)
  if (level?.status === 'published') return level
  const newest = await readLevel(tx, row.levelKey)
  throw new Refusal('level_version_retired', `${asked} is not offered any more. The reseller has to ask again.`, {
    data: { level: newest ? levelId(newest) : null },
  })
}
