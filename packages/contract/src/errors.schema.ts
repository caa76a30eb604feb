import * as z from 'zod/mini'
import type { ErrorCode } from './errors.ts'
import { AccountRef, DuplicateCandidate } from './resources/clients.schema.ts'
import { AccountId } from './text.schema.ts'
import { Timestamp } from './time.schema.ts'

const none = z.undefined()

/** The `data` that comes with each code. */
export const errorData = {
  malformed_request: none,
  filter_invalid: none,
  cursor_invalid: none,
  unauthenticated: none,
  session_expired: none,
  api_key_revoked: none,
  /** `right`: what the caller would have to hold. */
  permission_denied: z.object({ right: z.string() }),
  role_required: z.object({ roles: z.array(z.string()) }),
  /** `maxAge`: seconds since the sign-in, at most. */
  step_up_required: z.object({ maxAge: z.int() }),
  origin_not_allowed: z.object({ origin: z.nullable(z.string()) }),
  account_suspended: none,
  /** `identityKind`: what the host said of the person. */
  actor_not_managed_identity: z.object({ identityKind: z.string() }),
  /** `sign_in`: a session is needed beside the link. `accounts`: those the person administers, to choose from. */
  recipient_mismatch: z.object({
    reason: z.enum(['sign_in', 'not_administrator', 'choose_account']),
    accounts: z.array(AccountRef),
  }),
  link_missing: z.object({ clientId: AccountId, resellerId: AccountId }),
  access_switch_off: z.object({ clientId: AccountId, resellerId: AccountId }),
  access_paused: z.object({ clientId: AccountId, since: Timestamp }),
  access_not_granted: z.object({ clientId: AccountId, requestId: z.nullable(z.string()) }),
  capability_not_in_level: z.object({ capability: z.string(), level: z.string() }),
  capability_never_delegable: z.object({ capability: z.string() }),
  /** `null`: what was asked is about the whole account. */
  subscription_not_in_scope: z.object({ subscriptionId: z.nullable(z.string()) }),
  not_found: none,
  link_invalid: none,
  method_not_allowed: z.object({ allowed: z.array(z.string()) }),
  idempotency_in_progress: none,
  duplicate_suspected: z.object({ candidates: z.array(DuplicateCandidate) }),
  customer_ineligible_nonprofit: z.object({ edition: z.string() }),
  customer_ineligible_legacy_free: z.object({ edition: z.string() }),
  domain_taken_own: z.object({ domain: z.string(), clientId: AccountId }),
  domain_taken_other: z.object({ domain: z.string(), transfer: z.literal('ask_client_administrator') }),
  domain_taken_direct: z.object({ domain: z.string(), transfer: z.literal('ask_client_administrator') }),
  external_id_taken: z.object({ system: z.string(), id: z.string(), clientId: AccountId }),
  identifier_taken: z.object({ publicIdentifier: z.string() }),
  quota_exceeded: z.object({ limit: z.int(), used: z.int(), missing: z.int() }),
  tree_depth_exceeded: z.object({ maxDepth: z.int() }),
  account_is_reseller: z.object({ resellerId: AccountId }),
  invalid_state_transition: z.object({ state: z.string(), allowed: z.array(z.string()) }),
  access_request_pending: z.object({ requestId: z.string(), level: z.string() }),
  access_request_not_pending: z.object({ state: z.string() }),
  declined_recently: z.object({ until: Timestamp }),
  recipient_bounced: z.object({ email: z.string() }),
  /** `setting`: its name, as in `links.requestUrl`. */
  setting_missing: z.object({ setting: z.string() }),
  /** `level`: the version to ask for instead, or `null` where the level is no longer offered. */
  level_version_retired: z.object({ level: z.nullable(z.string()) }),
  /** `max`: the limit by now, in ISO 8601. A request for less is needed. */
  duration_not_allowed: z.object({ max: z.string() }),
  payment_method_missing: z.object({ clientId: AccountId }),
  propagation_pending: z.object({ wanted: z.boolean(), since: Timestamp, expectedBy: Timestamp, overdue: z.boolean() }),
  reseller_agreement_missing: z.object({ resellerId: AccountId }),
  locked_by_contract: z.object({ clause: z.string() }),
  sku_not_orderable: z.object({ sku: z.string(), minVerification: z.string() }),
  grant_ended: z.object({ grantId: z.string(), endedAt: Timestamp, endReason: z.string() }),
  access_request_expired: z.object({ expiredAt: Timestamp }),
  etag_mismatch: z.object({ etag: z.string() }),
  payload_too_large: z.object({ maxBytes: z.int() }),
  unsupported_media_type: none,
  validation_failed: none,
  idempotency_key_reused: none,
  access_request_attempts_exhausted: z.object({ max: z.int(), nextAt: Timestamp }),
  rate_limited: z.object({ retryAfterMs: z.int() }),
  internal: none,
  maintenance: none,
} satisfies Record<ErrorCode, z.ZodMiniType>

/** The `data` of an error, by its code. */
export type ErrorData = { [C in ErrorCode]: z.output<(typeof errorData)[C]> }
