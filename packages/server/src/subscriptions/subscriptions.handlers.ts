import type { ActionState, Capability, Subscription, subscriptions } from '@clientele/contract'
import { requireAllowed } from '../action-state.ts'
import type { Caller } from '../auth/caller.ts'
import { ownersIn } from '../auth/caller.ts'
import { mayUse } from '../access/may.ts'
import { holdPair } from '../access/pair.ts'
import { accountNames } from '../accounts/account-names.ts'
import { clientBehind, ofClient } from '../accounts/client-ids.ts'
import { lockClient } from '../clients/clients.store.ts'
import { requireNotJoined } from '../clients/reached-client.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accounts } from '../database/schema.ts'
import { subscriptions as table } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { requireVersion, type Call, type Handlers } from '../handler.ts'
import { newId } from '../new-id.ts'
import { notFound, refuseInvalid } from '../refusal.ts'
import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { noteUse } from '../access-grants/note-use.ts'
import { actionsOn, skuName, standingOf, stateFor, toSubscription, type Standable } from './subscription-view.ts'
import {
  insertSubscription,
  lockSubscription,
  saveSubscription,
  sellerLinked,
  type SubscriptionRow,
} from './subscriptions.store.ts'

export const subscriptionHandlers: Handlers<typeof subscriptions> = {
  async list(call, tx) {
    const { query, caller, reach } = call
    const [after] = readCursor(query.cursor, 'subscriptions', 1) ?? ['']
    const owners = ownersIn(caller, reach)
    const rows = await tx.db
      .select()
      .from(table)
      .where(
        and(
          gt(table.id, after ?? ''),
          (await ofClient(tx, table.clientId, query.clientId)) ?? among(caller, owners),
          query.status && inArray(table.status, query.status),
        ),
      )
      .orderBy(table.id)
      .limit(query.limit + 1)
    const { shown, nextCursor } = cutPage(rows, {
      limit: query.limit,
      order: 'subscriptions',
      keysOf: ({ id }) => [id],
    })
    return {
      data: await readAll(call, tx, shown, query.include?.includes('actions') ?? false),
      nextCursor,
    }
  },

  async get(call, tx) {
    const [row] = await tx.db.select().from(table).where(eq(table.id, call.params.id))
    if (!row) throw notFound()
    return readOne(call, tx, row)
  },

  async record(call, tx) {
    const { input, now, families } = call
    // held, so that it is not joined with another account in the meantime; an account before its records
    const client = await lockClient(tx, await clientBehind(tx, input.clientId))
    if (client) requireNotJoined(client)
    const sellerId = input.soldById ?? null
    const [seller] =
      sellerId === null
        ? []
        : await tx.db
            .select()
            .from(accounts)
            .where(and(eq(accounts.id, sellerId), sql`kind = 'reseller'`))
    const family = families.find(({ skus }) => skus.some(({ key }) => key === input.sku))
    refuseInvalid([
      ...(client ? [] : [choice('/clientId', 'There is no such client.')]),
      ...(sellerId === null || seller ? [] : [choice('/soldById', 'There is no such reseller.')]),
      ...(family ? [] : [choice('/sku', 'There is no such product.')]),
    ])
    const row = await insertSubscription(tx, {
      id: newId('sub', now),
      clientId: client?.id ?? input.clientId,
      sku: input.sku,
      productFamily: family?.key ?? '',
      soldById: sellerId,
      status: 'active',
      seats: input.seats ?? null,
      domains: input.domains ?? [],
      createdAt: now,
      updatedAt: now,
    })
    await tell(call, tx, row, 'subscription.created', { sku: { from: null, to: row.sku } }, undefined)
    return readOne(call, tx, row)
  },

  async setSeats(call, tx) {
    const { seats } = call.input
    // more of something is bought like something new (R6)
    const isMore = (row: SubscriptionRow) => row.seats === null || seats > row.seats
    const { row, grantId } = await toChange(call, tx, (row) => (isMore(row) ? 'products.purchase' : 'products.manage'))
    if (row.seats === seats) return readOne(call, tx, row)
    const saved = await saveSubscription(tx, { ...row, seats }, call.now)
    const changes = { seats: { from: row.seats, to: saved.seats } }
    await tell(call, tx, saved, 'subscription.seats_changed', changes, grantId)
    return readOne(call, tx, saved)
  },

  async cancel(call, tx) {
    const { row, grantId } = await toChange(call, tx, () => 'products.manage')
    const saved = await saveSubscription(tx, { ...row, status: 'canceled' }, call.now)
    const changes = { status: { from: row.status, to: saved.status } }
    await tell(call, tx, saved, 'subscription.canceled', changes, grantId)
    return readOne(call, tx, saved)
  },
}

function choice(pointer: string, detail: string) {
  return { pointer, code: 'invalid_choice', detail } as const
}

/** Whose subscriptions a list without a client shows: those sold by the resellers in reach, and those of their clients. */
function among(caller: Caller, owners: readonly string[] | undefined) {
  if (caller.account.kind === 'client') return eq(table.clientId, caller.account.id)
  if (owners === undefined) return undefined
  const ours = sql`(select id from accounts where kind = 'client' and parent_id = any(${sql.param([...owners])}::text[]))`
  return or(inArray(table.soldById, [...owners]), sql`${table.clientId} in ${ours}`)
}

/** A subscription that this caller may change now, and the grant under which, where there is one. */
async function toChange(
  call: Call & { params: { id: string } },
  tx: Tx,
  wants: (row: SubscriptionRow) => Capability,
): Promise<{ row: SubscriptionRow; grantId: string | undefined }> {
  const held = await holdSubscription(call, tx)
  const { isSellerLinked: _isSellerLinked, ...row } = held
  requireVersion(call, row.version)
  const consent = await consentFor(call, tx, held, wants(row))
  const state = stateFor(call.caller, held, consent)
  requireAllowed(state, `Subscription ${row.id} cannot be changed by this caller now.`)
  const grantId = consent?.grantId ?? undefined
  if (grantId !== undefined) await noteUse(tx, call, grantId)
  return { row, grantId }
}

/** The subscription, and the pair whose link and consent decide: the pair first, as whoever accepts takes them. */
async function holdSubscription(
  { caller, params }: Call & { params: { id: string } },
  tx: Tx,
): Promise<SubscriptionRow & Standable> {
  const [seen] = await tx.db.select().from(table).where(eq(table.id, params.id))
  if (!seen) throw notFound()
  const { clientId } = seen
  if (caller.account.kind === 'reseller') await holdPair(tx, { clientId, resellerId: caller.account.id })
  const row = await lockSubscription(tx, params.id)
  if (!row) throw notFound()
  // with its client it went over to the account
  if (row.clientId !== clientId) requireNotJoined({ id: clientId, aliasOf: row.clientId })
  const [held] = await withSellers(caller, tx, [row])
  return held as SubscriptionRow & Standable
}

/** A reseller manages what it sold as long as it has a link with the client (model 5.5); of others that is not asked. */
async function withSellers(
  caller: Caller,
  tx: Tx,
  rows: readonly SubscriptionRow[],
): Promise<(SubscriptionRow & Standable)[]> {
  const isAsked = caller.account.kind === 'reseller' && rows.length > 0
  const ids = rows.map(({ id }) => id)
  const linked = isAsked ? await sellerLinked(tx, ids) : new Set(ids)
  return rows.map((row) => ({ ...row, isSellerLinked: linked.has(row.id) }))
}

/** The client's consent, where that is what decides. */
async function consentFor(
  { caller, now }: Pick<Call, 'caller' | 'now'>,
  tx: Tx,
  row: SubscriptionRow & Standable,
  capability: Capability,
): Promise<(ActionState & { grantId: string | null }) | undefined> {
  if (standingOf(caller, row) !== 'by_consent') return undefined
  const resellerId = caller.account.id
  const about = { clientId: row.clientId, resellerId, capability, subscriptionId: row.id }
  return mayUse(tx, { ...about, caller, now })
}

async function readOne(call: Call, tx: Tx, row: SubscriptionRow): Promise<Subscription> {
  const [read] = await readAll(call, tx, [row], true)
  return read as Subscription
}

async function readAll(
  call: Call,
  tx: Tx,
  rows: readonly SubscriptionRow[],
  withActions: boolean,
): Promise<Subscription[]> {
  const names = await accountNames(
    tx,
    rows.map(({ soldById }) => soldById),
  )
  if (!withActions) return rows.map((row) => toSubscription(row, names, call.families))
  const read: Subscription[] = []
  for (const row of await withSellers(call.caller, tx, rows)) {
    const consent = await consentFor(call, tx, row, 'products.manage')
    const actions = actionsOn(call.caller, row, consent)
    read.push({ ...toSubscription(row, names, call.families), actions })
  }
  return read
}

async function tell(
  call: Call,
  tx: Tx,
  row: SubscriptionRow,
  type: 'subscription.created' | 'subscription.seats_changed' | 'subscription.canceled',
  changes: Record<string, { from: unknown; to: unknown }>,
  grantId: string | undefined,
): Promise<void> {
  const resellerId = grantId === undefined ? null : call.caller.account.id
  await recordEvent(tx, call, {
    type,
    subject: { type: 'subscription', id: row.id, display: skuName(call.families, row.sku) },
    // who sold it; of what was bought from the platform who looks after it, and where nobody does, the client's owner
    ownerId: row.soldById ?? resellerId ?? (await ownerIdOf(tx, row.clientId)),
    clientId: row.clientId,
    ...(grantId === undefined || resellerId === null ? {} : { grantId, resellerId }),
    changes,
  })
}

async function ownerIdOf(tx: Tx, clientId: string): Promise<string> {
  const [client] = await tx.asSystem(() =>
    tx.db.select({ ownerId: accounts.parentId }).from(accounts).where(eq(accounts.id, clientId)),
  )
  return client?.ownerId ?? ''
}
