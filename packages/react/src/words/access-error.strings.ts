import type { ErrorCode, FieldCode } from '@clientele/contract'

/** What can go wrong with access. Pages without its components do not load these words. */
export const accessErrorStrings = {
  actor_not_managed_identity:
    'Sign in with an account of your organization to change this. A private mailbox is not enough.',
  recipient_mismatch: 'Sign in as somebody who administers this account.',
  link_missing: 'The reseller does not look after this account any more.',
  access_switch_off: '{TheClient} has switched your access off.',
  access_paused: '{TheClient} has paused all access.',
  access_not_granted: '{TheClient} has not allowed this yet. Ask for access.',
  capability_not_in_level: 'Your access does not include this. Ask for a higher level.',
  capability_never_delegable: 'No level of access allows this. Only {theClient} can do it.',
  subscription_not_in_scope: 'Your access does not cover this subscription.',
  link_invalid: 'This link is not valid any more. Ask for a new one.',
  access_request_pending: '{TheClient} has a request of yours to answer already.',
  access_request_not_pending: 'This request has been answered or taken back.',
  declined_recently: '{TheClient} declined a short time ago. You can ask again from {until}.',
  recipient_bounced: 'Mail to {email} came back, or was not wanted there. Check the address.',
  setting_missing: 'The operator has not set this up yet: {setting}.',
  level_version_retired: 'The terms of this level have changed. Read the new ones before you decide.',
  duration_not_allowed: 'Access may not last this long here any more. A new request is needed.',
  payment_method_missing: '{TheClient} has no payment method on file. Only {theClient} can add one.',
  propagation_pending: 'This has been allowed and is not in effect yet. Expected by {expectedBy}.',
  reseller_agreement_missing:
    'Ask the reseller for its agreement before you include subscriptions you bought directly.',
  locked_by_contract: 'A contract keeps this on: {clause}.',
  sku_not_orderable: 'This product cannot be ordered yet. {TheClient} has to be verified first.',
  grant_ended: 'This access has ended. Ask for access again.',
  access_request_expired: 'This request has expired.',
  access_request_attempts_exhausted: '{TheClient} was asked {max} times. You can ask again from {nextAt}.',
} satisfies Partial<Record<ErrorCode, string>>

export type AccessErrorCode = keyof typeof accessErrorStrings
export type AccessErrorStrings = Readonly<Record<AccessErrorCode, string>>

/** What can be wrong with a field of access. */
export const accessFieldErrorStrings = {
  level_required: 'Choose a level.',
  level_not_selectable: 'This level cannot be asked for.',
  level_not_lower: 'Choose a lower level. For a higher one {theClient} has to be asked.',
  duration_out_of_range: 'This is longer than access may last here.',
  message_empty: 'Write a few words, so that {theClient} knows who is asking.',
  direct_access_needs_switch: 'First allow access for this reseller; then choose subscriptions.',
  subscription_not_direct: 'This subscription was bought from this reseller, which manages it anyway.',
  address_not_allowed: 'This address cannot be used.',
} satisfies Partial<Record<FieldCode, string>>

export type AccessFieldCode = keyof typeof accessFieldErrorStrings
export type AccessFieldErrorStrings = Readonly<Record<AccessFieldCode, string>>
