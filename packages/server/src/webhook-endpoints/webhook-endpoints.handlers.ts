import type { webhookEndpoints as rows } from '@clientele/contract'
import { and, count, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import { readCursor, cutPage } from '../cursor.ts'
import { webhookDeliveries, webhookEndpoints } from '../database/delivery.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Handlers } from '../handler.ts'
import { newId } from '../new-id.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'
import { among, endpointToChange, findEndpoint } from './find-endpoint.ts'
import { replayDelivery } from './replay-delivery.ts'
import { updateEndpoint } from './update-endpoint.ts'
import { addressErrors } from './webhook-address.rules.ts'
import { endOfFeed, saveEndpoint, toDelivery, toEndpoint, type EndpointRow } from './webhook-endpoints.store.ts'
import { newWebhookSecret, replaceSecrets } from './webhook-secrets.ts'

const mostOfAnAccount = 16

export const webhookEndpointHandlers: Handlers<typeof rows> = {
  async list(call, tx) {
    const { limit, cursor } = call.query
    const [after] = readCursor(cursor, 'webhooks', 1) ?? ['']
    const found = await tx.db
      .select()
      .from(webhookEndpoints)
      .where(and(gt(webhookEndpoints.id, after ?? ''), among(call)))
      .orderBy(webhookEndpoints.id)
      .limit(limit + 1)
    const { shown, nextCursor } = cutPage(found, { limit, order: 'webhooks', keysOf: ({ id }) => [id] })
    return {
      data: shown.map((row) => toEndpoint(row, call.now)),
      nextCursor,
    }
  },

  async create(call, tx) {
    const own = call.caller.account.id
    const accountId = call.input.accountId ?? own
    if (call.reach !== 'all' && accountId !== own) throw notFound()
    refuseInvalid(addressErrors(call.input.url, call.webhooks.allowPrivateAddresses))
    await requireRoom(tx, accountId)
    const { secret, stored } = newWebhookSecret(call.masterKey)
    const row: EndpointRow = {
      id: newId('whe', call.now),
      accountId,
      url: call.input.url,
      description: call.input.description ?? null,
      events: [...new Set<string>(call.input.events)],
      status: 'enabled',
      disabledReason: null,
      disabledAt: null,
      secrets: [stored],
      ...(await endOfFeed(tx)),
      failingSince: null,
      resumeAt: null,
      version: 1,
      createdAt: call.now,
      updatedAt: call.now,
    }
    await tx.db.insert(webhookEndpoints).values(row)
    await recordEvent(tx, call, {
      type: 'webhook_endpoint.created',
      subject: { type: 'webhook_endpoint', id: row.id },
      ownerId: accountId,
      changes: { events: { from: null, to: row.events } },
    })
    return { ...toEndpoint(row, call.now), secret }
  },

  async get(call, tx) {
    return toEndpoint(await findEndpoint(call, tx), call.now)
  },

  update: updateEndpoint,

  async rotateSecret(call, tx) {
    const before = await endpointToChange(call, tx)
    const { secret, stored } = newWebhookSecret(call.masterKey)
    const until = new Date(call.now.getTime() + (call.input.overlap ?? 86_400) * 1000)
    const secrets = replaceSecrets(before.secrets, stored, call.now, until)
    const after = await saveEndpoint(tx, { ...before, secrets }, call.now)
    const { oldSecretUntil } = toEndpoint(after, call.now)
    await recordEvent(tx, call, {
      type: 'webhook_endpoint.secret_rotated',
      subject: { type: 'webhook_endpoint', id: after.id },
      ownerId: after.accountId,
      changes: { oldSecretUntil: { from: toEndpoint(before, call.now).oldSecretUntil, to: oldSecretUntil } },
    })
    return { ...toEndpoint(after, call.now), secret }
  },

  async remove(call, tx) {
    const row = await endpointToChange(call, tx)
    await tx.db.delete(webhookEndpoints).where(eq(webhookEndpoints.id, row.id))
    await recordEvent(tx, call, {
      type: 'webhook_endpoint.deleted',
      subject: { type: 'webhook_endpoint', id: row.id },
      ownerId: row.accountId,
      changes: { status: { from: row.status, to: null } },
    })
    return toEndpoint(row, call.now)
  },

  async deliveries(call, tx) {
    const { limit, cursor, state } = call.query
    const endpoint = await findEndpoint(call, tx)
    const [before] = readCursor(cursor, 'deliveries', 1) ?? []
    const found = await tx.db
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.endpointId, endpoint.id),
          state && inArray(webhookDeliveries.state, state),
          before === undefined ? undefined : lt(webhookDeliveries.id, before),
        ),
      )
      .orderBy(desc(webhookDeliveries.id))
      .limit(limit + 1)
    const { shown, nextCursor } = cutPage(found, { limit, order: 'deliveries', keysOf: ({ id }) => [id] })
    return {
      data: shown.map(toDelivery),
      nextCursor,
    }
  },

  replay: replayDelivery,
}

/** Each endpoint takes part in everything that happens: a few are enough for anybody. */
async function requireRoom(tx: Tx, accountId: string): Promise<void> {
  // one at a time, or two that come together would both find room
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId)).for('update')
  if (!account) throw notFound()
  const [counted] = await tx.db
    .select({ used: count() })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.accountId, accountId))
  const used = counted?.used ?? 0
  if (used < mostOfAnAccount) return
  const limits = { limit: mostOfAnAccount, used, missing: used + 1 - mostOfAnAccount }
  throw new Refusal('quota_exceeded', `${account.name} has ${used} endpoints already. Remove one first.`, {
    data: limits,
  })
}
