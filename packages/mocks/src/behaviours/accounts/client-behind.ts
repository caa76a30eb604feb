import type { Client } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { notFound } from '../../answers/read-request.ts'
import { recordOf } from '../change.ts'

/** The account that an id stands for: its own, or where a reseller typed the record, the one that answered for it (R32). */
export function clientBehind(call: Surroundings, id: string): string {
  const behind = call.store.aliases.get(id)
  if (behind === undefined) return id
  if (!seesRecord(call, id)) throw notFound()
  return behind
}

/** The ids under which there is something about a client, the account itself last. A record of somebody else leads nowhere. */
export function clientIds(call: Surroundings, id: string): string[] {
  const behind = call.store.aliases.get(id)
  return behind === undefined || !seesRecord(call, id) ? [id] : [id, behind]
}

/** A client that the caller has to do with: its own, itself, or one that let it in beside its owner. */
export function reachedClient(call: Surroundings, asked: string): Client {
  const { store } = call
  const { kind, id } = store.me.account
  const client = recordOf(call, 'clients', clientBehind(call, asked))
  if (!store.isNamed || kind === 'platform') return client
  const isTheirs = kind === 'client' ? client.id === id : isLinked(call, client, id)
  if (!isTheirs) throw notFound()
  return client
}

/** Whether a reseller owns a client, or was let in beside the owner. */
export function isLinked({ store }: Surroundings, { id, owner }: Client, resellerId: string): boolean {
  const isBeside = store.records('access').some((one) => one.clientId === id && one.reseller.id === resellerId)
  return owner.id === resellerId || isBeside
}

/** An account is not to be found by the record that somebody else has of it, nor by a key that once was for the record. */
function seesRecord({ store }: Surroundings, id: string): boolean {
  const { kind, id: own } = store.me.account
  if (kind === 'platform' || !store.isNamed) return true
  return kind === 'reseller' && store.find('clients', id)?.owner.id === own
}
