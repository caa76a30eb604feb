import type { Event } from '@clientele/contract'
import type { Texts } from '../words/text.ts'

/** What was done, as a person would say it: those events that say something to a client. */
export const eventStrings = {
  'client.created': 'Added the account',
  'client.contact_updated': 'Changed the contact information',
  'client.organization_updated': 'Changed the data of the organization',
  'client.bound': 'Joined the account with the person who answered',
  'access_request.sent': 'Asked for access',
  'access_request.resent': 'Asked for access again',
  'access_request.accepted': 'Allowed access',
  'access_request.declined': 'Declined a request for access',
  'access_request.expired': 'A request for access expired',
  'access_request.canceled': 'Took back a request for access',
  'access_grant.activated': 'Access took effect',
  'access_grant.paused': 'Access was paused',
  'access_grant.resumed': 'Access was resumed',
  'access_grant.level_lowered': 'Lowered the level of access',
  'access_grant.level_version_offered': 'A newer version of a level was offered',
  'access_grant.level_version_accepted': 'Agreed to a newer version of a level',
  'access_grant.expiring': 'Access is about to end',
  'access_grant.extended': 'Extended access',
  'access_grant.ending': 'Ended access',
  'access_grant.ended': 'Access ended',
  'access_grant.expired': 'Access ended, its time was up',
  'access_grant.failed': 'Access could not be activated',
  'access_grant.used_first_time': 'Used the access for the first time',
  'access_policy.allow_changed': 'Moved the switch',
  'access_policy.direct_changed': 'Changed which subscriptions are ticked',
  'access_policy.agreement_changed': 'Agreed to look after direct subscriptions',
  'access_policy.propagation_completed': 'A change of the switch took effect',
  'access_policy.propagation_overdue': 'A change of the switch takes longer than it should',
  'access_policy.paused_all': 'Paused all access',
  'access_policy.resumed_all': 'Resumed all access',
  'suggestion.sent': 'Suggested products',
  'order.placed': 'Placed an order',
  'subscription.created': 'Recorded a subscription',
  'subscription.seats_changed': 'Changed the seats from {from} to {to}',
  'subscription.canceled': 'Canceled a subscription',
} satisfies Partial<Record<Event['type'], string>>

export const accessActivityStrings = {
  ownSide: 'your side',
  activityFailed: 'What was done could not be loaded',
  activityEmpty: 'Nothing has been done yet.',
  activityOf: 'Shown',
  activityAll: 'Everything',
  activityUnder: 'under “{level}”',
  activityMore: 'Show more',
  switchedOn: 'Switched access on',
  switchedOff: 'Switched access off',
  otherEvent: 'Something else was changed',
  system: 'By itself',
  somebody: 'Somebody',
  ...eventStrings,
}

export type AccessActivityStrings = Texts<typeof accessActivityStrings>
