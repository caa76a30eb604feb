import { describe, expect, test } from 'vitest'
import { endpoints } from '../endpoints.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const { send } = await openTestPlatform()

describe('a preflight', () => {
  test('is open for every row, without credentials', async () => {
    for (const { row } of endpoints) {
      const response = await send(`/v1${row.path.replace('{id}', 'acc_1')}`, {
        method: 'OPTIONS',
        headers: { origin: 'https://panel.example.com', 'access-control-request-method': row.method },
      })
      expect(response.status).toBe(204)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
      expect(response.headers.get('access-control-allow-methods')?.split(', ')).toContain(row.method)
      expect(response.headers.get('access-control-allow-headers')?.toLowerCase().split(', ')).toEqual(
        expect.arrayContaining([
          'authorization',
          'clientele-link',
          'content-type',
          'idempotency-key',
          'if-match',
          'x-request-id',
        ]),
      )
    }
  })

  test('of an address that is none is 404', async () => {
    expect((await send('/v1/nothing', { method: 'OPTIONS' })).status).toBe(404)
  })
})

test('an answer exposes what pages have to read', async () => {
  const { headers } = await send('/v1/me')
  for (const name of ['ETag', 'Idempotency-Replayed', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id']) {
    expect(headers.get('access-control-expose-headers')?.split(', ')).toContain(name)
  }
})
