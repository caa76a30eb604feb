import type { Event, FieldError, Suggestion, suggestions } from '@clientele/contract'
import { suggestionActions } from '@clientele/contract/schemas'
import { and, eq, gt, inArray, ne } from 'drizzle-orm'
import { aboutPair } from '../access/about-pair.ts'
import { requireAllowed } from '../action-state.ts'
import { accountNames } from '../accounts/account-names.ts'
import { ofClient } from '../accounts/client-ids.ts'
import { ownersIn } from '../auth/caller.ts'
import type { ClientRow } from '../clients/clients.store.ts'
import { holdClient, reachedClient } from '../clients/reached-client.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { suggestions as table } from '../database/access.schema.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { etagOf, requireVersion, type Call, type Handlers } from '../handler.ts'
import { newId } from '../new-id.ts'
import { placeOrder, requireOrderable } from '../orders/place-order.ts'
import { notFound, refuseInvalid } from '../refusal.ts'
import { skuName } from '../subscriptions/subscription-view.ts'
import { answeredStatus, statusAt, suggestionAction, type SuggestionAction } from './suggestions.rules.ts'
import { mailSuggestion } from './mail-suggestion.ts'

type SuggestionRow = typeof table.$inferSelect

export const suggestionHandlers: Handlers<typeof suggestions> = {
  async list(call, tx) {
    const { query, caller, reach } = call
    const [after] = readCursor(query.cursor, 'suggestions', 1) ?? ['']
    const resellers = ownersIn(caller, reach)
    // a draft is its writer's own
    const own =
      caller.account.kind === 'client'
        ? and(eq(table.clientId, caller.account.id), ne(table.status, 'draft'))
        : undefined
    const rows = await tx.db
      .select()
      .from(table)
      .where(
        and(
          gt(table.id, after ?? ''),
          own ?? (resellers && inArray(table.resellerId, [...resellers])),
          await ofClient(tx, table.clientId, query.clientId),
          query.status && inArray(table.status, query.status),
        ),
      )
      .orderBy(table.id)
      .limit(query.limit + 1)
    const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'suggestions', keysOf: ({ id }) => [id] })
    return {
      data: await toSuggestions(call, tx, shown, query.include?.includes('actions') ?? false),
      nextCursor,
    }
  },

  async create(call, tx) {
    const { input, caller, reach, now } = call
    const client = await reachedClient(tx, caller, reach, input.clientId)
    const resellerId = input.resellerId ?? caller.account.id
    const [reseller] = await tx.db.select().from(accounts).where(eq(accounts.id, resellerId))
    const isTheirs = reseller?.kind === 'reseller' && (reach === 'all' || resellerId === caller.account.id)
    refuseInvalid([
      ...(isTheirs ? [] : [invalid('/resellerId', 'A reseller suggests in its own name.')]),
      ...(input.expiresAt !== undefined && new Date(input.expiresAt) <= now
        ? [invalid('/expiresAt', 'The suggestion would be over before it is sent.')]
        : []),
      ...twice(input.items),
    ])
    requireOrderable(client, input.items, call.families)
    const isSent = input.send ?? true
    const row: SuggestionRow = {
      id: newId('sug', now),
      clientId: client.id,
      resellerId,
      items: input.items.map(({ sku, quantity, note }) => ({
        sku,
        quantity: quantity ?? 1,
        note: note ?? null,
        orderId: null,
      })),
      message: input.message ?? null,
      status: isSent ? 'sent' : 'draft',
      reason: null,
      expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt),
      version: 1,
      createdAt: now,
      updatedAt: now,
    }
    await holdClient(tx, client)
    await tx.db.insert(table).values(row)
    if (isSent) await recordSent(call, tx, row, client)
    return toSuggestion(call, tx, row)
  },

  async get(call, tx) {
    const row = await read(call, tx)
    const isRead = call.caller.account.id === row.clientId && row.status === 'sent'
    if (!isRead) return toSuggestion(call, tx, row)
    return toSuggestion(call, tx, await become(call, tx, row, { status: 'viewed' }, 'suggestion.viewed'))
  },

  async send(call, tx) {
    const { row, client } = await toChange(call, tx, 'send')
    requireOrderable(client, row.items, call.families)
    // the draft may be older than the joining of its client with an account (R32)
    const after = await save(tx, row, { status: 'sent', clientId: client.id }, call.now)
    await recordSent(call, tx, after, client)
    return toSuggestion(call, tx, after)
  },

  async withdraw(call, tx) {
    const { row } = await toChange(call, tx, 'withdraw')
    return toSuggestion(call, tx, await become(call, tx, row, { status: 'withdrawn' }, 'suggestion.withdrawn'))
  },

  async answer(call, tx) {
    const { buy, reason } = call.input
    const { row, client } = await toChange(call, tx, 'answer')
    const known = row.items.map(({ sku }) => sku)
    refuseInvalid(
      buy.flatMap((sku, index) =>
        known.includes(sku) ? [] : [invalid(`/buy/${index}`, 'This product was not suggested.')],
      ),
    )
    const bought = row.items.filter(({ sku }) => buy.includes(sku))
    const order =
      bought.length === 0
        ? undefined
        : await placeOrder(call, tx, {
            client,
            items: bought,
            soldById: null,
            resellerId: row.resellerId,
            grantId: null,
            suggestionId: row.id,
          })
    const status = answeredStatus(row.items.length, bought.length)
    const items = row.items.map((item) => (buy.includes(item.sku) ? { ...item, orderId: order?.id ?? null } : item))
    const type = `suggestion.${status}` as Event['type']
    return toSuggestion(call, tx, await become(call, tx, row, { status, items, reason: reason ?? null }, type))
  },
}

function invalid(pointer: string, detail: string): FieldError {
  return { pointer, code: 'invalid_choice', detail }
}

function twice(items: readonly { sku: string }[]): FieldError[] {
  return items.flatMap(({ sku }, index) =>
    items.findIndex((other) => other.sku === sku) === index
      ? []
      : [invalid(`/items/${index}/sku`, 'This product stands in the suggestion already: change its quantity.')],
  )
}

async function read(call: Call & { params: { id: string } }, tx: Tx): Promise<SuggestionRow> {
  const [row] = await tx.db.select().from(table).where(eq(table.id, call.params.id)).for('update')
  if (!row || (row.status === 'draft' && call.caller.account.kind === 'client')) throw notFound()
  return { ...row, status: statusAt(row, call.now) }
}

/** A suggestion with which this caller may do this now. */
async function toChange(
  call: Call & { params: { id: string } },
  tx: Tx,
  action: SuggestionAction,
): Promise<{ row: SuggestionRow; client: ClientRow }> {
  const row = await read(call, tx)
  requireVersion(call, row.version)
  requireAllowed(suggestionAction(call.caller, row, action), `${action} cannot be done with ${row.id} now.`)
  return { row, client: await reachedClient(tx, call.caller, call.reach, row.clientId) }
}

async function save(tx: Tx, row: SuggestionRow, change: Partial<SuggestionRow>, now: Date): Promise<SuggestionRow> {
  const after = { ...row, ...change, version: row.version + 1, updatedAt: now }
  const { id, ...values } = after
  await tx.db.update(table).set(values).where(eq(table.id, id))
  return after
}

async function become(
  call: Call,
  tx: Tx,
  row: SuggestionRow,
  change: Partial<SuggestionRow>,
  type: Event['type'],
): Promise<SuggestionRow> {
  const after = await save(tx, row, change, call.now)
  await recordEvent(tx, call, {
    type,
    ...about(after),
    changes: { status: { from: row.status, to: after.status } },
  })
  return after
}

function about(row: SuggestionRow) {
  return { subject: { type: 'suggestion', id: row.id } as const, ...aboutPair(row) }
}

async function recordSent(call: Call, tx: Tx, row: SuggestionRow, client: ClientRow): Promise<void> {
  await recordEvent(tx, call, {
    type: 'suggestion.sent',
    ...about(row),
    changes: { status: { from: null, to: 'sent' } },
  })
  await mailSuggestion(tx, call, row, client)
}

async function toSuggestion(call: Call, tx: Tx, row: SuggestionRow): Promise<Suggestion> {
  const [one] = await toSuggestions(call, tx, [row], true)
  return one as Suggestion
}

async function toSuggestions(
  call: Call,
  tx: Tx,
  rows: readonly SuggestionRow[],
  withActions: boolean,
): Promise<Suggestion[]> {
  const names = await accountNames(
    tx,
    rows.flatMap(({ clientId, resellerId }) => [clientId, resellerId]),
  )
  return rows.map((row) => ({
    id: row.id,
    client: { id: row.clientId, name: names.get(row.clientId) ?? '' },
    reseller: { id: row.resellerId, name: names.get(row.resellerId) ?? '' },
    items: row.items.map((item) => ({ ...item, name: skuName(call.families, item.sku) })),
    message: row.message,
    status: statusAt(row, call.now),
    reason: row.reason,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
    ...(withActions ? { actions: actionsOn(call, row) } : {}),
  }))
}

function actionsOn({ caller }: Call, row: SuggestionRow): NonNullable<Suggestion['actions']> {
  const states = suggestionActions.map((action) => [action, suggestionAction(caller, row, action)] as const)
  return Object.fromEntries(states) as NonNullable<Suggestion['actions']>
}
