import { links } from '../database/access.schema.ts'
import type { Tx } from '../database/transaction.ts'
import { recordEvent, type By } from '../events/record-event.ts'
import { newId } from '../new-id.ts'
import { lockClient } from '../clients/clients.store.ts'
import type { AskedClient, RequestRow } from './access-requests.store.ts'

/**
 * Joins the client that was asked with the account that answers (R32): a placeholder becomes bound, or an alias of the
 * account that the client had already. That one keeps its id and its owner, and the reseller gets a link beside the owner.
 * Gives the account that answers. Wants system scope.
 */
export async function bindClient(
  tx: Tx,
  by: By,
  { clientId, resellerId }: Pick<RequestRow, 'clientId' | 'resellerId'>,
  accountId: string,
): Promise<AskedClient> {
  const account = await lockClient(tx, accountId)
  if (!account) throw new Error(`Clientele: the client ${accountId}, which just answered, is missing.`)
  if (account.binding === 'placeholder') await setBinding(tx, by, account)
  if (accountId !== clientId) await setAlias(tx, by, clientId, account)
  if (account.parentId !== resellerId) await linkBeside(tx, by.now, resellerId, accountId)
  return account
}

async function setBinding(tx: Tx, by: By, client: AskedClient): Promise<void> {
  await tx.query("update accounts set binding = 'bound', version = version + 1, updated_at = $2 where id = $1", [
    client.id,
    by.now,
  ])
  await recordBound(tx, by, client, { binding: { from: 'placeholder', to: 'bound' } })
}

async function setAlias(tx: Tx, by: By, placeholderId: string, account: AskedClient): Promise<void> {
  const placeholder = await lockClient(tx, placeholderId)
  if (!placeholder) throw new Error(`Clientele: the client ${placeholderId}, which was asked, is missing.`)
  await tx.query('update accounts set alias_of = $2, version = version + 1, updated_at = $3 where id = $1', [
    placeholderId,
    account.id,
    by.now,
  ])
  await recordBound(tx, by, placeholder, { aliasOf: { from: placeholder.aliasOf, to: account.id } })
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
