import type { Parsed, Row } from '@clientele/contract'
import type { Endpoint } from '../contract-table.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store.ts'
import type { ParsedRequest } from './read-request.ts'

/** What a call has around it, whatever its row. */
export interface Surroundings {
  endpoint: Endpoint
  store: Store
  now: Date
  ifMatch: string | undefined
  /** Of rows that are called by a link: its token. */
  link: string | undefined
  /** Whether somebody is signed in: beside a link nobody has to be. */
  isSignedIn: boolean
  requestId: string
  /** Whether nobody calls: what was due came by the clock. */
  byClock?: true
}

/** One call of any row on its way through the mocks. */
export type MockCall = Surroundings & ParsedRequest

/** One call of a row that is known. */
export type CallTo<R extends Row> = Surroundings & Parsed<R>

/** Answers calls of one row. What it throws as a {@link Refusal} is the answer too. */
export type Behaviour = (call: MockCall) => unknown

/** Refuses a change that was made against an older version. */
export function requireVersion({ ifMatch }: Pick<Surroundings, 'ifMatch'>, etag: unknown): void {
  if (ifMatch === undefined || ifMatch === '*' || typeof etag !== 'string') return
  const seen = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (seen.includes(etag)) return
  throw new Refusal('etag_mismatch', 'It was changed in the meantime. Read it again and decide again.', { etag })
}

/** The version after this one. */
export function nextEtag(etag: unknown): string {
  return `"${Number(String(etag).replaceAll('"', '')) + 1}"`
}
