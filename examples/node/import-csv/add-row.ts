import type { CreateClient } from '@clientele/contract'
import { isApiError, isClienteleError, type ApiError, type Clientele } from '@clientele/sdk'
import { createHash } from 'node:crypto'
import { isSameClient } from './is-same-client.ts'
import type { RowResult } from './report.ts'

/** What rows of one run share. */
export interface Run {
  client: Clientele
  /** Different for each run, in characters that a header can carry. */
  id: string
  /** The server's time when the run began, in milliseconds. */
  startedAt: number
}

type Fate = Pick<RowResult, 'outcome' | 'clientId' | 'error' | 'fields' | 'requestId'> & {
  /** Another run may fare better: the server was not reached, or was not able to. */
  isPassing?: boolean
}

/** The same row has the same key in every run, so that none of them adds it again. Its external id is part of it. */
export function keyOf(input: CreateClient): string {
  return `import-${createHash('sha256').update(JSON.stringify(input)).digest('hex')}`
}

/** Adds what a row says, or finds out that it is there already. Rejects only where this program is wrong. */
export async function addRow(run: Run, input: CreateClient, line: number): Promise<Fate> {
  try {
    const { data, response } = await create(run, input, `${run.id}-${line}`)
    const isOfThisRun = !response.replayed || (response.attempts > 1 && Date.parse(data.createdAt) >= run.startedAt)
    if (isOfThisRun) return { outcome: 'added', clientId: data.id }
    const error = input.externalIds ? 'external_id_taken' : 'duplicate_suspected'
    return await compare(run, input, [data.id], { outcome: 'failed', clientId: data.id, error })
  } catch (error) {
    const ids = rivalsIn(error)
    return ids.length === 0 ? failed(error) : compare(run, input, ids, failed(error))
  }
}

async function create({ client, id }: Run, input: CreateClient, requestId: string) {
  const idempotencyKey = keyOf(input)
  const headers = { 'x-request-id': requestId }
  try {
    return await client.clients.create(input, { idempotencyKey, headers }).withResponse()
  } catch (error) {
    // A refusal with another request's id was kept from an earlier run: by now the domain may be free, or the limit
    // higher. As nothing was added under that key, asking anew cannot double anything.
    if (!isApiError(error) || error.retryable || error.requestId === requestId) throw error
    return await client.clients.create(input, { idempotencyKey: `${idempotencyKey}-${id}`, headers }).withResponse()
  }
}

/** The clients that stood in a row's way. */
function rivalsIn(error: unknown): string[] {
  if (isApiError(error, 'external_id_taken')) return [error.data.clientId]
  if (isApiError(error, 'duplicate_suspected')) return error.data.candidates.map(({ id }) => id)
  return []
}

/** Mine already, or a conflict? One of the clients is what the row says, or none is. */
async function compare({ client }: Run, input: CreateClient, ids: readonly string[], otherwise: Fate): Promise<Fate> {
  try {
    for (const id of ids) {
      if (isSameClient(await client.clients.get(id), input)) return { outcome: 'unchanged', clientId: id }
    }
    return otherwise
  } catch (error) {
    return failed(error)
  }
}

function failed(error: unknown): Fate {
  if (!isClienteleError(error)) throw error
  const { kind, requestId, retryable } = error
  if (!isApiError(error)) return { outcome: 'failed', error: kind, requestId, isPassing: kind !== 'usage' }
  const fields = error.errors.map(({ pointer, code }) => `${pointer}:${code}`)
  return { outcome: 'failed', error: error.code, fields, clientId: clientIdIn(error), requestId, isPassing: retryable }
}

function clientIdIn(error: ApiError): string | undefined {
  if (isApiError(error, 'external_id_taken') || isApiError(error, 'domain_taken_own')) return error.data.clientId
  return undefined
}
