/** What a caller has to know of an error code. Everything else (words per language, data) is a `Record` over the codes. */
interface ErrorFacts {
  readonly status: number
  /** English, for logs: RFC 9457 `title`. */
  readonly title: string
  /** The same request may succeed when sent again unchanged. */
  readonly retryable?: true
}

/* @__NO_SIDE_EFFECTS__ */
function table<T extends Record<string, ErrorFacts>>(facts: T): { readonly [K in keyof T]: ErrorFacts } {
  return facts
}

/** Every code an answer can carry: the closed list. The data of each is in `errors.schema.ts`. */
export const errors = /* @__PURE__ */ table({
  malformed_request: { status: 400, title: 'The request could not be read' },
  filter_invalid: { status: 400, title: 'A filter or option in the address is not valid' },
  cursor_invalid: { status: 400, title: 'The cursor does not belong to this list' },
  unauthenticated: { status: 401, title: 'Who is calling is not known' },
  session_expired: { status: 401, title: 'The session is over' },
  api_key_revoked: { status: 401, title: 'The API key was revoked or has expired' },
  permission_denied: { status: 403, title: 'The caller does not hold the right for this' },
  role_required: { status: 403, title: 'This can be done only by certain roles' },
  step_up_required: { status: 403, title: 'A recent sign-in is needed for this' },
  origin_not_allowed: { status: 403, title: 'The session may not be used from this origin' },
  account_suspended: { status: 403, title: 'The account of the caller is suspended' },
  actor_not_managed_identity: { status: 403, title: 'Only a managed identity of the organisation may do this' },
  recipient_mismatch: { status: 403, title: 'The person does not administer the client that was asked' },
  link_missing: { status: 403, title: 'The reseller has no link with the client' },
  access_switch_off: { status: 403, title: 'The client has switched the access of the reseller off' },
  access_paused: { status: 403, title: 'The client has paused all access' },
  access_not_granted: { status: 403, title: 'The client has not granted access' },
  capability_not_in_level: { status: 403, title: 'The level that was granted does not contain this' },
  capability_never_delegable: { status: 403, title: 'No level allows this' },
  subscription_not_in_scope: { status: 403, title: 'The grant does not cover this subscription' },
  not_found: { status: 404, title: 'There is no such thing, or not for this caller' },
  link_invalid: { status: 404, title: 'The link is not valid, or not any more' },
  method_not_allowed: { status: 405, title: 'The address does not answer to this method' },
  idempotency_in_progress: { status: 409, title: 'The first call with this key is still running', retryable: true },
  duplicate_suspected: { status: 409, title: 'A client like this one is there already' },
  customer_ineligible_nonprofit: { status: 409, title: 'The customer is on a non-profit edition' },
  customer_ineligible_legacy_free: { status: 409, title: 'The customer is on the old free edition' },
  domain_taken_own: { status: 409, title: 'The domain belongs to a client of yours' },
  domain_taken_other: { status: 409, title: 'The domain belongs to a client of another reseller' },
  domain_taken_direct: { status: 409, title: 'The domain belongs to a direct customer of the vendor' },
  external_id_taken: { status: 409, title: 'Another client carries this external id' },
  identifier_taken: { status: 409, title: 'Another reseller has this public identifier' },
  quota_exceeded: { status: 409, title: 'The limit of the account is reached' },
  tree_depth_exceeded: { status: 409, title: 'Resellers may not be nested this deep' },
  account_is_reseller: { status: 409, title: 'The account is a reseller, not a client' },
  invalid_state_transition: { status: 409, title: 'This cannot be done in the present state' },
  access_request_pending: { status: 409, title: 'The client has a request of this reseller to answer already' },
  access_request_not_pending: { status: 409, title: 'The request has been answered or is over' },
  declined_recently: { status: 409, title: 'The client declined a short time ago' },
  recipient_bounced: { status: 409, title: 'Mail to this address came back' },
  setting_missing: { status: 409, title: 'The platform has not set up what this needs' },
  duration_not_allowed: { status: 409, title: 'The platform does not allow access for so long any more' },
  level_version_retired: { status: 409, title: 'The level has a newer version' },
  payment_method_missing: { status: 409, title: 'The client has no payment method on file' },
  propagation_pending: { status: 409, title: 'The change has not taken effect yet', retryable: true },
  reseller_agreement_missing: { status: 409, title: 'The reseller has not agreed to look after direct subscriptions' },
  locked_by_contract: { status: 409, title: 'A contract keeps the switch on' },
  sku_not_orderable: { status: 409, title: 'This product cannot be ordered for the client now' },
  grant_ended: { status: 410, title: 'The access has ended' },
  access_request_expired: { status: 410, title: 'The request has expired' },
  etag_mismatch: { status: 412, title: 'It was changed by somebody else in the meantime' },
  payload_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'The request body has to be JSON' },
  validation_failed: { status: 422, title: 'Some fields are not valid' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key was used for another request' },
  access_request_attempts_exhausted: { status: 409, title: 'The client was asked too often' },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  internal: { status: 500, title: 'Something went wrong on our side', retryable: true },
  maintenance: { status: 503, title: 'The server is starting or stopping', retryable: true },
})

export type ErrorCode = keyof typeof errors

/** The codes any row can answer with; rows name only the others. */
export const commonErrors = [
  'malformed_request',
  'unauthenticated',
  'session_expired',
  'api_key_revoked',
  'permission_denied',
  'origin_not_allowed',
  'account_suspended',
  'not_found',
  'rate_limited',
  'internal',
  'maintenance',
] as const satisfies readonly ErrorCode[]

/** What can be wrong with one field. They stand in `errors[]` of a `validation_failed` or `filter_invalid` answer. */
export const fieldCodes = [
  'required',
  'unknown_field',
  'invalid_format',
  'invalid_choice',
  'too_short',
  'too_long',
  'too_many',
  'email_invalid',
  'primary_email_not_on_domain',
  'secondary_email_required_for_domain',
  'secondary_email_on_primary_domain',
  'secondary_email_same_as_primary',
  'domain_invalid',
  'domain_has_www',
  'domain_is_public_suffix',
  'phone_not_international',
  'country_not_supported',
  'postal_code_invalid',
  'language_not_supported',
  'time_zone_invalid',
  'team_type_not_allowed_for_product',
  'team_needs_email_verification',
  'customer_type_immutable',
  'level_required',
  'level_not_selectable',
  'level_not_lower',
  'duration_out_of_range',
  'message_empty',
  'direct_access_needs_switch',
  'subscription_not_direct',
  'address_not_allowed',
] as const

export type FieldCode = (typeof fieldCodes)[number]

/** One thing that is wrong with one field. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
  pointer: string
  code: FieldCode
  /** English, for logs: screens put `code` into the reader's words. */
  detail: string
  /** What the words need: `{ domain }`, `{ max }`, `{ products }`. */
  data?: Record<string, unknown> | undefined
}
