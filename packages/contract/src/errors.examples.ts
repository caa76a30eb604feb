import { accounts } from './example-accounts.ts'
import type { ErrorCode } from './errors.ts'
import type { ErrorData } from './errors.schema.ts'
import { organizationClient } from './resources/clients.example-records.ts'

/** An example of the `data` of every error; `undefined` where a code has none. */
export const errorExamples: { readonly [C in ErrorCode]: ErrorData[C] } = {
  malformed_request: undefined,
  filter_invalid: undefined,
  cursor_invalid: undefined,
  unauthenticated: undefined,
  session_expired: undefined,
  api_key_revoked: undefined,
  permission_denied: { right: 'clients.create' },
  role_required: { roles: ['reseller_owner'] },
  step_up_required: { maxAge: 600 },
  origin_not_allowed: { origin: 'https://elsewhere.example.org' },
  account_suspended: undefined,
  not_found: undefined,
  method_not_allowed: { allowed: ['GET', 'PATCH'] },
  idempotency_in_progress: undefined,
  duplicate_suspected: {
    candidates: [
      {
        id: organizationClient.id,
        name: organizationClient.name,
        primaryDomain: organizationClient.primaryDomain,
        primaryEmail: organizationClient.primaryEmail,
        createdAt: organizationClient.createdAt,
        matches: 'name',
      },
    ],
  },
  customer_ineligible_nonprofit: { edition: 'Nonprofits' },
  customer_ineligible_legacy_free: { edition: 'Standard (free)' },
  domain_taken_own: { domain: 'sonnenberg.example.com', clientId: accounts.winery.id },
  domain_taken_other: { domain: 'sonnenberg.example.com', transfer: 'ask_client_administrator' },
  domain_taken_direct: { domain: 'sonnenberg.example.com', transfer: 'ask_client_administrator' },
  external_id_taken: { system: 'crm', id: 'K-20417', clientId: accounts.winery.id },
  identifier_taken: { publicIdentifier: 'hafenhost' },
  quota_exceeded: { limit: 500, used: 500, missing: 1 },
  tree_depth_exceeded: { maxDepth: 2 },
  account_is_reseller: { resellerId: accounts.reseller.id },
  invalid_state_transition: { state: 'domain_verified', allowed: [] },
  etag_mismatch: { etag: '"4"' },
  payload_too_large: { maxBytes: 1_048_576 },
  unsupported_media_type: undefined,
  validation_failed: undefined,
  idempotency_key_reused: undefined,
  rate_limited: { retryAfterMs: 1500 },
  internal: undefined,
  maintenance: undefined,
}
