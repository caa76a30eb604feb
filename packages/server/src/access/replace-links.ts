import type { access, ReplacedLinks } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Answer, Call } from '../handler.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { aboutPair } from './about-pair.ts'
import { newManageLink, revokeManageLinks } from './manage-links.ts'
import { requireSeenPair } from './own-client.ts'
import { lockPair, type Pair } from './pair.ts'
import { readPolicies } from './policies.store.ts'
import { readSides } from './sides.ts'

/**
 * The client takes back what was mailed. A new link goes to whoever does it, and not to the mailbox that had the old
 * ones: its reader may be the very one who has left.
 */
export const replaceLinks: Answer<(typeof access)['replaceLinks']> = async (call, tx) => {
  const { client } = await requireSeenPair(tx, call, call.params)
  const pair = { clientId: client.id, resellerId: call.params.resellerId }
  return tx.asSystem(async () => {
    await lockPair(tx, pair)
    return replaceAll(tx, call, pair, call.caller.email)
  })
}

/** Makes all links of a pair dead, and mails a new one where there is a mailbox for it. Wants the pair locked, in system scope. */
export async function replaceAll(tx: Tx, call: Call, pair: Pair, mailbox: string | null): Promise<ReplacedLinks> {
  await revokeManageLinks(tx, pair, call.now)
  await recordReplaced(tx, call, pair)
  const manageLink = mailbox === null ? null : await newManageLink(tx, pair, { email: mailbox }, call.now)
  const sides = await readSides(tx, pair)
  if (mailbox === null || manageLink === null || !sides) return { sentTo: null }
  await queueMail(tx, call, {
    template: 'manage_link',
    to: { email: mailbox, name: sides.client_name },
    languageCode: sides.client_language,
    data: {
      client: { name: sides.client_name, firstName: sides.first_name },
      reseller: { name: sides.reseller_name, supportEmail: sides.support_email },
      manageLink,
    },
    // whoever replaces it again and again fills no mailbox, and the last one is the one that works
    stateOf: { key: `link ${pair.clientId} ${pair.resellerId} client` },
  })
  return { sentTo: mailbox }
}

async function recordReplaced(tx: Tx, call: Call, pair: Pair): Promise<void> {
  const [policy] = await readPolicies(tx, pair.clientId, [pair.resellerId])
  // nobody was ever let in
  if (!policy) return
  await recordEvent(tx, call, {
    type: 'access_policy.links_replaced',
    subject: { type: 'access_policy', id: policy.id },
    ...aboutPair(pair),
    changes: {},
  })
}
