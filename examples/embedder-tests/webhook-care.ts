import type { Clientele } from '@clientele/sdk'

/** Gives an endpoint a new secret. For a day both sign: put `new old` into the receiver's setting, and later `new` alone. */
export async function renewSecret(clientele: Clientele, endpointId: string): Promise<string> {
  const { secret = '' } = await clientele.webhookEndpoints.rotateSecret(endpointId, { overlap: 86_400 })
  return secret
}

/** Sends once more what an endpoint did not take, each with the `webhook-id` it had. */
export async function sendAgain(clientele: Clientele, endpointId: string): Promise<void> {
  for await (const { id } of clientele.webhookEndpoints.deliveries(endpointId, { state: ['failed'] })) {
    await clientele.webhookEndpoints.replay(id)
  }
}
