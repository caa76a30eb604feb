import { errors } from '@clientele/contract'
import { and, eq, gte, lt } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { callerKey, type Caller } from '../auth/caller.ts'
import { idempotency } from '../database/schema.ts'
import type { Tx } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'

const keptFor = 86_400_000

/** One write under its key. */
export interface KeyedWrite {
  caller: Caller
  key: string
  /** What was asked: method, path and body as they came. */
  request: string
  now: Date
}

/** An answer as it is kept and given again. */
export interface KeptAnswer {
  status: number
  body: unknown
  etag: string | undefined
}

/** The header, or a refusal where it cannot be a key. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key')
  if (key === null) return undefined
  if (/^[\x21-\x7E]{1,255}$/.test(key)) return key
  throw new Refusal(
    'malformed_request',
    'The Idempotency-Key has to be 1 to 255 visible ASCII characters. Nothing was changed.',
  )
}

/** The answer that was given to this key before. Refuses another request under it, and one whose first run goes on. */
export async function replay(tx: Tx, write: KeyedWrite): Promise<KeptAnswer | undefined> {
  const caller = callerKey(write.caller)
  const [lock] = await tx.query<{ mine: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as mine',
    [`${caller} ${write.key}`],
  )
  if (!lock?.mine) {
    throw new Refusal(
      'idempotency_in_progress',
      'The first call with this Idempotency-Key is still running. Ask again in a moment.',
    )
  }
  const [kept] = await tx.db
    .select()
    .from(idempotency)
    .where(
      and(
        eq(idempotency.caller, caller),
        eq(idempotency.key, write.key),
        gte(idempotency.createdAt, oldest(write.now)),
      ),
    )
  if (!kept) return undefined
  if (!kept.requestHash.equals(hashOf(write.request))) {
    throw new Refusal(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Use a new key for each new write.',
    )
  }
  return { status: kept.status, body: kept.body, etag: kept.etag ?? undefined }
}

/** Keeps an answer for a day, in the transaction of the write. */
export async function keep(tx: Tx, write: KeyedWrite, answer: KeptAnswer): Promise<void> {
  const row = {
    requestHash: hashOf(write.request),
    status: answer.status,
    body: answer.body,
    etag: answer.etag ?? null,
    createdAt: write.now,
  }
  await tx.db
    .insert(idempotency)
    .values({ caller: callerKey(write.caller), key: write.key, ...row })
    .onConflictDoUpdate({ target: [idempotency.caller, idempotency.key], set: row })
}

/** Whether a refusal is part of the answer: what may go otherwise next time is not kept. */
export function isKept({ code }: Refusal): boolean {
  const { status } = errors[code]
  return (
    status < 500 &&
    // after 412 a form reads again and sends the same input, under the key it keeps (R77)
    ![401, 403, 412, 429].includes(status) &&
    code !== 'idempotency_in_progress' &&
    code !== 'idempotency_key_reused'
  )
}

/** Forgets answers that are older than a day. Wants a transaction in system scope. */
export async function forgetOldAnswers(tx: Tx, now: Date): Promise<void> {
  await tx.db.delete(idempotency).where(lt(idempotency.createdAt, oldest(now)))
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - keptFor)
}

function hashOf(request: string): Buffer {
  return createHash('sha256').update(request).digest()
}
