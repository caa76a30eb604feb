import type { AccessGrant } from '@clientele/contract'
import { levelId } from '../access-levels/level-id.ts'
import { inOrder, versionOffer } from '../access-levels/levels.rules.ts'
import type { Caller } from '../auth/caller.ts'
import type { Tx } from '../database/transaction.ts'
import { etagOf } from '../handler.ts'
import { accessSettings, readSettings, type AccessSettings } from '../settings/settings.store.ts'
import { isExpiring } from './expiry.rules.ts'
import { grantActionsOn, type GrantSurroundings } from './grant-actions.ts'
import { isLiving, statusAt } from './grants.rules.ts'
import type { GrantRow } from './grants.store.ts'

/** Who reads, and when. */
export interface GrantReader {
  caller: Caller
  now: Date
}

interface Around {
  accounts: Map<string, { name: string; form: GrantSurroundings['clientForm'] }>
  /** By key, what the newest version of a level contains. */
  newest: Map<string, { key: string; version: number; capabilities: string[] }>
  overdue: Set<string>
  settings: AccessSettings
}

/** Grants as their parties see them: the caller may see the rows, and by them learns the names on both sides. */
export async function toGrants(
  tx: Tx,
  by: GrantReader,
  rows: readonly GrantRow[],
  withActions: boolean,
): Promise<AccessGrant[]> {
  if (rows.length === 0) return []
  const around = await readAround(tx, rows)
  return rows.map((stored) => {
    const row = { ...stored, status: statusAt(stored, by.now) }
    const surroundings = surroundingsOf(row, around)
    return {
      ...toGrant(row, around, surroundings, by.now),
      ...(withActions ? { actions: grantActionsOn(by.caller, row, surroundings) } : {}),
    }
  })
}

/** What decides about the actions on one grant. */
export async function readSurroundings(tx: Tx, row: GrantRow): Promise<GrantSurroundings> {
  return surroundingsOf(row, await readAround(tx, [row]))
}

function surroundingsOf(row: GrantRow, { accounts, newest, settings }: Around): GrantSurroundings {
  return {
    clientForm: accounts.get(row.clientId)?.form ?? null,
    offeredVersion: isLiving(row.status) ? offeredVersion(row, newest.get(row.levelKey)) : null,
    settings,
  }
}

function offeredVersion(
  row: GrantRow,
  newest: Parameters<typeof versionOffer>[1],
): GrantSurroundings['offeredVersion'] {
  const offer = versionOffer(row, newest)
  if (!offer) return null
  const isDeclined = row.declinedVersion === newest?.version
  return { ...offer, declinedAt: isDeclined ? (row.declinedAt?.toISOString() ?? null) : null }
}

async function readAround(tx: Tx, rows: readonly GrantRow[]): Promise<Around> {
  return tx.asSystem(async () => {
    const accounts = await tx.query<{ id: string; name: string; form: GrantSurroundings['clientForm'] }>(
      'select id, name, form from accounts where id = any($1)',
      [rows.flatMap(({ clientId, resellerId }) => [clientId, resellerId])],
    )
    const levels = await tx.query<{ key: string; version: number; capabilities: string[] }>(
      `select key, version, capabilities from access_levels where key = any($1) and status = 'published'`,
      [rows.map(({ levelKey }) => levelKey)],
    )
    const overdue = await tx.query<{ target_id: string }>(
      `select p.target_id from unnest($1::text[], $2::text[], $3::text[]) g(client_id, reseller_id, id)
         join propagations p on p.client_id = g.client_id and p.reseller_id = g.reseller_id and p.target = 'grant'
           and p.target_id = g.id and p.state = 'pending'
        where p.overdue_at is not null`,
      [rows.map((row) => row.clientId), rows.map((row) => row.resellerId), rows.map((row) => row.id)],
    )
    return {
      accounts: new Map(accounts.map((account) => [account.id, account])),
      newest: new Map(levels.map((level) => [level.key, level])),
      overdue: new Set(overdue.map(({ target_id }) => target_id)),
      settings: accessSettings(await readSettings(tx)),
    }
  })
}

function toGrant(row: GrantRow, around: Around, { offeredVersion }: GrantSurroundings, now: Date): AccessGrant {
  const ref = (id: string) => ({ id, name: around.accounts.get(id)?.name ?? '' })
  return {
    id: row.id,
    client: ref(row.clientId),
    reseller: ref(row.resellerId),
    requestId: row.requestId,
    level: levelId({ key: row.levelKey, version: row.levelVersion }),
    family: row.family,
    capabilities: inOrder(row.capabilities),
    scope: row.scope,
    source: row.source,
    status: row.status,
    overdue: around.overdue.has(row.id),
    expiring:
      isLiving(row.status) && row.autoExtend === null && isExpiring(row.endsAt, around.settings.expiryNotices, now),
    activatedAt: row.activatedAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    autoExtend: row.autoExtend,
    ...endOf(row),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    receiptId: row.receiptId,
    offeredVersion,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
  }
}

/** One whose time is over ended then, whenever that is written down. */
function endOf({ status, endedAt, endReason, endsAt }: GrantRow): Pick<AccessGrant, 'endedAt' | 'endReason'> {
  if (status === 'expired') return { endedAt: (endsAt ?? endedAt)?.toISOString() ?? null, endReason: 'expired' }
  return { endedAt: endedAt?.toISOString() ?? null, endReason: endReason as AccessGrant['endReason'] }
}
