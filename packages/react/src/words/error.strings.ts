import type { ErrorCode, FieldCode } from '@clientele/contract'
import type { AccessErrorCode, AccessFieldCode } from './access-error.strings.ts'

/** What can go wrong anywhere: the codes of the API, and what happens before it answers. Those of access have a file of their own. */
export type FailureCode = Exclude<ErrorCode, AccessErrorCode> | 'network' | 'timeout' | 'unknown'

/** Codes whose reader can do the same as for another one: they say what that one says, in every language. */
export const sameSentence = {
  method_not_allowed: 'malformed_request',
  unsupported_media_type: 'malformed_request',
  idempotency_key_reused: 'malformed_request',
  session_expired: 'unauthenticated',
  api_key_revoked: 'origin_not_allowed',
  idempotency_in_progress: 'rate_limited',
  customer_ineligible_legacy_free: 'customer_ineligible_nonprofit',
  identifier_taken: 'external_id_taken',
  maintenance: 'timeout',
} as const satisfies Partial<Record<FailureCode, FailureCode>>

export const errorStrings: Record<Exclude<FailureCode, keyof typeof sameSentence>, string> = {
  malformed_request: 'The request could not be read. Reload the page and try again.',
  filter_invalid: 'A filter is not valid. Clear the filters and try again.',
  cursor_invalid: 'The list has moved on. Load it again.',
  unauthenticated: 'You are not signed in any more. Reload the page to go on.',
  permission_denied: 'Your role does not allow this. Ask your administrator for the right.',
  role_required: 'Only these roles may do this: {roles}.',
  step_up_required: 'Please sign in again to do this.',
  origin_not_allowed: 'This page may not use the service. Ask your administrator.',
  account_suspended: 'Your account is suspended, so nothing can be changed. Ask your provider.',
  not_found: 'This does not exist, or it is not yours.',
  duplicate_suspected: '{Clients} like this one are there already.',
  customer_ineligible_nonprofit: '{TheClient} uses {edition}. Such accounts cannot be added by a reseller.',
  domain_taken_own: '{domain} belongs to {aClient} of yours already.',
  domain_taken_other:
    '{domain} is looked after by another reseller. Its administrator can ask to be transferred to you.',
  domain_taken_direct: '{domain} buys from the vendor directly. Its administrator can ask to be transferred to you.',
  external_id_taken: 'This id is taken already. Choose another.',
  quota_exceeded: 'The limit of your account is reached: {used} of {limit}.',
  tree_depth_exceeded: 'Resellers can be nested {maxDepth} deep at most.',
  account_is_reseller: 'This account is a reseller now.',
  invalid_state_transition: 'This cannot be done in the present state.',
  etag_mismatch: 'Somebody else has changed this record.',
  payload_too_large: 'This is too long to be saved. Shorten it and try again.',
  validation_failed: 'Some fields need another look.',
  rate_limited: 'One thing at a time: wait a moment and try again.',
  internal: 'Something went wrong on our side. Try again in a moment.',
  network: 'The service cannot be reached. Check your connection and try again.',
  timeout: 'The service does not answer just now. Try again in a moment.',
  unknown: 'Something went wrong. Try again, and give the request id when you ask for help.',
}

export type ErrorStrings = Readonly<typeof errorStrings>

/** Field codes that say what another one says. */
export const sameFieldSentence = {
  language_not_supported: 'invalid_choice',
  time_zone_invalid: 'invalid_choice',
  country_not_supported: 'invalid_choice',
  team_needs_email_verification: 'team_type_not_allowed_for_product',
  unknown_field: 'invalid_format',
  domain_is_public_suffix: 'domain_invalid',
  customer_type_immutable: 'invalid_choice',
} as const satisfies Partial<Record<FieldCode, FieldCode>>

export const fieldErrorStrings: Record<
  Exclude<FieldCode | 'unknown', keyof typeof sameFieldSentence | AccessFieldCode>,
  string
> = {
  required: 'Please fill this in.',
  invalid_format: 'This contains something that is not allowed here.',
  invalid_choice: 'Choose one of the options.',
  too_short: 'This is too short.',
  too_long: 'This is too long: at most {max} characters.',
  too_many: 'These are too many: at most {max}.',
  email_invalid: 'An e-mail address looks like name@example.com.',
  primary_email_not_on_domain: 'The administrator’s address has to end in @{domain}.',
  secondary_email_required_for_domain: 'A second address outside the domain is needed, to get back in when mail fails.',
  secondary_email_on_primary_domain:
    'Use an address outside {domain}. It has to work when mail at {domain} does not. An address at your own company is fine.',
  secondary_email_same_as_primary: 'The two addresses have to differ.',
  domain_invalid: 'A domain of its own looks like example.com.',
  domain_has_www: 'Leave out “www.”.',
  phone_not_international: 'Begin with + and the country code, as in +49 30 1234567.',
  postal_code_invalid: 'Postal codes look different in this country.',
  team_type_not_allowed_for_product:
    'Team accounts are only for {products}, and only if {theClient} verifies by e-mail address.',
  unknown: 'This is not accepted.',
}

export type FieldErrorStrings = Readonly<typeof fieldErrorStrings>
