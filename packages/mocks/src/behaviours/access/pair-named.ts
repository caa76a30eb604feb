import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { clientBehind } from '../accounts/client-behind.ts'
import type { Pair } from './pairs.ts'

/** A client and a reseller, one of whom is the caller. */
export function pairNamed(call: Surroundings & { params: { id: string; resellerId: string } }): Pair {
  const { store, params } = call
  const { kind, id } = store.me.account
  const isOwn = kind === 'platform' || id === (kind === 'client' ? params.id : params.resellerId)
  if (store.isNamed && !isOwn) throw notFound()
  return { clientId: clientBehind(call, params.id), resellerId: params.resellerId }
}
