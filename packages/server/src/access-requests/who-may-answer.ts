import { roleCovers, type LinkedRequest, type Role } from '@clientele/contract'
import type { Caller } from '../auth/caller.ts'
import type { Link } from '../auth/links.ts'
import type { Tx } from '../database/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { AskedClient } from './access-requests.store.ts'

/** An account that a request could be accepted for. */
export interface Candidate {
  id: string
  name: string
}

/** What is known of whoever holds the link (R30, R32). */
export interface Viewer {
  signedIn: boolean
  mayAnswer: LinkedRequest['viewer']['mayAnswer']
  /** Those to choose from; none where nobody is signed in, and the client is the one that was asked. */
  accounts: Candidate[]
}

/**
 * Who may answer for a client. One that has no account of its own yet is whoever reads the mailbox that was asked. For one
 * that has, its administrator has to be signed in: mails are passed on, and the address was typed by the reseller (R30).
 * Wants system scope.
 */
export async function viewerOf(tx: Tx, caller: Caller, link: Link, client: AskedClient): Promise<Viewer> {
  // another name of an account is as good as the account (R32)
  const isPlaceholder = client.binding === 'placeholder' && client.aliasOf === null
  if (caller.kind === 'link_holder') {
    return { signedIn: false, mayAnswer: isPlaceholder && link.provesMailbox ? 'yes' : 'sign_in', accounts: [] }
  }
  const administered = await administeredBy(tx, caller)
  const accounts = isPlaceholder ? administered : administered.filter(({ id }) => id === client.id)
  return { signedIn: true, mayAnswer: accounts.length > 0 ? 'yes' : 'not_administrator', accounts }
}

/** The account that is answered for, or a refusal that says what is missing (R30, R32). */
export function chosenAccount(viewer: Viewer, client: AskedClient, accountId: string | undefined): Candidate {
  const { mayAnswer, signedIn, accounts } = viewer
  if (mayAnswer !== 'yes') throw mismatch(mayAnswer, accounts)
  if (!signedIn) {
    if (accountId === undefined || accountId === client.id) return client
    throw mismatch('sign_in', [])
  }
  const [first, second] = accountId === undefined ? accounts : accounts.filter(({ id }) => id === accountId)
  if (!first) throw mismatch('not_administrator', accounts)
  if (second) throw mismatch('choose_account', accounts)
  return first
}

const told = {
  sign_in: 'An administrator of the client has to sign in before answering.',
  not_administrator: 'The person who is signed in does not administer the client that was asked.',
  choose_account: 'The person administers several accounts. Send accountId with the one that is meant.',
} as const

/** The answer to somebody who may not answer. */
export function mismatch(reason: keyof typeof told, accounts: readonly Candidate[]): Refusal {
  return new Refusal('recipient_mismatch', `${told[reason]} The request stays as it is.`, {
    data: { reason, accounts: accounts.map(({ id, name }) => ({ id, name })) },
  })
}

/**
 * The clients that a signed-in person administers: its own account as an administrator, and those the host names. The
 * host's word is good as far as its key reaches: a key that may not make sessions of client administrators, as those of
 * resellers may not, names nobody; nor does any key name accounts beside or above its own.
 */
async function administeredBy(tx: Tx, caller: Caller): Promise<Candidate[]> {
  const own = caller.role === 'client_admin' ? [caller.account.id] : []
  const found = await tx.query<Candidate & { key_role: Role }>(
    `select c.id, c.name, k.role as key_role from api_keys k
        join accounts ka on ka.id = k.account_id
        join accounts c on c.id = any($2) and c.kind = 'client' and c.status = 'active' and c.alias_of is null
        join accounts o on o.id = c.parent_id
      where k.id = $1 and (c.id = ka.id or starts_with(o.path, ka.path))
      order by c.name_key, c.id`,
    [caller.keyId, [...own, ...caller.administers]],
    'administered-by',
  )
  return found.filter((row) => roleCovers(row.key_role, 'client_admin')).map(({ id, name }) => ({ id, name }))
}
