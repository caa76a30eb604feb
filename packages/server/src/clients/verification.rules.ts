type Verification = 'none' | 'email_verified' | 'domain_verified'

/** What a client can prove next: proof is never taken back, and only who has a domain can prove one (R50). */
export function verificationsFrom(client: {
  verification: Verification | null
  primaryDomain: string | null
}): Exclude<Verification, 'none'>[] {
  const now = client.verification ?? 'none'
  if (now === 'domain_verified') return []
  const next: Exclude<Verification, 'none'>[] = now === 'none' ? ['email_verified'] : []
  return client.primaryDomain === null ? next : [...next, 'domain_verified']
}
