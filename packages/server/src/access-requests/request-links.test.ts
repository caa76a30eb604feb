import { beforeAll, expect, test, vi } from 'vitest'
import { asking, byLink, mailedToken, setPages } from '../testing/asking.ts'
import { quick } from '../testing/client-inputs.ts'
import { problemOf } from '../testing/problem-of.ts'
import { codeOf } from '../testing/refusal-of.ts'
import { minute } from '../testing/test-clock.ts'
import { onPostgres } from '../testing/test-database.ts'
import { openTestPlatform } from '../testing/test-platform.ts'

const lookups = 40
const platform = await openTestPlatform({ rateLimits: { lookup: lookups } })
const { north, send, clock, sql } = platform
const requests = north.owner.accessRequests

beforeAll(() => setPages(platform))

async function asked(to: string) {
  const { id } = await north.owner.clients.create(quick())
  const request = await requests.create(asking(id, { recipientEmail: to }))
  return { request, token: await mailedToken(platform, to) }
}

/** The refusal of a bare call by a link, without what is different each time. */
async function refusedWith(token: string | undefined, path = '/v1/access-requests/current', method = 'GET') {
  const headers = token === undefined ? {} : { 'clientele-link': token }
  const { requestId: _requestId, ...problem } = await problemOf(await send(path, { method, headers }))
  return problem
}

test('guessed, cut short, of another purpose, replaced, taken back, or none at all: refused alike, and read by nobody', async () => {
  clock.move(minute)
  const replaced = await asked('replaced@mail.example.org')
  await requests.resend(replaced.request.id, {})
  const canceled = await asked('canceled@mail.example.org')
  await requests.cancel(canceled.request.id)
  const good = await asked('good@mail.example.org')
  const accepted = await byLink(platform, good.token).accessRequests.accept({ level: 'manage@1' })
  const manage = new URL(String(accepted.manageLink)).hash.slice(1)
  const hashes = await sql<{ hash: Buffer }>('select hash from link_tokens')
  const bad = [
    undefined,
    '',
    'x',
    `cl_${'A'.repeat(43)}`,
    good.token.slice(0, -1),
    `${good.token}A`,
    good.token.toUpperCase(),
    replaced.token,
    canceled.token,
    manage,
    replaced.request.id,
    `cl_${hashes[0]?.hash.toString('base64url')}`,
    "' or true --",
  ]
  const [first, ...others] = await Promise.all(bad.map((token) => refusedWith(token)))
  expect(first).toEqual({
    type: 'urn:clientele:error:link_invalid',
    title: 'The link is not valid, or not any more',
    status: 404,
    code: 'link_invalid',
    detail: expect.any(String),
    retryable: false,
  })
  for (const other of others) expect(other).toEqual(first)
  for (const path of ['accept', 'decline', 'ask-again']) {
    expect(await refusedWith(canceled.token, `/v1/access-requests/current/${path}`, 'POST')).toEqual(first)
  }
  // and a request's link manages nothing
  expect(await refusedWith(good.token, '/v1/access/managed')).toEqual(first)
})

test('whoever guesses pays for it, and whoever holds a link does not', async () => {
  clock.move(minute)
  const { token } = await asked('holder@mail.example.org')
  const guess = (number: number) => refusedWith(`cl_${String(number).padStart(43, '0')}`)
  for (let number = 0; number < lookups; number++) expect((await guess(number)).code).toBe('link_invalid')
  expect((await guess(lookups)).code).toBe('rate_limited')
  expect(await byLink(platform, token).accessRequests.current()).toMatchObject({ status: 'pending' })
  clock.move(minute)
  expect((await guess(0)).code).toBe('link_invalid')
})

test.each(onPostgres)('a link that is replaced while its holder waits is dead (%s)', async () => {
  clock.move(minute)
  const { token, request } = await asked('waiting@mail.example.org')
  const other = await platform.database.pool.connect()
  const waiting = async () => {
    const { rows } = await other.query("select 1 from pg_locks where locktype = 'advisory' and not granted")
    expect(rows).not.toEqual([])
  }
  try {
    const pair = `${request.client.id} ${north.id}`
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [pair])
    const answer = codeOf(byLink(platform, token).accessRequests.accept({ level: 'manage@1' }))
    await vi.waitFor(waiting, { timeout: 5_000, interval: 10 })
    await other.query('update link_tokens set revoked_at = now() where request_id = $1', [request.id])
    await other.query('commit')
    expect(await answer).toBe('link_invalid')
  } finally {
    other.release()
  }
  expect(await requests.get(request.id)).toMatchObject({ status: 'pending', grantId: null })
})

test('of a request that was answered still shows how it ended, and can do nothing', async () => {
  clock.move(minute)
  const { token } = await asked('answered@mail.example.org')
  const holder = byLink(platform, token)
  await holder.accessRequests.decline({})
  expect(await holder.accessRequests.current()).toMatchObject({ status: 'declined' })
  expect(await codeOf(holder.accessRequests.accept({ level: 'manage@1' }))).toBe('access_request_not_pending')
})

test('lies nowhere in the database as it is', async () => {
  clock.move(minute)
  const { token, request } = await asked('sealed@mail.example.org')
  const copied = String(request.copyableLink)
  const accepted = await byLink(platform, token).accessRequests.accept(
    { level: 'manage@1' },
    { idempotencyKey: 'sealed' },
  )
  const secrets = [token, copied, String(accepted.manageLink)].map((link) => link.split('#').at(-1) ?? link)
  const tables = await sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const [row] = await sql<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`)
    for (const secret of secrets) {
      expect(row?.text, name).not.toContain(secret)
      expect(row?.text, name).not.toContain(Buffer.from(secret).toString('hex'))
    }
  }
})
