import { describe, expect, test, vi } from 'vitest'
import { quick } from '../testing/client-inputs.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { day } from '../testing/test-clock.ts'
import { mailQueue } from '../testing/test-mails.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'

const masterKey = Buffer.alloc(32, 5).toString('base64')
const webhooks = { allowPrivateAddresses: true }
const { north, server, clock, sql, database } = await openTestPlatform({ masterKey, webhooks })
const queue = await mailQueue(database.pool, masterKey, clock, {})

describe('mails', () => {
  test('are kept for 90 days, also in the mailbox of a server without SMTP, and then forgotten', async () => {
    for (let count = 0; count < 5; count++) await queue()
    await server.runDue()
    await sql(
      `update mails m set state = (array['sent', 'bounced', 'failed', 'dropped', 'queued'])[n]
        from (select id, row_number() over (order by id) as n from mails) as o where o.id = m.id`,
    )
    // taken by a server that does not come to an end
    await sql(`update mails set next_attempt_at = $1 where state = 'queued'`, [
      new Date(clock.now().getTime() + 200 * day),
    ])
    clock.move(90 * day)
    await server.runDue()
    expect(await server.mailbox.list()).toHaveLength(5)
    clock.move(1)
    expect(await server.runDue()).toBe(4)
    expect(await server.mailbox.list()).toMatchObject([{ state: 'queued' }])
    await sql('delete from mails')
  })

  test('go in portions, and all of them in the end', async () => {
    await queue()
    await server.runDue()
    const columns = 'message_id, template, language_code, to_email, subject, state, created_at'
    await sql(
      `insert into mails (id, ${columns}) select 'mai_' || n, ${columns} from mails, generate_series(1, 2500) as n`,
    )
    clock.move(91 * day)
    expect(await server.runDue()).toBe(2501)
    expect(await server.mailbox.list()).toEqual([])
  })
})

describe('webhook deliveries', () => {
  const { webhookEndpoints: endpoints, clients } = north.owner

  test('can be replayed for 30 days after they ended, and are then forgotten', async () => {
    const receiver = await startReceiver(204)
    const endpoint = await endpoints.create({ url: receiver.url, events: ['client.created'] })
    await clients.create(quick())
    // the feed waits for what is under way
    const [delivery] = await vi.waitFor(
      async () => {
        await server.runDue()
        const { data } = await endpoints.deliveries(endpoint.id)
        if (data[0]?.state !== 'delivered') throw new Error('It has not been delivered yet.')
        return data
      },
      { timeout: 10_000, interval: 10 },
    )
    const id = String(delivery?.id)
    clock.move(30 * day)
    await server.runDue()
    expect(await endpoints.replay(id)).toMatchObject({ state: 'pending' })
    // one that is on its way again is not over
    clock.move(1)
    receiver.answerWith(500)
    await server.runDue()
    expect(receiver.taken).toHaveLength(2)
    clock.move(4 * day)
    await server.runDue()
    expect((await endpoints.deliveries(endpoint.id)).data).toMatchObject([{ id, state: 'failed' }])
    clock.move(30 * day)
    await server.runDue()
    expect((await endpoints.deliveries(endpoint.id)).data).toMatchObject([{ id, state: 'failed' }])
    clock.move(1)
    await server.runDue()
    expect((await endpoints.deliveries(endpoint.id)).data).toEqual([])
    expect(await codeOf(endpoints.replay(id))).toBe('not_found')
  })
})
