import type { Event, WebhookEndpoint, webhookEndpoints as rows } from '@clientele/contract'
import type { Tx } from '../database/transaction.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import type { Call } from '../handler.ts'
import { wake } from '../jobs/due-work.ts'
import { refuseInvalid } from '../refusal.ts'
import { endpointToChange } from './find-endpoint.ts'
import { addressErrors } from './webhook-address.rules.ts'
import {
  endOfFeed,
  saveEndpoint,
  startDeliveriesAfresh,
  toEndpoint,
  type EndpointRow,
} from './webhook-endpoints.store.ts'

type Update = (typeof rows)['update']

/** Changes an endpoint, stops it, or starts it again. */
export async function updateEndpoint(call: Call<Update>, tx: Tx): Promise<WebhookEndpoint> {
  const { input, now } = call
  const before = await endpointToChange(call, tx)
  refuseInvalid(addressErrors(input.url, call.webhooks.allowPrivateAddresses))
  const after: EndpointRow = {
    ...before,
    url: input.url ?? before.url,
    description: input.description === undefined ? before.description : input.description,
    events: input.events ? [...new Set<string>(input.events)] : before.events,
    status: input.status ?? before.status,
  }
  const changes = changesBetween(before, after, ['url', 'description', 'events', 'status'])
  if (Object.keys(changes).length === 0) return toEndpoint(before, now)
  if (changes['status']) {
    const isOff = after.status === 'disabled'
    Object.assign(after, { disabledReason: isOff ? 'by_caller' : null, disabledAt: isOff ? now : null })
    // what happened while it was stopped is in the feed
    if (!isOff) Object.assign(after, await endOfFeed(tx))
  }
  if (changes['url'] || after.status !== before.status) {
    Object.assign(after, { failingSince: null, resumeAt: null })
    await startDeliveriesAfresh(tx, before.id, now)
  }
  const saved = await saveEndpoint(tx, after, now)
  await recordEvent(tx, call, {
    type: 'webhook_endpoint.updated',
    subject: { type: 'webhook_endpoint', id: saved.id },
    ownerId: saved.accountId,
    changes: withoutPaths(changes),
  })
  await wake(tx, 'webhooks')
  return toEndpoint(saved, now)
}

/** More people read events than manage endpoints, and the path of a URL may be all that keeps strangers out. */
function withoutPaths({ url, ...rest }: Event['changes']): Event['changes'] {
  if (!url) return rest
  return { url: { from: new URL(String(url.from)).origin, to: new URL(String(url.to)).origin }, ...rest }
}
