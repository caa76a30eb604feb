import type { MockCall } from '../answers/mock-call.ts'
import type { Stored } from '../store.ts'
import { clientView } from './clients/client-view.ts'

const views: Readonly<Record<string, (record: Stored, call: MockCall) => Stored>> = { clients: clientView }

/** A record as this caller sees it now. */
export function viewOf(record: Stored, call: MockCall): Stored {
  return views[call.endpoint.resource]?.(record, call) ?? record
}
