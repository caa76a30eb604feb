import { and, eq } from 'drizzle-orm'
import { webhookDeliveries, webhookEndpoints } from '../database/delivery.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { bySystem } from '../events/record-event.ts'
import type { Claimed } from './claim-deliveries.ts'
import { nextAttempt, patience, pauseOf } from './retry.rules.ts'
import type { WebhookAnswer } from './send-webhook.ts'
import { disableEndpoint, type EndpointRow } from './webhook-endpoints.store.ts'

/** Writes down how an attempt ended, for the delivery and for its endpoint. */
export async function recordAnswer(tx: Tx, sent: Claimed, answer: WebhookAnswer, now: Date): Promise<void> {
  const { status } = answer
  // the endpoint first, as whoever changes it does: the other order could wait for itself
  const isEndpoint = eq(webhookEndpoints.id, sent.endpointId)
  const [endpoint] = await tx.db.select().from(webhookEndpoints).where(isEndpoint).for('update')
  const isAttempt = and(
    eq(webhookDeliveries.id, sent.id),
    eq(webhookDeliveries.state, 'pending'),
    eq(webhookDeliveries.attempts, sent.attempt),
  )
  const [delivery] = await tx.db.select().from(webhookDeliveries).where(isAttempt).for('update')
  if (!endpoint || !delivery) return
  const isDelivered = status !== null && status >= 200 && status < 300
  const isGone = status === 410
  const failures = delivery.failures + 1
  const failingSince = delivery.failingSince ?? now
  const pause = pauseOf(answer.retryAfter, now)
  const next =
    isDelivered || isGone || answer.isFinal
      ? undefined
      : nextAttempt({ failures, failingSince, now, pause }, Math.random())
  await tx.db
    .update(webhookDeliveries)
    .set({
      state: isDelivered ? 'delivered' : next ? 'pending' : 'failed',
      nextAttemptAt: next ?? null,
      leasedUntil: null,
      endedAt: next ? null : now,
      lastStatus: status,
      lastDetail: answer.detail,
      ...(isDelivered ? { deliveredAt: now, failures: 0, failingSince: null } : { failures, failingSince }),
    })
    .where(eq(webhookDeliveries.id, sent.id))
  // what another address said, or nobody at all, says nothing of the endpoint as it is now
  if (answer.isFinal || endpoint.url !== sent.url) return
  await recordForEndpoint(tx, endpoint, { isDelivered, isGone, pause }, now)
}

async function recordForEndpoint(
  tx: Tx,
  endpoint: EndpointRow,
  { isDelivered, isGone, pause }: { isDelivered: boolean; isGone: boolean; pause: number },
  now: Date,
): Promise<void> {
  const failingSince = isDelivered ? null : (endpoint.failingSince ?? now)
  const resumeAt = pause > 0 ? new Date(now.getTime() + pause) : endpoint.resumeAt
  if (
    failingSince?.getTime() !== endpoint.failingSince?.getTime() ||
    resumeAt?.getTime() !== endpoint.resumeAt?.getTime()
  ) {
    await tx.db.update(webhookEndpoints).set({ failingSince, resumeAt }).where(eq(webhookEndpoints.id, endpoint.id))
  }
  if (isDelivered || endpoint.status === 'disabled') return
  const isGivenUp = failingSince !== null && now.getTime() - failingSince.getTime() >= patience
  if (isGone || isGivenUp) {
    await disableEndpoint(tx, bySystem(now), { ...endpoint, failingSince, resumeAt }, isGone ? 'gone' : 'failing')
  }
}
