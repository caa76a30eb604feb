import type { access, AccessQuestion } from '@clientele/contract'
import { requireOwnRecord } from '../accounts/client-ids.ts'
import { callerReach, scopeOf } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import type { Answer, Call } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { resellerMeant } from '../resellers/reseller-meant.ts'
import { answerTo, explanationOf } from './answer.ts'
import type { AccessFacts, Question } from './effective-access.ts'
import { factsAbout } from './may.ts'

type Rows = typeof access

export const checkAccess: Answer<Rows['check']> = async (call, tx) => {
  const { question, facts } = await ask(call, tx)
  return answerTo(question, facts)
}

export const explainAccess: Answer<Rows['explain']> = async (call, tx) => {
  const { question, facts } = await ask(call, tx)
  return explanationOf(question, facts)
}

/**
 * What is asked about, and what decides about it. The platform asks about everybody; a reseller and a client about
 * themselves, and learn of no others that they exist.
 */
export async function ask(
  call: Call & { input: AccessQuestion },
  tx: Tx,
): Promise<{ question: Question; facts: AccessFacts }> {
  const { caller, input, now } = call
  const { id, kind } = caller.account
  const resellerId = resellerMeant(caller, input.resellerId)
  if (kind === 'reseller' && resellerId !== id) throw notFound()
  if (kind === 'client' && input.clientId !== id) throw notFound()
  const { clientId, capability, subscriptionId } = input
  const role = input.role ?? (kind === 'reseller' ? caller.role : undefined)
  const asked = await factsAbout(tx, { clientId, resellerId, capability, subscriptionId, role, now })
  await requireOwnRecord(tx, caller, clientId, asked.question.clientId)
  if (asked.facts.link === 'none' && call.reach !== 'all' && !(await seesSubscription(call, tx, asked.facts))) {
    throw notFound()
  }
  return asked
}

/**
 * Who stands above a reseller looks after what that one sold, and whoever sold something sees it (R200): of a subscription
 * that is there for the caller, the question says what the call says.
 */
async function seesSubscription(
  { caller, input }: Call & { input: AccessQuestion },
  tx: Tx,
  { subscription }: AccessFacts,
): Promise<boolean> {
  const manages = callerReach(caller, 'subscriptions.manage')
  if (caller.account.kind !== 'reseller' || !subscription || !manages) return false
  const seen = await tx.as(scopeOf(caller, manages), () =>
    tx.query('select 1 from subscriptions where id = $1', [input.subscriptionId], 'sees-subscription'),
  )
  return seen.length > 0
}
