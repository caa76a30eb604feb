import type { WebhookDelivery, WebhookEndpointWithSecret } from '@clientele/contract'
import { notFound } from '../../answers/read-request.ts'
import { requireVersion } from '../../answers/mock-call.ts'
import type { Behaviours } from '../behaviour-of.ts'
import { change, recordOf } from '../change.ts'
import { pageOf } from '../list-records.ts'
import { changeRecord } from '../write-records.ts'

const day = 86_400

/** Rows of `webhookEndpoints` with rules of their own. Mocks send nothing: deliveries are those of the example. */
export const webhookBehaviours: Behaviours<'webhookEndpoints'> = {
  update(call) {
    return changeRecord(call, 'webhookEndpoints', ({ status }) => {
      const isOff = call.input.status === 'disabled'
      if (call.input.status === undefined || call.input.status === status) return call.input
      const stopped = { disabledReason: isOff ? 'by_caller' : null, disabledAt: isOff ? call.now.toISOString() : null }
      return { ...call.input, ...stopped }
    })
  },

  rotateSecret(call) {
    const endpoint = recordOf(call, 'webhookEndpoints', call.params.id)
    requireVersion(call, endpoint.etag)
    const { overlap = day } = call.input
    const until = new Date(call.now.getTime() + overlap * 1000).toISOString()
    change(call, endpoint, { oldSecretUntil: overlap === 0 ? null : until })
    const { secret } = call.endpoint.example.output as WebhookEndpointWithSecret
    return { ...endpoint, secret }
  },

  deliveries(call) {
    const { id } = recordOf(call, 'webhookEndpoints', call.params.id)
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
