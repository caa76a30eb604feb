import type { Event, WebhookDelivery, WebhookEndpoint, WebhookEndpointWithSecret } from '@clientele/contract'
import { notFound, refuseFields } from '../../answers/read-request.ts'
import { requireVersion, type Surroundings } from '../../answers/mock-call.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { changesBetween, recordEvent } from '../events/record-event.ts'
import { keepRecord, newRecord } from '../write-records.ts'
import { addressErrors } from './address.ts'

const day = 86_400

/** Rows of `webhookEndpoints` with rules of their own. Mocks send nothing: deliveries are those of the example. */
export const webhookBehaviours: Behaviours<'webhookEndpoints'> = {
  list(call) {
    const all = call.store.records('webhookEndpoints').filter((one) => isTheirs(call, one.accountId))
    return pageOf(
      call,
      all.map((one) => shown(call, one)),
    )
  },

  create(call) {
    const { input, store } = call
    const accountId = input.accountId ?? store.me.account.id
    if (!isTheirs(call, accountId)) throw notFound()
    refuseFields(addressErrors(input.url))
    const events = [...new Set(input.events)]
    const endpoint: WebhookEndpoint = keepRecord(call, {
      ...newRecord(call, 'webhookEndpoints'),
      accountId,
      events,
      status: 'enabled' as const,
    })
    recordEndpoint(call, 'webhook_endpoint.created', endpoint, { events: { from: null, to: events } })
    const { secret } = call.endpoint.example.output as WebhookEndpointWithSecret
    return { ...endpoint, secret }
  },

  get: (call) => shown(call, ownEndpoint(call)),

  update(call) {
    const endpoint = ownEndpoint(call)
    requireVersion(call, endpoint.etag)
    const { input } = call
    refuseFields(addressErrors(input.url))
    const before = { ...endpoint }
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    const after = { ...before, ...given, ...(input.events && { events: [...new Set(input.events)] }) }
    const changes = changesBetween(before, after, ['url', 'description', 'events', 'status'])
    if (Object.keys(changes).length === 0) return shown(call, endpoint)
    const isOff = after.status === 'disabled'
    const stopped = {
      disabledReason: isOff ? ('by_caller' as const) : null,
      disabledAt: isOff ? call.now.toISOString() : null,
    }
    const isMoved = after.url !== before.url || after.status !== before.status
    change(call, endpoint, {
      ...after,
      ...(after.status === before.status ? {} : stopped),
      ...(isMoved && { failingSince: null }),
    })
    recordEndpoint(call, 'webhook_endpoint.updated', endpoint, withoutPaths(changes))
    return shown(call, endpoint)
  },

  rotateSecret(call) {
    const endpoint = ownEndpoint(call)
    requireVersion(call, endpoint.etag)
    const { oldSecretUntil: from } = shown(call, endpoint)
    const { overlap = day } = call.input
    const until = new Date(call.now.getTime() + overlap * 1000).toISOString()
    const to = overlap === 0 ? null : until
    change(call, endpoint, { oldSecretUntil: to })
    recordEndpoint(call, 'webhook_endpoint.secret_rotated', endpoint, { oldSecretUntil: { from, to } })
    const { secret } = call.endpoint.example.output as WebhookEndpointWithSecret
    return { ...endpoint, secret }
  },

  remove(call) {
    const endpoint = ownEndpoint(call)
    requireVersion(call, endpoint.etag)
    const all = call.store.records('webhookEndpoints')
    all.splice(all.indexOf(endpoint), 1)
    recordEndpoint(call, 'webhook_endpoint.deleted', endpoint, { status: { from: endpoint.status, to: null } })
    return shown(call, endpoint)
  },

  deliveries(call) {
    const { id } = ownEndpoint(call)
    const { data } = call.endpoint.example.output as { data: WebhookDelivery[] }
    return pageOf(
      call,
      data.filter(({ endpointId }) => endpointId === id),
    )
  },

  replay(call) {
    const delivery = call.endpoint.example.output as WebhookDelivery
    if (delivery.id !== call.params.id) throw notFound()
    return { ...delivery, nextAttemptAt: call.now.toISOString() }
  },
}

/** Those of an account are its own; the platform has all. */
function isTheirs({ store }: Surroundings, accountId: string): boolean {
  const { kind, id } = store.me.account
  return !store.isNamed || kind === 'platform' || accountId === id
}

function ownEndpoint(call: Surroundings & { params: { id: string } }): WebhookEndpoint {
  const endpoint = recordOf(call, 'webhookEndpoints', call.params.id)
  if (!isTheirs(call, endpoint.accountId)) throw notFound()
  return endpoint
}

/** The old secret is good for a time. */
function shown({ now, store }: Surroundings, endpoint: WebhookEndpoint): WebhookEndpoint {
  const { oldSecretUntil } = endpoint
  const isOver = oldSecretUntil !== null && store.changed.has(endpoint) && oldSecretUntil <= now.toISOString()
  return { ...endpoint, oldSecretUntil: isOver ? null : oldSecretUntil }
}

function recordEndpoint(
  call: Surroundings,
  type: Extract<Event['type'], `webhook_endpoint.${string}`>,
  { id, accountId }: Pick<WebhookEndpoint, 'id' | 'accountId'>,
  changes: Event['changes'],
): void {
  recordEvent(call, { type, subject: { type: 'webhook_endpoint', id }, resellerId: accountId, changes })
}

/** The path of an address may be all that keeps strangers out. */
function withoutPaths({ url, ...rest }: Event['changes']): Event['changes'] {
  if (!url) return rest
  return { url: { from: new URL(String(url.from)).origin, to: new URL(String(url.to)).origin }, ...rest }
}
