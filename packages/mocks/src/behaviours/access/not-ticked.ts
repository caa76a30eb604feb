import type { DirectSubscription, Subscription } from '@clientele/contract'

/** A subscription that the client bought elsewhere, before anything was decided about it. */
export function notTicked({ id, sku, name, soldBy }: Subscription): DirectSubscription {
  const off = { wanted: false, observed: false, propagation: 'in_sync', changedAt: null, effectiveBy: null } as const
  return { subscription: { id, sku, name, soldBy }, ...off }
}
