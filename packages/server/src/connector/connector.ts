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
}

/** For a platform that resells nobody's products: it knows nothing. */
export const noConnector: Connector = {
  eligibility: async () => 'unknown',
  domain: async () => 'unknown',
}
