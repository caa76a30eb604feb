import type { AccessRequest } from '@clientele/contract'
import { inArray } from 'drizzle-orm'
import { levelId } from '../access-levels/access-levels.store.ts'
import type { MasterKey } from '../auth/master-key.ts'
import type { Caller } from '../auth/caller.ts'
import { accounts } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { etagOf } from '../handler.ts'
import type { RequestRow } from './access-requests.store.ts'
import { linkTo, openLinks } from './request-links.ts'
import { actionsOn, reaches } from './request-actions.ts'
import { askingSettings, readFacts } from './request-facts.ts'
import { attemptsLeft, statusAt } from './requests.rules.ts'

/** Who reads, and when. */
export interface RequestReader {
  caller: Caller
  masterKey: MasterKey
  now: Date
}

/** Requests as this caller may see them, in their order. The rows are those that the caller was found to reach. */
export async function toAccessRequests(
  by: RequestReader,
  tx: Tx,
  rows: readonly RequestRow[],
  { withActions }: { withActions: boolean },
): Promise<AccessRequest[]> {
  const settings = await askingSettings(tx)
  // the other party of each is known to the caller by the request, though its account is not theirs to read
  const { facts, names } = await tx.asSystem(async () => ({
    facts: await readFacts(tx, rows, settings, by.now),
    names: await readNames(tx, rows),
  }))
  return facts.map(({ row, asking }) => ({
    id: row.id,
    client: { id: row.clientId, name: names.get(row.clientId) ?? '' },
    reseller: { id: row.resellerId, name: names.get(row.resellerId) ?? '' },
    level: levelId({ key: row.levelKey, version: row.levelVersion }),
    scope: row.scope,
    recipientEmail: row.recipientEmail,
    message: row.message,
    languageCode: row.languageCode,
    duration: row.duration,
    autoExtend: row.autoExtend,
    status: statusAt(row, by.now),
    delivery:
      row.delivery && row.deliveryAt
        ? { state: row.delivery, at: row.deliveryAt.toISOString(), detail: row.deliveryDetail }
        : null,
    attempt: row.attempts.length,
    attemptsLeft: attemptsLeft(asking),
    sentAt: row.sentAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    remindedAt: row.remindedAt.map((at) => at.toISOString()),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: row.decidedBy,
    decisionReason: row.decisionReason,
    renewalAskedAt: row.renewalAskedAt?.toISOString() ?? null,
    supersedesId: row.supersedesId,
    grantId: row.grantId,
    ...copyableLink(by, row, settings.requestUrl),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
    ...(withActions ? { actions: actionsOn(by.caller, { row, asking }, by.now) } : {}),
  }))
}

/** One request with what the caller may do with it. */
export async function toAccessRequest(by: RequestReader, tx: Tx, row: RequestRow): Promise<AccessRequest> {
  const [request] = await toAccessRequests(by, tx, [row], { withActions: true })
  if (!request) throw new Error(`Clientele: the client of request ${row.id} is missing.`)
  return request
}

/** For the people of the reseller that asks, and nobody else. */
function copyableLink(by: RequestReader, row: RequestRow, requestUrl: string | null) {
  const isSender =
    by.caller.account.id === row.resellerId && reaches(by.caller, row.resellerId, 'access_requests.create')
  if (!isSender) return {}
  const isOpen = statusAt(row, by.now) === 'pending' && row.sealedLinks && requestUrl !== null
  return { copyableLink: isOpen ? linkTo(requestUrl, openLinks(by.masterKey, row.sealedLinks as Buffer).copied) : null }
}

async function readNames(tx: Tx, rows: readonly RequestRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ clientId, resellerId }) => [clientId, resellerId]))]
  if (ids.length === 0) return new Map()
  const found = await tx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}
