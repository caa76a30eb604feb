import type {
  Event,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointWithSecret,
  WebhookMessage,
} from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { schemasOf } from '@clientele/contract/schemas'
import { checkData } from '../answers/check-answer.ts'
import { anEvent } from './events-and-pages.ts'
import { made, type Given } from './made.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

/**
 * Where a host is told of events, without its secret.
 *
 * @example
 * handlers({ role: 'reseller_owner', data: { webhookEndpoints: [aWebhookEndpoint({ status: 'disabled' })] } })
 */
export function aWebhookEndpoint(given: Given<WebhookEndpoint> = {}): WebhookEndpoint {
  return made('aWebhookEndpoint', schemasOf('webhookEndpoints', 'get').output, endpoint(), given)
}

/**
 * An endpoint as it is answered once, with its secret. The secret signs nothing.
 *
 * @example
 * server.use(mock(webhookEndpoints.create, aNewWebhookEndpoint({ url: 'https://panel.example.com/events' })))
 */
export function aNewWebhookEndpoint(given: Given<WebhookEndpointWithSecret> = {}): WebhookEndpointWithSecret {
  const { secret } = examples.webhookEndpoints.create.output
  const all = { ...endpoint(), ...(secret === undefined ? {} : { secret }) }
  return made('aNewWebhookEndpoint', schemasOf('webhookEndpoints', 'create').output, all, given)
}

/**
 * One event on its way to one endpoint: delivered, where nothing else is said.
 *
 * @example
 * server.use(mock(webhookEndpoints.deliveries, aPage([aWebhookDelivery({ state: 'failed', lastStatus: 500 })])))
 */
export function aWebhookDelivery(given: Given<WebhookDelivery> = {}): WebhookDelivery {
  const number = nextNumber()
  const { output } = examples.webhookEndpoints.replay
  const all: WebhookDelivery = {
    ...output,
    id: factoryId('whd', number),
    state: 'delivered',
    nextAttemptAt: null,
    createdAt: factoryTime(number),
  }
  return made('aWebhookDelivery', schemasOf('webhookEndpoints', 'replay').output, all, given)
}

/**
 * The body that a host's endpoint is sent, to try the endpoint with.
 *
 * @example
 * const body = JSON.stringify(aWebhookMessage(anEvent({ type: 'access_request.accepted' })))
 */
export function aWebhookMessage(event: Event = anEvent()): WebhookMessage {
  checkData({ data: [event], nextCursor: null }, schemasOf('events', 'list').output, 'aWebhookMessage(…)')
  return { type: event.type, timestamp: event.occurredAt, data: event }
}

function endpoint(): WebhookEndpoint {
  const number = nextNumber()
  const id = factoryId('whe', number)
  return {
    ...examples.webhookEndpoints.get.output,
    id,
    createdAt: factoryTime(number),
    updatedAt: factoryTime(number),
  }
}
