import { links } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import { newId } from '../new-id.ts'
import { lockClient } from '../clients/clients.store.ts'
import { noteSubscriptionState } from '../subscriptions/subscriptions.store.ts'
import type { AskedClient, RequestRow } from './access-requests.store.ts'
import { moveToAccount } from './move-to-account.ts'
import { mismatch } from './who-may-answer.ts'

/**
 * Joins the client that was asked with the account that answers (R32): a placeholder becomes bound, or an alias of the
 * account that the client had already. That one keeps its id and its owner, and the reseller gets a link beside the owner.
 * Gives the account that answers. Wants system scope.
 */
export async function bindClient(tx: Tx, by: By, accepted: RequestRow, accountId: string): Promise<AskedClient> {
  const { clientId, resellerId } = accepted
  if (accountId !== clientId) await lockCommerce(tx, clientId)
  // in the order of their ids: two answers that cross do not wait for each other
  const held = new Map<string, AskedClient | undefined>()
  for (const id of new Set([clientId, accountId].toSorted())) held.set(id, await lockClient(tx, id))
  const [placeholder, account] = [held.get(clientId), held.get(accountId)]
  if (!placeholder || !account)
    throw new Error(`Clientele: ${clientId} or ${accountId}, which answers for it, is missing.`)
  // it became another name of an account itself while this was waited for: two answers that cross
  if (account.aliasOf !== null) throw mismatch('not_administrator', [])
  if (account.binding === 'placeholder') await setBinding(tx, by, account)
  if (accountId !== clientId) {
    await setAlias(tx, by, placeholder, account)
    await moveToAccount(tx, by, accepted, accountId)
  }
  if (account.parentId !== resellerId) await linkBeside(tx, by.now, resellerId, accountId)
  // with what was moved, and as the link lets it be seen
  await noteSubscriptionState(tx, accountId)
  return account
}

async function setBinding(tx: Tx, by: By, client: AskedClient): Promise<void> {
  await tx.query("update accounts set binding = 'bound', version = version + 1, updated_at = $2 where id = $1", [
    client.id,
    by.now,
  ])
  await recordBound(tx, by, client, { binding: { from: 'placeholder', to: 'bound' } })
}

async function setAlias(tx: Tx, by: By, placeholder: AskedClient, account: AskedClient): Promise<void> {
  // whose it is was decided already, by another answer
  if (placeholder.binding !== 'placeholder' || placeholder.aliasOf !== null) throw mismatch('not_administrator', [])
  await tx.query('update accounts set alias_of = $2, version = version + 1, updated_at = $3 where id = $1', [
    placeholder.id,
    account.id,
    by.now,
  ])
  await moveCommerce(tx, by.now, placeholder.id, account.id)
  await recordBound(tx, by, placeholder, { aliasOf: { from: placeholder.aliasOf, to: account.id } })
}

/** Before the accounts, as whoever changes a subscription or answers a suggestion takes them. */
async function lockCommerce(tx: Tx, clientId: string): Promise<void> {
  for (const table of ['subscriptions', 'suggestions']) {
    await tx.query(`select 1 from ${table} where client_id = $1 order by id for update`, [clientId])
  }
}

/** What was sold and suggested to the placeholder is the account's, which sees it and can be asked for access to it. */
async function moveCommerce(tx: Tx, now: Date, from: string, to: string): Promise<void> {
  for (const table of ['subscriptions', 'suggestions']) {
    await tx.query(`update ${table} set client_id = $2, version = version + 1, updated_at = $3 where client_id = $1`, [
      from,
      to,
      now,
    ])
  }
  await tx.query('update orders set client_id = $2 where client_id = $1', [from, to])
}

async function recordBound(tx: Tx, by: By, client: AskedClient, changes: Parameters<typeof recordEvent>[2]['changes']) {
  const subject = { type: 'client', id: client.id } as const
  await recordEvent(tx, by, { type: 'client.bound', subject, ownerId: client.parentId, clientId: client.id, changes })
}

async function linkBeside(tx: Tx, now: Date, resellerId: string, clientId: string): Promise<void> {
  await tx.db
    .insert(links)
    .values({
      id: newId('lnk', now),
      resellerId,
      clientId,
      kind: 'secondary',
      origin: 'access_request',
      status: 'active',
      since: now,
    })
    .onConflictDoNothing()
}
