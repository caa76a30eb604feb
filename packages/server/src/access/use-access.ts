import type { access } from '@clientele/contract'
import { noteUse } from '../access-grants/note-use.ts'
import { actorOf, recordEvent } from '../events/record-event.ts'
import type { Answer } from '../handler.ts'
import { aboutPair } from './about-pair.ts'
import { answerTo } from './answer.ts'
import { ask } from './check-access.ts'
import { factsAbout } from './may.ts'
import { holdPair } from './pair.ts'

/**
 * The question before something is done in the host's own panel, and the client's record of it (N8). The answer stays true
 * until the transaction ends: whoever is told that the access is off finds no use of it afterwards.
 */
export const useAccess: Answer<(typeof access)['use']> = async (call, tx) => {
  const asked = await ask(call, tx)
  await holdPair(tx, asked.question)
  // it may have been switched off while that was waited for
  const { question, facts } = await factsAbout(tx, asked.question)
  const answer = answerTo(question, facts)
  // what it sold itself is done under no grant (R200)
  if (!answer.allowed || answer.grantId === null) return answer
  const { grantId } = answer
  const { summary, person, capability, subscriptionId } = call.input
  await noteUse(tx, call, grantId)
  const actor = { ...actorOf(call.caller), ...(person === undefined ? {} : { display: person }) }
  await recordEvent(
    tx,
    { now: call.now, requestId: call.requestId, actor },
    {
      type: 'access_grant.used',
      subject: { type: 'access_grant', id: grantId },
      ...aboutPair(question),
      grantId,
      changes: {
        capability: { from: null, to: capability },
        ...(subscriptionId === undefined ? {} : { subscriptionId: { from: null, to: subscriptionId } }),
        ...(summary === undefined ? {} : { summary: { from: null, to: summary } }),
      },
    },
  )
  return answer
}
