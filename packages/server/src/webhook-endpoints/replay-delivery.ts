import type { WebhookDelivery, webhookEndpoints as rows } from '@clientele/contract'
import { and, eq } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { wake } from '../jobs/due-work.ts'
import { notFound, Refusal } from '../refusal.ts'
import { among } from './find-endpoint.ts'
import { toDelivery } from './webhook-endpoints.store.ts'

type Replay = (typeof rows)['replay']

/** Makes a delivery due once more, under the id it has always had. */
export async function replayDelivery(call: Call<Replay>, tx: Tx): Promise<WebhookDelivery> {
  const [found] = await tx.db
    .select()
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(and(eq(webhookDeliveries.id, call.params.id), among(call)))
    .for('update')
  if (!found) throw notFound()
  const { webhook_deliveries: before, webhook_endpoints: endpoint } = found
  if (endpoint.status === 'disabled') {
    throw new Refusal('invalid_state_transition', 'The endpoint is disabled. Enable it, then replay.', {
      data: { state: 'disabled', allowed: ['enabled'] },
    })
  }
  if (before.leasedUntil && before.leasedUntil > call.now) {
    throw new Refusal('invalid_state_transition', 'It is being sent at this moment. Wait for how it ends.', {
      data: { state: before.state, allowed: ['delivered', 'failed'] },
    })
  }
  const again = {
    state: 'pending',
    nextAttemptAt: call.now,
    failures: 0,
    failingSince: null,
    replayedAt: call.now,
    endedAt: null,
  } as const
  await tx.db.update(webhookDeliveries).set(again).where(eq(webhookDeliveries.id, before.id))
  await recordEvent(tx, call, {
    type: 'webhook.replayed',
    subject: { type: 'webhook_endpoint', id: endpoint.id },
    ownerId: endpoint.accountId,
    changes: { delivery: { from: null, to: before.id }, state: { from: before.state, to: 'pending' } },
  })
  await wake(tx, 'webhooks')
  return toDelivery({ ...before, ...again })
}
