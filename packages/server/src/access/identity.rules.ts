import type { Caller } from '../auth/caller.ts'
import { Refusal } from '../refusal.ts'
import type { AccessSettings } from '../settings/settings.store.ts'

/**
 * R166: who decides about an organisation's account does so with an account of that organisation, not with a consumer's.
 * Where the host did not say which it is, it counts as not managed; so do keys, which anybody can have made. A person's
 * client is their own.
 */
export function requireManagedIdentity(
  caller: Pick<Caller, 'identityKind'>,
  client: { form: 'quick' | 'organization' | null },
  settings: Pick<AccessSettings, 'clientAdminIdentity'>,
): void {
  if (isManagedEnough(caller, client, settings)) return
  throw new Refusal(
    'actor_not_managed_identity',
    'This is an organisation: an administrator signed in with an account of the organisation has to do it. The host says so with identityKind: managed.',
    { data: { identityKind: caller.identityKind ?? 'unknown' } },
  )
}

/** The same as an answer. */
export function isManagedEnough(
  caller: Pick<Caller, 'identityKind'>,
  client: { form: 'quick' | 'organization' | null },
  settings: Pick<AccessSettings, 'clientAdminIdentity'>,
): boolean {
  return client.form !== 'organization' || settings.clientAdminIdentity === 'any' || caller.identityKind === 'managed'
}
