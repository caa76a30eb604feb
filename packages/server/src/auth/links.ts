import { createHash, randomBytes } from 'node:crypto'
import type { LinkPurpose } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'
import { Refusal } from '../refusal.ts'
import type { Caller } from './caller.ts'

/** A link that was mailed to somebody, as it was found by its token. */
export interface Link {
  /** Of its token. */
  hash: Buffer
  purpose: LinkPurpose
  clientId: string
  resellerId: string
  /** Of a `request` link. */
  requestId: string | null
  /** Only who reads the mailbox has it; `false` where the sender of a request may copy it and pass it on. */
  provesMailbox: boolean
  /** Who holds it, as far as a mailbox says who somebody is. */
  holder: Caller
}

interface LinkRow {
  [column: string]: unknown
  purpose: LinkPurpose
  client_id: string
  reseller_id: string
  request_id: string | null
  proves_mailbox: boolean
  email: string
  revoked_at: Date | null
  client_name: string
  parent_id: string | null
}

/** The header that carries a link's token: never a path, which ends up in logs. */
const linkHeader = 'clientele-link'

/** Whoever asks a public row: it sees nothing but what is public. */
export const anybody: Caller = {
  kind: 'link_holder',
  keyId: '',
  keyRole: undefined,
  id: 'anybody',
  name: null,
  role: 'client_user',
  account: { id: '', kind: 'client', name: '', parentId: null, parentName: null },
  tree: [],
  authenticatedAt: undefined,
  email: null,
  administers: [],
  identityKind: undefined,
}

/**
 * Finds what a link is for. Guessed, reused, cut short, of another purpose or replaced by a newer one: all are refused
 * alike, on one path, hash first and one look-up. Wants a transaction in system scope.
 */
export async function authenticateLink(
  tx: Tx,
  headers: Headers,
  purpose: LinkPurpose,
  limiter: Pick<RateLimiter, 'take'>,
): Promise<Link> {
  const hash = hashToken(headers.get(linkHeader) ?? '')
  const [found] = await tx.query<LinkRow>(
    `select t.*, c.name as client_name, c.parent_id from link_tokens t join accounts c on c.id = t.client_id
      where t.hash = $1`,
    [hash],
    'link-by-hash',
  )
  if (!found || found.purpose !== purpose || found.revoked_at !== null) {
    // whoever guesses pays for it; whoever holds a link does not
    limiter.take('links that are not valid', 'lookup', new Headers())
    throw linkInvalid()
  }
  return {
    hash,
    purpose,
    clientId: found.client_id,
    resellerId: found.reseller_id,
    requestId: found.request_id,
    provesMailbox: found.proves_mailbox,
    holder: {
      ...anybody,
      id: `link:${hash.toString('hex').slice(0, 16)}`,
      name: found.email,
      role: 'client_admin',
      account: {
        id: found.client_id,
        kind: 'client',
        name: found.client_name,
        parentId: found.parent_id,
        parentName: null,
      },
      email: found.email,
    },
  }
}

/**
 * Refuses a link that was replaced or taken back since the call came in. For changes, once what they change is locked:
 * whoever took it back may have been waited for. Wants a transaction in system scope.
 */
export async function requireStillValid(tx: Tx, { hash }: Link): Promise<void> {
  const [valid] = await tx.query('select 1 from link_tokens where hash = $1 and revoked_at is null', [hash])
  if (!valid) throw linkInvalid()
}

/** One answer, whatever is wrong with a link. */
export function linkInvalid(): Refusal<'link_invalid'> {
  return new Refusal('link_invalid', 'The link is not valid, or not any more. Ask for a new one.')
}

/** A link that is about to be made. */
interface NewLink {
  purpose: LinkPurpose
  clientId: string
  resellerId: string
  requestId: string | null
  email: string
  /** @default true */
  provesMailbox?: boolean
}

/** Makes a link's token and keeps its hash. The token itself is for the mail alone. Wants a transaction in system scope. */
export async function makeLink(tx: Tx, link: NewLink, now: Date): Promise<string> {
  const token = `cl_${randomBytes(32).toString('base64url')}`
  await tx.query(
    `insert into link_tokens (hash, purpose, client_id, reseller_id, request_id, email, proves_mailbox, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      hashToken(token),
      link.purpose,
      link.clientId,
      link.resellerId,
      link.requestId,
      link.email,
      link.provesMailbox ?? true,
      now,
    ],
  )
  return token
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
