import type { access, AccessQuestion } from '@clientele/contract'
import { requireOwnRecord } from '../accounts/client-ids.ts'
import type { Tx } from '../database/transaction.ts'
import type { Answer, Call } from '../handler.ts'
import { notFound, refuseInvalid } from '../refusal.ts'
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
  const { resellerId = id } = input
  refuseInvalid(input.resellerId === undefined && kind !== 'reseller' ? [whichReseller] : [])
  if (kind === 'reseller' && resellerId !== id) throw notFound()
  if (kind === 'client' && input.clientId !== id) throw notFound()
  const { clientId, capability, subscriptionId } = input
  const role = input.role ?? (kind === 'reseller' ? caller.role : undefined)
  const asked = await factsAbout(tx, { clientId, resellerId, capability, subscriptionId, role, now })
  await requireOwnRecord(tx, caller, clientId, asked.question.clientId)
  if (asked.facts.link === 'none' && call.reach !== 'all') throw notFound()
  return asked
}

const whichReseller = {
  pointer: '/resellerId',
  code: 'required',
  detail: 'Name the reseller: the caller is none itself.',
} as const
