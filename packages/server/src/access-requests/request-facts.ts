import { levelId, readLevel } from '../access-levels/access-levels.store.ts'
import type { Tx } from '../database/transaction.ts'
import { accessSettings, linkSettings, readSettings } from '../settings/settings.store.ts'
import { readPairs, type RequestRow } from './access-requests.store.ts'
import { noDuration } from './check-request.ts'
import type { AskingFacts } from './requests.rules.ts'

/** A request and what decides about it besides its own row. */
export interface RequestFacts {
  row: RequestRow
  asking: AskingFacts
}

/** What the platform has decided about asking. */
export interface AskingSettings {
  ttl: string
  reminders: readonly string[]
  maxAttempts: number
  maxDuration: string | null
  /** The host's page that links lead to. */
  requestUrl: string | null
}

export async function askingSettings(tx: Tx): Promise<AskingSettings> {
  const row = await readSettings(tx)
  const access = accessSettings(row)
  return {
    ttl: access.requestTtl,
    reminders: access.requestReminders,
    maxAttempts: access.requestMaxAttempts,
    maxDuration: access.maxDuration,
    requestUrl: linkSettings(row).requestUrl,
  }
}

/** Reads what decides about requests, in their order. Wants a transaction in system scope. */
export async function readFacts(
  tx: Tx,
  rows: readonly RequestRow[],
  { maxAttempts, maxDuration, requestUrl }: Pick<AskingSettings, 'maxAttempts' | 'maxDuration' | 'requestUrl'>,
  now: Date,
): Promise<RequestFacts[]> {
  const questions = rows.map(({ clientId, resellerId, recipientEmail }) => ({
    clientId,
    resellerId,
    email: recipientEmail,
  }))
  const pairs = await readPairs(tx, questions, now)
  const levels = new Map<string, AskingFacts['level']>()
  for (const { levelKey: key, levelVersion: version } of rows) {
    const id = levelId({ key, version })
    if (!levels.has(id)) levels.set(id, await stateOfLevel(tx, key, version))
  }
  return rows.flatMap((row, place) => {
    const pair = pairs[place]
    const level = levels.get(levelId({ key: row.levelKey, version: row.levelVersion }))
    if (!pair || !level) return []
    const asking: AskingFacts = {
      client: { id: row.clientId, status: pair.clientStatus, isLinked: pair.isLinked },
      resellerId: row.resellerId,
      hasPage: requestUrl !== null,
      level,
      noDuration: noDuration(row, maxDuration, now),
      pending: pair.pending?.id === row.id ? null : pair.pending,
      attempts: pair.attempts,
      mailboxAttempts: pair.mailboxAttempts,
      maxAttempts,
      declinedAt: pair.declinedAt,
      recipient: { email: row.recipientEmail, hasBounced: pair.hasBounced },
    }
    return [{ row, asking }]
  })
}

async function stateOfLevel(tx: Tx, key: string, version: number): Promise<AskingFacts['level']> {
  const newest = await readLevel(tx, key)
  const offered = newest?.selectable ? newest : undefined
  return { isRetired: offered?.version !== version, newest: offered ? levelId(offered) : null }
}
