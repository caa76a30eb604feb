import type { access } from '@clientele/contract'
import { eq } from 'drizzle-orm'
import { accessPolicies } from '../database/access.schema.ts'
import { recordEvent } from '../events/record-event.ts'
import { requireVersion, type Answer } from '../handler.ts'
import { notFound } from '../refusal.ts'
import { aboutPair } from './about-pair.ts'
import { readClientAccess } from './client-access.ts'
import { requireSeenPair } from './own-client.ts'
import { lockPair } from './pair.ts'
import { ensurePolicy, readPolicies } from './policies.store.ts'

/** A contract keeps the switch on from now on, or does so no more. It neither turns the switch nor forbids a pause. */
export const lockAccess: Answer<(typeof access)['lock']> = async (call, tx) => {
  const { client, resellers } = await requireSeenPair(tx, call, call.params)
  const pair = { clientId: client.id, resellerId: call.params.resellerId }
  const { clause } = call.input
  await tx.asSystem(async () => {
    await lockPair(tx, pair)
    const [before] = await readPolicies(tx, pair.clientId, [pair.resellerId])
    requireVersion(call, before?.version ?? 0)
    const policy = await ensurePolicy(tx, call, pair)
    if (policy.lockedByContract === clause) return
    await tx.db
      .update(accessPolicies)
      .set({ lockedByContract: clause, version: policy.version + 1, updatedAt: call.now })
      .where(eq(accessPolicies.id, policy.id))
    await recordEvent(tx, call, {
      type: 'access_policy.lock_changed',
      subject: { type: 'access_policy', id: policy.id },
      ...aboutPair(pair),
      changes: { lockedByContract: { from: policy.lockedByContract, to: clause } },
    })
  })
  const [access] = await readClientAccess(tx, call, client, resellers)
  if (!access) throw notFound()
  return access
}
