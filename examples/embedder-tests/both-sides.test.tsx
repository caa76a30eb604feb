import { aClient, aMe, handlers, mockFetch } from '@clientele/mocks'
import { createClient } from '@clientele/sdk'
import { expect, test } from 'vitest'

const client = aClient({ form: 'quick' })

/** One world, in which each is named by their token. */
function world() {
  const nothing = { access: [], accessGrants: [], accessRequests: [], propagations: [], subscriptions: [] }
  const fetch = mockFetch(
    handlers({
      data: { ...nothing, clients: [client] },
      callers: {
        reseller: aMe(),
        client: aMe({ role: 'client_admin', account: client }),
        host: aMe({ role: 'platform_admin' }),
      },
    }),
  )
  return (who: { token: string } | { link: string }) =>
    createClient({ baseUrl: 'http://clientele.test', retries: 0, fetch, ...who })
}

test('what the client accepts is in effect once the host has reported it, until the client pauses it', async () => {
  const as = world()
  const [reseller, itself, host] = [as({ token: 'reseller' }), as({ token: 'client' }), as({ token: 'host' })]
  const may = async () => (await reseller.access.check({ clientId: client.id, capability: 'products.manage' })).code

  const message = 'May I look after your products?'
  const asked = { clientId: client.id, level: 'manage', recipientEmail: 'ada@example.org', message }
  const { id, level } = await reseller.accessRequests.create(asked)
  await as({ link: id }).accessRequests.accept({ level })
  expect(await may()).toBe('propagation_pending')

  for await (const propagation of host.propagations.list({ state: ['pending'] })) {
    await host.propagations.observed(propagation.id, { outcome: 'in_effect' })
  }
  expect(await may()).toBeUndefined()

  await itself.access.pause(client.id)
  expect(await may()).toBe('access_paused')
  const { data } = await itself.access.activity(client.id)
  expect(data[0]).toMatchObject({ type: 'access_grant.paused', actor: { accountId: client.id } })
})
