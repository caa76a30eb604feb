import type { Surroundings } from '../../answers/mock-call.ts'
import { refuseFields } from '../../answers/read-request.ts'

/** The reseller that is named, or the caller itself. Whoever is none has to name one. */
export function resellerMeant({ store }: Surroundings, named: string | undefined): string {
  const { kind, id } = store.me.account
  const detail = 'Name the reseller: the caller is none itself.'
  const isNobody = named === undefined && kind !== 'reseller'
  refuseFields(isNobody ? [{ pointer: '/resellerId', code: 'required', detail }] : [])
  return named ?? id
}
