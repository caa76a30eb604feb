import type { AccessRequest } from '@clientele/contract'
import type { Surroundings } from '../../answers/mock-call.ts'
import { change } from '../change.ts'
import { recordRequest } from './record-request.ts'

const deliveries = ['queued', 'sent', 'delivered', 'opened', 'bounced', 'complained']

type Delivery = NonNullable<AccessRequest['delivery']>['state']

/** Writes a fact about the mail of a request: they come late and twice, and none takes back what a later one said. */
export function writeDelivery(
  call: Surroundings,
  request: AccessRequest,
  state: Exclude<Delivery, 'queued'>,
  detail: string | null,
): void {
  if (!isNews(request, state)) return
  const known = request.delivery?.state ?? 'queued'
  change(call, request, { delivery: { state, at: call.now.toISOString(), detail } })
  if (state === 'bounced' || state === 'complained') call.store.reminders.delete(request.id)
  recordRequest(call, `access_request.${state}`, request, { delivery: { from: known, to: state } })
}

/** Whether it says more than what is known. */
export function isNews({ delivery }: AccessRequest, state: Delivery): boolean {
  return deliveries.indexOf(state) > deliveries.indexOf(delivery?.state ?? 'queued')
}
