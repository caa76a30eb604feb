import type { Caller } from '../auth/caller.ts'
import type { Verdict } from '../connector/ask-connector.ts'
import type { Tx } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import { holderOfDomain } from './domains.store.ts'
import { reaches } from './client-actions.ts'

/** Whose a domain is, as far as this caller may know: of other resellers' clients nothing but that they are (R78). */
export async function ownershipOfDomain(
  tx: Tx,
  caller: Caller,
  domain: string,
  { vendor = 'unknown', exceptId }: { vendor?: Verdict['domain']; exceptId?: string | undefined },
): Promise<{ state: 'available' | 'other' | 'direct' | 'unknown' } | { state: 'own'; clientId: string }> {
  const holder = await holderOfDomain(tx, domain)
  if (!holder) return { state: vendor }
  if (!reaches(caller, holder, 'clients.read')) return { state: 'other' }
  return holder.id === exceptId ? { state: vendor } : { state: 'own', clientId: holder.id }
}

/** Refuses a domain that is a customer's already, saying which case it is and how it can be taken over. */
export async function refuseTakenDomain(
  tx: Tx,
  caller: Caller,
  domain: string,
  known: { vendor?: Verdict['domain']; exceptId?: string | undefined },
): Promise<void> {
  // who claims it at the same time waits here, and is told afterwards that it is taken
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [domain])
  const ownership = await ownershipOfDomain(tx, caller, domain, known)
  if (ownership.state === 'own') {
    const data = { domain, clientId: ownership.clientId }
    throw new Refusal(
      'domain_taken_own',
      `${domain} is the domain of client ${data.clientId}. Open that one instead.`,
      { data },
    )
  }
  if (ownership.state === 'other' || ownership.state === 'direct') {
    const code = ownership.state === 'other' ? 'domain_taken_other' : 'domain_taken_direct'
    throw new Refusal(
      code,
      `${domain} is a customer's already. Ask the client's administrator to transfer it to you.`,
      {
        data: { domain, transfer: 'ask_client_administrator' },
      },
    )
  }
}

/** Refuses an external id that another client of the owner carries. */
export function refuseExternalId(taken: { system: string; id: string; clientId: string } | undefined): void {
  if (!taken) return
  throw new Refusal(
    'external_id_taken',
    `Client ${taken.clientId} carries the external id ${taken.system}:${taken.id} already.`,
    {
      data: taken,
    },
  )
}
