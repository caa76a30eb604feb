import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { day, minute } from '../testing/test-clock.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { north, clock, sql, as, send } = await openTestPlatform()
const origin = 'https://panel.example.com'
const session = (expiresIn = 900) =>
  north.owner.sessions.create({
    accountId: north.id,
    role: 'reseller_sales',
    viewer: { id: 'v-1' },
    origins: [origin],
    expiresIn,
  })

describe('a token that was not made here', () => {
  const claims = () => ({
    keyId: 'key_x',
    accountId: north.id,
    role: 'platform_admin',
    viewer: { id: 'x' },
    origins: [origin],
  })
  const forged = (
    header: object,
    body: object = { clientele: claims(), iss: 'clientele', exp: 4_000_000_000 },
    signature = 'x',
  ) =>
    [header, body]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat(signature)
      .join('.')

  test('is refused, however it was made up', async () => {
    const { token } = await session()
    const kid = (await sql<{ kid: string }>('select kid from signing_keys'))[0]?.kid ?? ''
    const [head = '', body = '', signature = ''] = token.split('.')
    const raised = JSON.parse(Buffer.from(body, 'base64url').toString()) as { clientele: { role: string } }
    raised.clientele.role = 'reseller_owner'
    const unknown = [
      forged({ alg: 'none' }),
      forged({ alg: 'none', kid }, undefined, ''),
      forged({ alg: 'HS256', kid }),
      forged({ alg: 'HS512', kid }),
      forged({ alg: 'RS256', kid }),
      ...['\u0000', '', "' or 1=1", 'sgk_01ARZ3NDEKTSV4RRFFQ69G5FAV', 1, {}, [kid], null].map((bad) =>
        forged({ alg: 'HS256', kid: bad }),
      ),
      `${head}.${Buffer.from(JSON.stringify(raised)).toString('base64url')}.${signature}`,
      `${head}.${body}.${signature.slice(0, -2)}AA`,
      `${head}.${body}.`,
      `${head}.${body}`,
      'x',
      '..',
      'a.b.c',
      'x'.repeat(10_000),
      await new SignJWT({ clientele: claims() })
        .setProtectedHeader({ alg: 'HS256', kid })
        .setIssuer('clientele')
        .setExpirationTime('1h')
        .sign(Buffer.alloc(32)),
    ]
    for (const one of unknown) {
      const response = await send('/v1/me', { as: one, headers: { origin } })
      expect([one.slice(0, 80), response.status, ((await response.json()) as { code: string }).code]).toEqual([
        one.slice(0, 80),
        401,
        'unauthenticated',
      ])
    }
  })
})

describe('signing keys', () => {
  test('are made anew after thirty days, and sessions of the old one go on', async () => {
    const kidOf = (token: string) =>
      (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid
    clock.move(40 * day)
    const first = await session()
    clock.move(30 * day - minute)
    const before = await session(3600)
    expect(kidOf(before.token)).toBe(kidOf(first.token))
    clock.move(minute)
    const after = await session()
    expect(kidOf(after.token)).not.toBe(kidOf(first.token))
    await as(before.token, origin).me.get()
    await as(after.token, origin).me.get()
    // and are gone when no session can be theirs
    clock.move(40 * day)
    await session()
    expect(await sql('select kid from signing_keys where kid = $1', [kidOf(first.token)])).toEqual([])
  })

  test('lie sealed in the database', async () => {
    const rows = await sql<{ sealed: Buffer }>('select sealed from signing_keys')
    for (const { sealed } of rows) expect(sealed.length).toBe(12 + 32 + 16)
  })
})
