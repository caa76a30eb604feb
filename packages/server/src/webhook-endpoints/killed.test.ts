import { createClient } from '@clientele/sdk'
import { verifyWebhook } from '@clientele/sdk/webhooks'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createServer } from '../create-server.ts'
import { quick } from '../testing/client-inputs.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { createPostgresDatabase, isPostgres } from '../testing/test-database.ts'
import { minute } from '../testing/test-clock.ts'
import { startReceiver, type Taken } from '../testing/webhook-receiver.ts'

test(
  'a webhook is sent as soon as it happens; killed in the middle, it is sent again under its id',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-webhooks-'))
    const postgres = isPostgres ? await createPostgresDatabase() : undefined
    onTestFinished(async () => {
      await postgres?.drop()
      await rm(folder, { recursive: true, force: true })
    })
    const database = postgres?.url ?? join(folder, 'data')
    const masterKey = Buffer.alloc(32, 9).toString('base64')
    const env = { DATABASE_URL: database, CLIENTELE_MASTER_KEY: masterKey, WEBHOOKS_ALLOW_PRIVATE: '1' }
    const before = createServer({ database, masterKey, jobs: false })
    const apiKey = (await before.bootstrap({ name: 'Example Hosting' }))?.secret ?? ''
    await before.close()

    // it takes the message and never answers
    const receiver = await startReceiver(() => {})
    const first = await startServerProcess(env)
    const platform = createClient({ baseUrl: first.baseUrl, apiKey, retries: 0 })
    const { id: ownerId } = await platform.resellers.create({ displayName: 'North', publicIdentifier: 'north' })
    const endpoint = await platform.webhookEndpoints.create({ url: receiver.url, events: ['client.created'] })
    const client = await platform.clients.create(quick({ ownerId }))
    await vi.waitFor(() => expect(receiver.taken).toHaveLength(1), { timeout: 60_000 })
    await first.end('SIGKILL')

    receiver.answerWith(204)
    // as late as one that is started again is at the latest
    const clock = { now: () => new Date(Date.now() + minute) }
    const second = createServer({ database, masterKey, clock, jobs: false, webhooks: { allowPrivateAddresses: true } })
    await vi.waitFor(
      async () => {
        await second.runDue()
        expect(receiver.taken).toHaveLength(2)
      },
      { timeout: 60_000 },
    )
    expect(await second.runDue()).toBe(0)
    await second.close()
    const [once, again] = receiver.taken as [Taken, Taken]
    expect(again.headers['webhook-id']).toBe(once.headers['webhook-id'])
    const { payload } = await verifyWebhook(again.body, again.headers, endpoint.secret ?? '', { now: clock.now() })
    expect(payload).toMatchObject({ type: 'client.created', data: { subject: { id: client.id } } })
  },
)
