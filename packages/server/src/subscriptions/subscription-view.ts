import type { ActionState, Subscription, SubscriptionAction } from '@clientele/contract'
import { reachOf, subscriptions } from '@clientele/contract'
import { subscriptionActions } from '@clientele/contract/schemas'
import { refused } from '../action-state.ts'
import type { Caller } from '../auth/caller.ts'
import { etagOf } from '../handler.ts'
import type { Family } from '../product-families/catalogue.ts'
import { salespeople } from '../access/staff-roles.ts'
import type { SubscriptionRow } from './subscriptions.store.ts'

/** Names of accounts, by id. */
export type Names = ReadonlyMap<string, string>

/** A subscription as callers see it. */
export function toSubscription(row: SubscriptionRow, names: Names, families: readonly Family[]): Subscription {
  return {
    id: row.id,
    clientId: row.clientId,
    sku: row.sku,
    name: skuName(families, row.sku),
    productFamily: row.productFamily,
    soldBy: row.soldById === null ? null : { id: row.soldById, name: names.get(row.soldById) ?? '' },
    status: row.status,
    seats: row.seats,
    domains: row.domains,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    etag: etagOf(row.version),
  }
}

/** The name of a product; one that is sold no more keeps its key. */
export function skuName(families: readonly Family[], key: string): string {
  return families.flatMap(({ skus }) => skus).find((sku) => sku.key === key)?.name ?? key
}

/** What has to be settled before a subscription is changed. */
export type Standing =
  /** The seller, the platform, or the client with what it bought directly. */
  | 'may'
  /** A reseller that did not sell it, or somebody there who does not sell: the client's consent decides. */
  | 'by_consent'
  /** Not in this role, or not the client's own business. */
  | 'may_not'

/** What is looked at of a subscription: also whether who sold it still has a link with the client. */
export type Standable = Pick<SubscriptionRow, 'clientId' | 'soldById'> & { isSellerLinked: boolean }

/** Commerce stands apart from access: who sold a subscription manages it, whatever the switch says (R200). */
export function standingOf(caller: Caller, row: Standable): Standing {
  const reach = reachOf(caller.role, 'subscriptions.manage')
  if (reach === undefined) return 'may_not'
  if (reach === 'all') return 'may'
  if (reach === 'self') return row.clientId === caller.account.id && row.soldById === null ? 'may' : 'may_not'
  const sellers = reach === 'tree' ? caller.tree : [caller.account.id]
  const isSeller = row.soldById !== null && sellers.includes(row.soldById) && salespeople.includes(caller.role)
  return isSeller && row.isSellerLinked ? 'may' : 'by_consent'
}

/** What this caller may do with a subscription now. `consent` is the answer to “may I manage it?”, where that decides. */
export function actionsOn(
  caller: Caller,
  row: SubscriptionRow & Standable,
  consent: ActionState | undefined,
): Record<SubscriptionAction, ActionState> {
  const state = stateFor(caller, row, consent)
  return Object.fromEntries(subscriptionActions.map((action) => [action, state])) as Record<
    SubscriptionAction,
    ActionState
  >
}

/** One answer for all that changes a subscription. */
export function stateFor(
  caller: Caller,
  row: SubscriptionRow & Standable,
  consent: ActionState | undefined,
): ActionState {
  const standing = standingOf(caller, row)
  if (standing === 'may_not') return refused('permission_denied', { right: subscriptions.setSeats.right })
  if (standing === 'by_consent' && !consent?.allowed) {
    return { allowed: false, ...(consent?.code === undefined ? {} : { code: consent.code, data: consent.data }) }
  }
  if (row.status !== 'active' && row.status !== 'trial') {
    return refused('invalid_state_transition', { state: row.status, allowed: [] })
  }
  return { allowed: true }
}
