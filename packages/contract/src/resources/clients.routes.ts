import { route } from '../route.ts'
import type * as schema from './clients.schema.ts'

const domainTaken = ['domain_taken_own', 'domain_taken_other', 'domain_taken_direct'] as const

/** The clients of the caller's account and of those below it. */
export const clients = {
  /** Lists clients: found by the beginnings of words, filtered, sorted, a page at a time. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/clients',
    right: 'clients.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
  /** Adds a client. No access to the client's account is implied, and nobody is told. */
  create: route<typeof schema.create>({
    method: 'POST',
    path: '/clients',
    status: 201,
    right: 'clients.create',
    errors: [
      'validation_failed',
      'customer_ineligible_nonprofit',
      'customer_ineligible_legacy_free',
      'duplicate_suspected',
      'external_id_taken',
      ...domainTaken,
      'quota_exceeded',
    ],
  }),
  /** Says what the server knows of a client that is being typed: field errors, blockers, duplicates, whose domain it is. */
  check: route<typeof schema.check>({
    method: 'POST',
    path: '/clients/check',
    right: 'clients.create',
    reads: true,
    limit: 'lookup',
    errors: ['validation_failed'],
  }),
  /** Reads one client, with what the caller may do with it. */
  get: route<typeof schema.get>({
    method: 'GET',
    path: '/clients/{id}',
    right: 'clients.read',
    errors: ['account_is_reseller'],
  }),
  /**
   * Changes a client's record. Names, phone and address want the right to update contacts; domain, type and e-mail
   * addresses want the right to update the organisation. The whole client is checked again, as on create.
   */
  update: route<typeof schema.update>({
    method: 'PATCH',
    path: '/clients/{id}',
    right: 'clients.update_contact',
    errors: ['validation_failed', 'etag_mismatch', 'external_id_taken', ...domainTaken],
  }),
  /** Sets or takes away the internal description of a client. The client never sees it. */
  setDescription: route<typeof schema.setDescription>({
    method: 'PUT',
    path: '/clients/{id}/description',
    right: 'clients.describe',
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /** Replaces the tags of a client. */
  setTags: route<typeof schema.setTags>({
    method: 'PUT',
    path: '/clients/{id}/tags',
    right: 'clients.tag',
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /** Records whether a client has a payment method on file. Nothing else about it is ever known here (R11). */
  setPaymentMethod: route<typeof schema.setPaymentMethod>({
    method: 'PUT',
    path: '/clients/{id}/payment-method',
    right: 'clients.set_payment_method',
    errors: ['validation_failed', 'etag_mismatch'],
  }),
  /** Records that a client proved its mailbox or its domain, which widens what can be ordered for it. */
  setVerification: route<typeof schema.setVerification>({
    method: 'PUT',
    path: '/clients/{id}/verification',
    right: 'clients.verify',
    errors: ['validation_failed', 'etag_mismatch', 'invalid_state_transition'],
  }),
}
