import { accountKindOf, roleCovers, type Role } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, isSecretKey } from './api-key-secret.ts'
import type { Caller } from './caller.ts'
import { readSession, type SessionClaims } from './session-token.ts'
import type { SigningKeys } from './signing-keys.ts'

interface KeyRow {
  [column: string]: unknown
  id: string
  name: string
  role: Role
  expires_at: Date | null
  revoked_at: Date | null
  path: string
}

interface AccountRow {
  [column: string]: unknown
  id: string
  kind: 'platform' | 'reseller' | 'client'
  name: string
  status: string
  parent_id: string | null
  parent_name: string | null
  /** Of the account itself, or of a client's owner. */
  path: string
  tree: string[]
}

/**
 * Finds out who is calling. Key, role and account are read again on each request, so that revoking a key, a move or a
 * conversion works at once. Wants a transaction in system scope.
 */
export async function authenticate(tx: Tx, headers: Headers, keys: SigningKeys, now: Date): Promise<Caller> {
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (token === undefined) {
    throw new Refusal(
      'unauthenticated',
      'Nobody is named. Send “Authorization: Bearer …” with an API key or a session token.',
    )
  }
  if (isSecretKey(token)) {
    const [found] = await tx.query<
      KeyRow & AccountRow & { key_id: string; key_name: string; last_used_at: Date | null }
    >(
      `select k.id as key_id, k.name as key_name, k.role, k.expires_at, k.revoked_at, k.last_used_at, ${accountColumns}
         from api_keys k join accounts a on a.id = k.account_id ${parentJoin} where k.hash = $1`,
      [hashSecret(token)],
      'caller-by-key',
    )
    if (!found)
      throw new Refusal('unauthenticated', 'There is no such API key. It may be of another server or mistyped.')
    requireLive(found.key_id, found, now)
    await noteUse(tx, found.key_id, found.last_used_at, now)
    const key = { keyId: found.key_id, keyRole: found.role }
    const who = { kind: 'api_key', ...key, id: found.key_id, name: found.key_name } as const
    const person = { email: null, administers: [], identityKind: undefined }
    return { ...who, role: found.role, ...accountOf(found), authenticatedAt: now, ...person }
  }
  const claims = await readSession(tx, token, keys, now)
  requireOrigin(claims, headers)
  return callerOfSession(tx, claims, now)
}

/** A reseller `a` and the resellers below it, top first. */
export const treeColumn = `case when a.kind = 'reseller' then array(select d.id from accounts d
    where d.kind <> 'client' and d.path >= a.path and d.path < a.path || '~' order by d.path)
    else '{}'::text[] end as tree`
const accountColumns = `a.id, a.kind, a.name, a.status, a.parent_id, p.name as parent_name, coalesce(a.path, p.path) as path,
  ${treeColumn}`
const parentJoin = 'left join accounts p on p.id = a.parent_id'

async function callerOfSession(tx: Tx, claims: SessionClaims, now: Date): Promise<Caller> {
  const [key] = await tx.query<KeyRow & { account_id: string; account_status: string }>(
    `select k.id, k.name, k.role, k.expires_at, k.revoked_at, a.path, a.id as account_id, a.status as account_status
       from api_keys k join accounts a on a.id = k.account_id where k.id = $1`,
    [claims.keyId],
  )
  const [account] = await tx.query<AccountRow>(
    `select ${accountColumns} from accounts a ${parentJoin} where a.id = $1`,
    [claims.accountId],
  )
  if (!key || !account) throw new Refusal('session_expired', 'The account of this session is no longer there.')
  requireLive(key.id, key, now)
  requireActive(key.account_id, key.account_status)
  // since the token was made, the account may have moved or been converted, and the key may have been narrowed
  const stillBelow = account.path.startsWith(key.path)
  if (!stillBelow || accountKindOf[claims.role] !== account.kind || !roleCovers(key.role, claims.role)) {
    throw new Refusal('session_expired', 'The session no longer fits its account. Ask the host for a new token.')
  }
  return {
    kind: 'widget_session',
    keyId: key.id,
    keyRole: key.role,
    id: claims.viewer.id,
    name: claims.viewer.name ?? null,
    role: claims.role,
    ...accountOf(account),
    authenticatedAt: claims.authenticatedAt === undefined ? undefined : new Date(claims.authenticatedAt),
    email: claims.viewer.email ?? null,
    administers: claims.administers ?? [],
    identityKind: claims.identityKind,
  }
}

function accountOf(row: AccountRow): Pick<Caller, 'account' | 'tree'> {
  requireActive(row.id, row.status)
  return {
    account: { id: row.id, kind: row.kind, name: row.name, parentId: row.parent_id, parentName: row.parent_name },
    tree: row.tree,
  }
}

function requireActive(id: string, status: string): void {
  if (status !== 'active') throw new Refusal('account_suspended', `The account ${id} is ${status}.`)
}

function requireLive(id: string, key: KeyRow, now: Date): void {
  if (key.revoked_at === null && (key.expires_at === null || key.expires_at > now)) return
  throw new Refusal('api_key_revoked', `The API key ${id} was revoked or has expired. Make a new one.`)
}

/** Once a minute at most, and never waiting for another call that does the same. */
async function noteUse(tx: Tx, keyId: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await tx.query(
    'update api_keys set last_used_at = $2 where id in (select id from api_keys where id = $1 for update skip locked)',
    [keyId, now],
  )
}

/** A token that was stolen from a page is of no use elsewhere in a browser. */
function requireOrigin(claims: SessionClaims, headers: Headers): void {
  const origin = headers.get('origin')
  if (origin !== null && claims.origins.includes(origin)) return
  if (headers.get('sec-fetch-site') === 'same-origin') return
  throw new Refusal(
    'origin_not_allowed',
    `The session may not be used from ${origin ?? 'outside a page'}. Name the page's origin when it is made.`,
    {
      data: { origin },
    },
  )
}
