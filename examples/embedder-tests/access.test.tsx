import { subscriptions, webhookEndpoints } from '@clientele/contract'
import {
  aClient,
  aClientAccess,
  anAccessGrant,
  aPage,
  aWebhookDelivery,
  aWebhookEndpoint,
  handlers,
  mock,
  mockError,
} from '@clientele/mocks'
import { expect, test, vi } from 'vitest'
import { ifAllowed } from './if-allowed.ts'
import { mockedApi } from './mocked-api.ts'
import { renewSecret, sendAgain } from './webhook-care.ts'

const client = aClient()
const question = { clientId: client.id, capability: 'products.manage' }
const theirs = aClientAccess({ client, grants: [anAccessGrant({ client })] })
const data = { clients: [client], access: [theirs], accessGrants: theirs.grants }

test('what the client allows is done', async () => {
  const act = vi.fn<() => Promise<void>>(async () => {})
  expect(await ifAllowed(mockedApi(handlers({ data })), question, act)).toBeUndefined()
  expect(act).toHaveBeenCalledOnce()
})

test('what the client has paused is not done, and the code says so', async () => {
  const paused = { ...theirs, pausedAt: '2025-03-12T21:47:09.383Z' }
  const api = mockedApi(handlers({ data: { ...data, access: [paused] } }))
  const act = vi.fn<() => Promise<void>>(async () => {})
  expect(await ifAllowed(api, question, act)).toBe('access_paused')
  expect(act).not.toHaveBeenCalled()
})

test('what is switched off in between is refused by the call itself', async () => {
  const api = mockedApi([mockError(subscriptions.cancel, 'access_switch_off'), ...handlers({ data })])
  const act = async () => void (await api.subscriptions.cancel('sub_01JHB7X0C4M8R2T6V9W1Y3Z5QE'))
  expect(await ifAllowed(api, question, act)).toBe('access_switch_off')
})

test('a secret is renewed, and what was not taken is sent again', async () => {
  const endpoint = aWebhookEndpoint()
  const failed = aWebhookDelivery({ endpointId: endpoint.id, state: 'failed' })
  const sent: string[] = []
  const api = mockedApi([
    mock(webhookEndpoints.deliveries, aPage([failed])),
    mock(webhookEndpoints.replay, ({ params }) => {
      sent.push(params.id)
      return aWebhookDelivery({ ...failed, state: 'pending' })
    }),
    ...handlers({ role: 'reseller_owner', data: { webhookEndpoints: [endpoint] } }),
  ])
  expect(await renewSecret(api, endpoint.id)).toMatch(/^whsec_/)
  await sendAgain(api, endpoint.id)
  expect(sent).toEqual([failed.id])
})
