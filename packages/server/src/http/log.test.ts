import { describe, expect, test } from 'vitest'
import { organization, quick } from '../testing/client-inputs.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { openTestPlatform } from '../testing/test-platform.ts'
import type { LogRecord } from './log.ts'

const records: LogRecord[] = []
const { admin, north, send, sql } = await openTestPlatform({
  log: (record) => {
    if ('requestId' in record) records.push(record)
  },
})
const origin = 'https://panel.example.com'

describe('the log', () => {
  test('has a record of every call: who, what and how it ended', async () => {
    records.length = 0
    const { response } = await north.owner.me.get().withResponse()
    expect(records).toEqual(
      [
        {
          requestId: response.requestId,
          method: 'GET',
          route: 'me.get',
          caller: `api_key:${(await north.owner.me.get()).caller.id}`,
          account: north.id,
          status: 200,
          ms: expect.any(Number),
        },
      ].concat([expect.anything()]),
    )
    records.length = 0
    await send('/v1/me')
    expect(records).toEqual([expect.objectContaining({ status: 401, route: 'me.get' })])
  })

  test('holds no secret, token, address, name or body', async () => {
    records.length = 0
    const viewer = { id: 'viewer@mail.example.org', name: 'Vera Viewer', email: 'viewer@mail.example.org' }
    const { token } = await north.owner.sessions.create({
      accountId: north.id,
      role: 'reseller_owner',
      viewer,
      origins: [origin],
    })
    const { secret } = await admin.apiKeys.create({ name: 'Hush', role: 'platform_support' })
    await send('/v1/clients?q=secretsearch', { as: token, headers: { origin } })
    await send(`/v1/clients?token=${secret}`, { as: secret })
    const { id } = await north.owner.clients.create(organization({ name: 'Whispering GmbH' }), {
      idempotencyKey: 'hush-key',
    })
    await refusalOf(north.owner.clients.update(id, { phone: '12345' }))
    await refusalOf(north.owner.clients.create(quick({ primaryEmail: 'not an address' })))
    await send('/v1/clients', {
      method: 'POST',
      as: north.owner.secret,
      body: '{"form":"quick","x":"leak',
      headers: { 'content-type': 'application/json' },
    })
    expect(records.length).toBeGreaterThanOrEqual(8)
    const text = JSON.stringify(records)
    for (const word of [
      secret,
      token,
      'viewer@',
      'Vera',
      'secretsearch',
      'Whispering',
      'example.org',
      '12345',
      'not an address',
      'hush-key',
      'leak',
    ]) {
      expect(text).not.toContain(word)
    }
  })

  test('says what went wrong with an answer 500, without the values it went wrong with', async () => {
    records.length = 0
    await sql(`alter table accounts add constraint unlucky check (name <> 'Unlucky Ltd')`)
    const refusal = await refusalOf(
      north.owner.clients.create(quick({ company: 'Unlucky Ltd', primaryEmail: 'unlucky@mail.example.org' })),
    )
    expect(refusal).toMatchObject({ status: 500, code: 'internal', retryable: true })
    expect(JSON.stringify(refusal.problem)).not.toMatch(/unlucky|constraint|insert/i)
    const [record] = records
    expect(record).toMatchObject({ status: 500, route: 'clients.create', requestId: refusal.requestId })
    const text = JSON.stringify(record)
    expect(text).toContain('23514')
    expect(text).toMatch(/insertClient|create-client/)
    expect(text).not.toMatch(/Unlucky Ltd|unlucky@/)
    await sql('alter table accounts drop constraint unlucky')
  })
})
