import type { ErrorCode } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import type { Call } from '../handler.ts'
import { Refusal } from '../refusal.ts'
import { mayUseNow, type Use } from './may.ts'

/**
 * Lets a reseller do something at a client that wants its consent, or refuses with the code and data that
 * `access.check` answers with. Gives the grant that allows it, until the transaction ends.
 */
export async function requireAccess(
  tx: Tx,
  { caller, now }: Pick<Call, 'caller' | 'now'>,
  question: Omit<Use, 'caller' | 'now' | 'resellerId'>,
): Promise<string> {
  const answer = await mayUseNow(tx, { ...question, resellerId: caller.account.id, caller, now })
  if (answer.allowed && answer.grantId !== null) return answer.grantId
  const code = (answer.code ?? 'access_not_granted') as ErrorCode
  const what = `${question.capability} at ${question.clientId} is not allowed now. Ask access.explain for the reason.`
  throw new Refusal(code, what, { data: answer.data as never })
}
