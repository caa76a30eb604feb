import * as z from 'zod/mini'
import type { ErrorCode } from './errors.ts'
import { DuplicateCandidate } from './resources/clients.schema.ts'
import { AccountId } from './text.schema.ts'

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
  not_found: none,
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
  etag_mismatch: z.object({ etag: z.string() }),
  payload_too_large: z.object({ maxBytes: z.int() }),
  unsupported_media_type: none,
  validation_failed: none,
  idempotency_key_reused: none,
  rate_limited: z.object({ retryAfterMs: z.int() }),
  internal: none,
  maintenance: none,
} satisfies Record<ErrorCode, z.ZodMiniType>

/** The `data` of an error, by its code. */
export type ErrorData = { [C in ErrorCode]: z.output<(typeof errorData)[C]> }
