import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { failureOf } from './testing/call-setup.ts'
import { verifyWebhook } from './webhooks.ts'

const now = new Date('2026-01-01T00:00:00Z')
const seconds = now.getTime() / 1000
const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`
const body = JSON.stringify({ type: 'client.created', name: 'Zoë' })

/** Signs as the standard says, with another implementation than the one under test. */
function sign(text: string | Uint8Array, { key = secret, id = 'msg_1', at = seconds } = {}) {
  const hmac = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
    .update(`${id}.${at}.`)
    .update(text)
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${hmac.digest('base64')}` }
}

const verify = (headers: Parameters<typeof verifyWebhook>[1], secrets: string | string[] = secret, text = body) =>
  verifyWebhook(text, headers, secrets, { now })

describe('a webhook message', () => {
  it('that was signed with the secret is taken', async () => {
    expect(await verify(sign(body))).toEqual({ id: 'msg_1', sentAt: now, payload: JSON.parse(body) })
  })

  it('is taken from Headers, from bytes, and from header names of any case', async () => {
    const bytes = new TextEncoder().encode(body)
    expect(await verifyWebhook(bytes, new Headers(sign(body)), secret, { now })).toMatchObject({ id: 'msg_1' })
    const upper = Object.fromEntries(Object.entries(sign(body)).map(([name, value]) => [name.toUpperCase(), [value]]))
    expect(await verify(upper)).toMatchObject({ id: 'msg_1' })
  })

  it('agrees with the vector that the standard gives', async () => {
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    }
    const options = { now: new Date(1_614_265_330_000) }
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    expect((await verifyWebhook('{"test": 2432232314}', headers, key, options)).payload).toEqual({ test: 2432232314 })
  })

  it('is taken with any of several secrets and any of several signatures', async () => {
    const other = `whsec_${randomBytes(24).toString('base64')}`
    const headers = sign(body)
    const both = {
      ...headers,
      'webhook-signature': `v1a,xx ${sign(body, { key: other })['webhook-signature']} ${headers['webhook-signature']}`,
    }
    expect(await verify(both, [secret])).toMatchObject({ id: 'msg_1' })
    expect(await verify(sign(body, { key: other }), [secret, other])).toMatchObject({ id: 'msg_1' })
  })

  it.each([
    ['another body', sign(`${body} `)],
    ['another id', { ...sign(body), 'webhook-id': 'msg_2' }],
    ['another time', { ...sign(body), 'webhook-timestamp': String(seconds - 1) }],
    ['another secret', sign(body, { key: `whsec_${randomBytes(24).toString('base64')}` })],
    ['a shorter signature', { ...sign(body), 'webhook-signature': sign(body)['webhook-signature'].slice(0, 20) }],
    ['no signature of this version', { ...sign(body), 'webhook-signature': 'v2,AAAA' }],
    ['a signature that is no base64', { ...sign(body), 'webhook-signature': 'v1,***' }],
  ])('with %s is refused', async (_, headers) => {
    const error = await failureOf(verify(headers))
    expect(error).toMatchObject({ kind: 'protocol' })
    expect(error.message).toContain('is signed with none of the secrets')
    expect(error.message).toContain('Answer 400')
  })

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s is refused', async (name) => {
    const error = await failureOf(verify({ ...sign(body), [name]: undefined }))
    expect(error.message).toContain(`has no ${name} header`)
  })

  it.each([-301, 301])('that was sent %i s from now is refused', async (offset) => {
    const error = await failureOf(verify(sign(body, { at: seconds + offset })))
    expect(error.message).toContain('was not sent within 300 s of now')
  })

  it.each([-300, 300])('that was sent %i s from now is taken', async (offset) => {
    expect(await verify(sign(body, { at: seconds + offset }))).toMatchObject({ id: 'msg_1' })
  })

  it('may be older where it is told so', async () => {
    const old = sign(body, { at: seconds - 3600 })
    expect(await verifyWebhook(body, old, secret, { now, tolerance: 3600 })).toMatchObject({ id: 'msg_1' })
  })

  it('with a time that is none is refused', async () => {
    const headers = sign(body, { at: Number.NaN })
    expect((await failureOf(verify(headers))).message).toContain('was not sent within')
  })

  it('that is no JSON is refused', async () => {
    expect((await failureOf(verify(sign('<xml>'), secret, '<xml>'))).message).toContain('is no JSON')
  })

  it.each([[''], ['whsec_'], ['whsec_***'], [[]]])('cannot be proved with %j as a secret', async (secrets) => {
    expect(await failureOf(verify(sign(body), secrets))).toMatchObject({ kind: 'usage' })
  })

  it('cannot be proved when it was parsed already', async () => {
    const error = await failureOf(verifyWebhook({} as unknown as string, sign(body), secret))
    expect(error.message).toContain('take the raw body')
  })
})
