import type { Surroundings } from '../../answers/mock-call.ts'
import { writeDelivery } from '../access-requests/write-delivery.ts'

const minute = 60_000

/** Mocks mail nothing: a minute after it was asked for, a request counts as sent. */
export function mailsDue(call: Surroundings): number {
  const due = call.store.records('accessRequests').filter((request) => {
    const { status, delivery } = request
    const isQueued = status === 'pending' && delivery?.state === 'queued' && call.store.timed.has(request)
    return isQueued && Date.parse(delivery.at) + minute <= call.now.getTime()
  })
  for (const request of due) writeDelivery(call, request, 'sent', null)
  return due.length
}
