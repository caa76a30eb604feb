import type { Propagation } from '@clientele/contract'
import type { StoredScope } from '../database/access.schema.ts'

/** Who is asked about, as far as it is known yet. */
export interface Candidate {
  primaryDomain: string | undefined
  primaryEmail: string | undefined
  productFamily: string | undefined
}

/** Why the vendor will not let a reseller add a customer. */
export interface Blocker {
  code: 'customer_ineligible_nonprofit' | 'customer_ineligible_legacy_free'
  /** The edition the customer is on, for people to read. */
  edition: string
}

/** A change of access that the vendor has to carry out. */
export interface WantedAccess {
  /** The same at each attempt: what was done already is not done again. */
  propagationId: string
  clientId: string
  clientName: string
  primaryDomain: string | null
  resellerId: string
  /** The client's switch for the reseller, one ticked subscription, or a grant. */
  target: Propagation['target']
  /** Of a tick the subscription, of a grant the grant. */
  targetId: string
  on: boolean
  /** Of a grant: what the reseller is to be able to do. Else empty. */
  capabilities: readonly string[]
  /** Of a grant: with what. Else `null`. */
  scope: StoredScope | null
  /** Since when it is wanted. */
  since: Date
}

/**
 * The port to the outside world: the vendor whose products are resold. Each question may take its time, fail, or be
 * answered with `unknown`; nothing waits for it longer than a few seconds, and nothing is refused for an unknown.
 */
export interface Connector {
  eligibility(
    candidate: Candidate,
    options: { signal: AbortSignal },
  ): Promise<'unknown' | { blockers: readonly Blocker[] }>
  /** Whose customer the domain is at the vendor; `other` is another reseller's, `direct` the vendor's own. */
  domain(domain: string, options: { signal: AbortSignal }): Promise<'unknown' | 'available' | 'other' | 'direct'>
  /**
   * Brings a change to the vendor, and says whether it is so there by now. `accepted`: it is on its way, ask again later.
   * `unknown`: it cannot be told from here; the host reports it (`propagations.observed`), and it is asked again after a
   * day. Thrown, it is tried again. Two
   * calls about one target may overlap: the greater `propagationId` is what is wanted last.
   */
  apply(wanted: WantedAccess, options: { signal: AbortSignal }): Promise<'in_effect' | 'accepted' | 'unknown'>
}

/** For a platform that resells nobody's products: it knows nothing, and what is in effect the host reports. */
export const noConnector: Connector = {
  eligibility: async () => 'unknown',
  domain: async () => 'unknown',
  apply: async () => 'unknown',
}
