import type { Reach, Reseller, resellers } from '@clientele/contract'
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Caller } from '../auth/caller.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { etagOf, type Handlers } from '../handler.ts'
import { newId } from '../new-id.ts'
import { nameKey } from '../clients/search-terms.ts'
import { notFound, Refusal } from '../refusal.ts'
import { readSettings } from '../settings/settings.store.ts'

type AccountRow = typeof accounts.$inferSelect

export const resellerHandlers: Handlers<typeof resellers> = {
  async list({ query, caller, reach }, tx) {
    const [after] = readCursor(query.cursor, 'resellers', 1) ?? ['']
    const rows = await tx.db
      .select()
      .from(accounts)
      .where(and(isReseller, gt(accounts.id, after ?? ''), among(caller, reach)))
      .orderBy(accounts.id)
      .limit(query.limit + 1)
    const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'resellers', keysOf: ({ id }) => [id] })
    return {
      data: shown.map(toReseller),
      nextCursor,
    }
  },

  async get({ params, caller, reach }, tx) {
    const [row] = await tx.db
      .select()
      .from(accounts)
      .where(and(isReseller, eq(accounts.id, params.id), among(caller, reach)))
    if (!row) throw notFound()
    return toReseller(row)
  },

  async create(call, tx) {
    const parent = await parentOf(tx, call.input.parentId ?? call.caller.account.id)
    await requireDepth(tx, parent)
    const { input, now } = call
    const id = newId('acc', now)
    const row = {
      id,
      kind: 'reseller' as const,
      parentId: parent.id,
      path: `${parent.path}${id}/`,
      name: input.displayName,
      nameKey: nameKey(input.displayName),
      status: 'active',
      createdAt: now,
      updatedAt: now,
      legalName: input.legalName ?? null,
      publicIdentifier: input.publicIdentifier,
      domains: input.domains ?? [],
      supportEmail: input.supportEmail ?? null,
      maxClients: input.limits?.maxClients ?? null,
      languageCode: input.defaults?.languageCode ?? null,
      regionCode: input.defaults?.regionCode ?? null,
      timeZone: input.defaults?.timeZone ?? null,
    }
    const [added] = await tx.db.insert(accounts).values(row).onConflictDoNothing().returning()
    if (!added) {
      throw new Refusal(
        'identifier_taken',
        `Another reseller is called ${input.publicIdentifier} already. Choose another one.`,
        {
          data: { publicIdentifier: input.publicIdentifier },
        },
      )
    }
    await recordEvent(tx, call, {
      type: 'reseller.created',
      subject: { type: 'reseller', id },
      ownerId: parent.id,
      changes: { displayName: { from: null, to: input.displayName } },
    })
    return toReseller(added)
  },
}

const isReseller = sql`kind = 'reseller'`

/** The resellers a right reaches: all, those of the own subtree, or the own account. */
function among(caller: Caller, reach: Reach) {
  if (reach === 'all') return undefined
  return inArray(accounts.id, reach === 'tree' ? [...caller.tree] : [caller.account.id])
}

async function parentOf(tx: Tx, id: string): Promise<AccountRow> {
  const [row] = await tx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), sql`kind <> 'client'`))
  if (!row) throw notFound()
  return row
}

async function requireDepth(tx: Tx, parent: AccountRow): Promise<void> {
  const { maxDepth } = await readSettings(tx)
  if (depthOf(parent) < maxDepth) return
  throw new Refusal(
    'tree_depth_exceeded',
    `Resellers may be nested ${maxDepth} deep, and ${parent.id} is at the bottom.`,
    {
      data: { maxDepth },
    },
  )
}

/** The platform is 0. */
function depthOf(account: Pick<AccountRow, 'path'>): number {
  return (account.path ?? '').split('/').length - 2
}

function toReseller(row: AccountRow): Reseller {
  return {
    id: row.id,
    parentId: row.parentId ?? '',
    depth: depthOf(row),
    displayName: row.name,
    legalName: row.legalName,
    publicIdentifier: row.publicIdentifier ?? '',
    domains: row.domains,
    supportEmail: row.supportEmail,
    status: row.status as Reseller['status'],
    limits: { maxClients: row.maxClients },
    defaults: { languageCode: row.languageCode, regionCode: row.regionCode, timeZone: row.timeZone },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
  }
}
