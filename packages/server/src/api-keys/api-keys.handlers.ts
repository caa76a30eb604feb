import { accountKindOf, roleCovers, type ApiKey, type apiKeys, type Reach, type Role } from '@clientele/contract'
import { and, eq, gt } from 'drizzle-orm'
import { hashSecret, hintOf, newSecret } from '../auth/api-key-secret.ts'
import type { Caller } from '../auth/caller.ts'
import { readCursor, cutPage } from '../cursor.ts'
import { accounts, apiKeys as table } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Handlers } from '../handler.ts'
import { newId } from '../new-id.ts'
import { notFound, Refusal, refuseInvalid } from '../refusal.ts'

type KeyRow = typeof table.$inferSelect

export const apiKeyHandlers: Handlers<typeof apiKeys> = {
  async list({ query, caller, reach }, tx) {
    const [after] = readCursor(query.cursor, 'keys', 1) ?? ['']
    const rows = await tx.db
      .select()
      .from(table)
      .where(and(gt(table.id, after ?? ''), among(caller, reach)))
      .orderBy(table.id)
      .limit(query.limit + 1)
    const { shown, nextCursor } = cutPage(rows, { limit: query.limit, order: 'keys', keysOf: ({ id }) => [id] })
    return {
      data: shown.map(toApiKey),
      nextCursor,
    }
  },

  async create(call, tx) {
    const own = call.caller.account.id
    const accountId = call.input.accountId ?? own
    if (call.reach !== 'all' && accountId !== own) throw notFound()
    await requireRoleAt(tx, call.caller, call.input.role, accountId)
    const expiresAt = call.input.expiresAt === undefined ? null : new Date(call.input.expiresAt)
    refuseInvalid(
      expiresAt && expiresAt <= call.now
        ? [{ pointer: '/expiresAt', code: 'invalid_choice', detail: 'The key would have expired already.' }]
        : [],
    )
    const secret = newSecret()
    const row: KeyRow = {
      id: newId('key', call.now),
      accountId,
      name: call.input.name,
      role: call.input.role,
      hash: hashSecret(secret),
      hint: hintOf(secret),
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      createdAt: call.now,
    }
    await tx.db.insert(table).values(row)
    const changes = { role: { from: null, to: row.role }, name: { from: null, to: row.name } }
    await recordEvent(tx, call, {
      type: 'api_key.created',
      subject: { type: 'api_key', id: row.id },
      ownerId: accountId,
      changes,
    })
    return { ...toApiKey(row), secret }
  },

  async revoke(call, tx) {
    const mine = among(call.caller, call.reach)
    const [row] = await tx.db
      .select()
      .from(table)
      .where(and(eq(table.id, call.params.id), mine))
      .for('update')
    if (!row) throw notFound()
    if (row.revokedAt) return toApiKey(row)
    await tx.db.update(table).set({ revokedAt: call.now }).where(eq(table.id, row.id))
    const changes = { revokedAt: { from: null, to: call.now.toISOString() } }
    const subject = { type: 'api_key', id: row.id } as const
    await recordEvent(tx, call, { type: 'api_key.revoked', subject, ownerId: row.accountId, changes })
    return toApiKey({ ...row, revokedAt: call.now })
  },
}

/** No one hands out a role that may do more than their own, or at an account they do not reach. */
export async function requireRoleAt(tx: Tx, caller: Caller, role: Role, accountId: string): Promise<void> {
  const [account] = await tx.db.select().from(accounts).where(eq(accounts.id, accountId))
  if (!account) throw notFound()
  if (accountKindOf[role] !== account.kind) {
    refuseInvalid([{ pointer: '/role', code: 'invalid_choice', detail: `A ${account.kind} has no ${role}.` }])
  }
  if (roleCovers(caller.role, role)) return
  throw new Refusal('role_required', `The role ${caller.role} may not hand out ${role}, which may do more.`, {
    data: { roles: [role] },
  })
}

/** The keys a right reaches: all, or those of the own account. */
function among(caller: Caller, reach: Reach) {
  return reach === 'all' ? undefined : eq(table.accountId, caller.account.id)
}

function toApiKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    accountId: row.accountId,
    name: row.name,
    role: row.role,
    hint: row.hint,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
