import type { Subscription } from '@clientele/contract'

/** Whether the client has it still. */
export function isKept({ status }: Pick<Subscription, 'status'>): boolean {
  return status !== 'canceled' && status !== 'expired' && status !== 'transferred_out'
}
