import type { AccessGrant, AccessRequest } from '@clientele/contract'
import type { Texts } from './text.ts'

/** What all components for access say. */
export const accessStrings = {
  /** The three values of a change that takes its time (R165). */
  inSync: 'In effect',
  pending: 'On its way since {since}. It can take up to {max}.',
  pendingTypical: 'On its way since {since}. It can take up to {max}, usually about {typical}.',
  overdue: 'Overdue since {since}. Your provider has been told.',
  never: 'No level allows: {list}.',
  endsAt: 'Ends {date}',
  noEnd: 'Without an end',
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
