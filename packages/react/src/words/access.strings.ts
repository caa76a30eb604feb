import type { AccessGrant, AccessRequest, NeverDelegable } from '@clientele/contract'
import type { Texts } from './text.ts'

/** What all components for access say. */
export const accessStrings = {
  never: 'No level allows: {list}.',
  endsAt: 'Ends {date}',
  noEnd: 'No end date',
  /** In mails and on the screen: nobody is told in secret (R204). */
  told: 'Will be told: {list}.',
  you: 'you',
  changeFailed: 'This could not be done',
}

export type AccessStrings = Texts<typeof accessStrings>

/** The states of a request (SM2). */
export const requestStatusStrings: Record<AccessRequest['status'], string> = {
  draft: 'Draft',
  pending: 'Waiting for an answer',
  declined: 'Declined',
  expired: 'Expired',
  accepted: 'Accepted',
  canceled: 'Taken back',
  superseded: 'Replaced by another request',
}

/** The states of a grant (SM3). */
export const grantStatusStrings: Record<AccessGrant['status'], string> = {
  activating: 'Being activated',
  active: 'Active',
  paused: 'Paused',
  ending: 'Being ended',
  ended: 'Ended',
  expired: 'Expired',
  failed: 'Could not be activated',
}

/** What no level ever allows, as it is listed to either side (R11, R70). */
export const neverStrings: Record<NeverDelegable, string> = {
  'terms.accept': 'accepting terms',
  'payment_methods.read': 'seeing payment methods',
  'payment_methods.write': 'changing payment methods',
  'credentials.read': 'seeing passwords',
  'credentials.write': 'changing passwords',
  'access.delegate': 'passing the access on to others',
  'transfer_tokens.create': 'starting a transfer to another reseller',
  'orders.history_of_others': 'seeing what was ordered elsewhere',
}
