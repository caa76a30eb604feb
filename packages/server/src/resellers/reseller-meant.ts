import type { Caller } from '../auth/caller.ts'
import { refuseInvalid } from '../refusal.ts'

/** The reseller that is named, or the caller itself. Whoever is none has to name one. */
export function resellerMeant({ account }: Caller, named: string | undefined): string {
  const isNobody = named === undefined && account.kind !== 'reseller'
  refuseInvalid(isNobody ? [whichReseller] : [])
  return named ?? account.id
}

const whichReseller = {
  pointer: '/resellerId',
  code: 'required',
  detail: 'Name the reseller: the caller is none itself.',
} as const
