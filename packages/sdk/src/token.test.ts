import { clients } from '@clientele/contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { call } from './call.ts'
import { failureOf, setUp } from './testing/call-setup.ts'
import { json, problem, startServer, type TestServer } from './testing/test-server.ts'
import type { Token } from './token.ts'

const start = Date.UTC(2026, 0, 1)
const at = (seconds: number) => new Date(start + seconds * 1000)

/** A server that takes the tokens `ok…` alone. */
function startGuarded(): Promise<TestServer> {
  return startServer((response, { headers }) => {
    if (headers.authorization?.startsWith('Bearer ok')) json(response, 200, { id: 'acc_1' })
    else problem(response, 401, 'session_expired')
  })
}

/** A function that gives one token after the other, the last one again and again. */
function provider(...tokens: Token[]) {
  return vi.fn<() => Promise<Token>>(async () => tokens.shift() ?? 'ok-last')
}

function jwt(exp: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `ok.${part({ exp, name: '~~~???ÿ' })}.signature`
}

const sent = (server: TestServer) => server.requests.map(({ headers }) => headers.authorization)

describe('a token', () => {
  it('is sent as it is', async () => {
    const server = await startGuarded()
    await setUp(server, { token: 'ok-1' }).read()
    expect(sent(server)).toEqual(['Bearer ok-1'])
  })

  it('may come with its end, as `sessions.create` gives it', async () => {
    const server = await startGuarded()
    await setUp(server, { token: { token: 'ok-1', expiresAt: at(900).toISOString() } }).read()
    expect(sent(server)).toEqual(['Bearer ok-1'])
  })

  it('that is fixed cannot be renewed: the error says how it could', async () => {
    const server = await startGuarded()
    const error = await failureOf(setUp(server, { token: 'old' }).read())
    expect(error).toMatchObject({ kind: 'api', code: 'session_expired', attempts: 1 })
    expect(error.message).toContain('Give `token` as a function')
  })

  it('may come from a function that is not async', async () => {
    const server = await startGuarded()
    await setUp(server, { token: () => 'ok-1' }).read()
    expect(sent(server)).toEqual(['Bearer ok-1'])
  })
})

describe('renewal', () => {
  it('is not done while the token holds', async () => {
    const token = provider({ token: 'ok-1', expiresAt: at(900) })
    const { read } = setUp(await startGuarded(), { token })
    await read()
    await read()
    expect(token).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['`expiresAt`', { token: 'ok-1', expiresAt: at(900) }],
    ['the `exp` of a JWT', jwt(start / 1000 + 900)],
  ])('starts 30 s early, in the background, by %s', async (_, first) => {
    const server = await startGuarded()
    const token = provider(first, { token: 'ok-2', expiresAt: at(1800) })
    const { read, clock } = setUp(server, { token })
    await read()
    clock.advance(869_999)
    await read()
    expect(token).toHaveBeenCalledTimes(1)
    clock.advance(1)
    await read() // goes out with the first token, which still holds
    expect(token).toHaveBeenCalledTimes(2)
    await read()
    const old = `Bearer ${typeof first === 'string' ? first : first.token}`
    expect(sent(server)).toEqual([old, old, old, 'Bearer ok-2'])
  })

  it('that fails in the background stops no call while the token holds, and is not hammered', async () => {
    const server = await startGuarded()
    const token = vi.fn<() => Promise<{ token: string; expiresAt: Date }>>()
    token.mockResolvedValueOnce({ token: 'ok-1', expiresAt: at(900) }).mockRejectedValue(new Error('offline'))
    const { read, clock } = setUp(server, { token })
    await read()
    clock.advance(880_000)
    await read()
    await read()
    expect(token).toHaveBeenCalledTimes(2)
    expect(sent(server)).toEqual(['Bearer ok-1', 'Bearer ok-1', 'Bearer ok-1'])
  })

  it('is waited for when the token has ended', async () => {
    const server = await startGuarded()
    const token = provider({ token: 'ok-1', expiresAt: at(60) }, { token: 'ok-2', expiresAt: at(900) })
    const { read, clock } = setUp(server, { token })
    await read()
    clock.advance(60_000)
    await read()
    expect(sent(server)).toEqual(['Bearer ok-1', 'Bearer ok-2'])
  })

  it('is done once for 20 parallel calls that were refused with an expired token', async () => {
    const server = await startGuarded()
    const token = provider('old', 'ok-1')
    const { transport } = setUp(server, { token })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => call(transport, clients.get, `acc_${i}`)))
    expect(answers).toHaveLength(20)
    expect(token).toHaveBeenCalledTimes(2) // the first token, and one renewal
    expect(server.requests).toHaveLength(40)
  })

  it('is done once for 20 parallel calls that know their token to be over', async () => {
    const server = await startGuarded()
    const token = provider({ token: 'ok-1', expiresAt: at(60) }, { token: 'ok-2', expiresAt: at(900) })
    const { read, clock } = setUp(server, { token })
    await read()
    clock.advance(61_000)
    await Promise.all(Array.from({ length: 20 }, () => read()))
    expect(token).toHaveBeenCalledTimes(2)
    expect(server.requests).toHaveLength(21)
  })

  it('keeps the idempotency key of a write', async () => {
    const server = await startGuarded()
    await setUp(server, { token: provider('old', 'ok-1') }).write()
    expect(server.requests).toHaveLength(2)
    expect(new Set(server.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  })

  it('is tried once, however often the server refuses', async () => {
    const server = await startGuarded()
    const token = provider('old', 'old-too')
    const error = await failureOf(setUp(server, { token }).read())
    expect(error).toMatchObject({ code: 'session_expired', attempts: 2 })
    expect(token).toHaveBeenCalledTimes(2)
  })

  it('that gives the same token sends nothing again', async () => {
    const server = await startGuarded()
    const token = provider('old', 'old')
    expect(await failureOf(setUp(server, { token }).read())).toMatchObject({ attempts: 1 })
  })

  it('is not done for a key that was revoked', async () => {
    const server = await startServer((response) => problem(response, 401, 'api_key_revoked'))
    const token = provider('ok-1', 'ok-2')
    expect(await failureOf(setUp(server, { token }).read())).toMatchObject({ attempts: 1 })
    expect(token).toHaveBeenCalledTimes(1)
  })

  it('does not go by the clock of a machine that is wrong', async () => {
    const token = provider({ token: 'ok-1', expiresAt: at(-3600) })
    const { read } = setUp(await startGuarded(), { token })
    await read()
    await read()
    expect(token).toHaveBeenCalledTimes(1)
  })
})

describe('a token function', () => {
  it('that fails: the call fails with its error as the cause, and the next call asks again', async () => {
    const server = await startGuarded()
    const offline = new Error('offline, and here is a secret')
    const token = vi.fn<() => Promise<string>>().mockRejectedValueOnce(offline).mockResolvedValue('ok-1')
    const { read } = setUp(server, { token })
    const error = await failureOf(read())
    expect(error).toMatchObject({ kind: 'network', attempts: 0, cause: offline })
    expect(error.message).toBe(
      'Clientele: the `token` function failed, so the call was not sent. Its error is the `cause`. [0 attempts]',
    )
    await read()
    expect(server.requests).toHaveLength(1)
  })

  it('that throws is taken like one that rejects', async () => {
    const token = () => {
      throw new Error('no')
    }
    expect(await failureOf(setUp(await startGuarded(), { token }).read())).toMatchObject({ kind: 'network' })
  })

  it.each([
    ['nothing', undefined],
    ['spaces', 'a b'],
    ['a line break', 'a\nx: y'],
    ['an empty text', ''],
  ])('that gives %s: the error says what it has to give', async (_, value) => {
    const error = await failureOf(setUp(await startGuarded(), { token: () => value as string }).read())
    expect(error).toMatchObject({ kind: 'usage' })
    expect(error.message).toContain('gave no token')
  })

  it('that never answers holds up no later call for longer than the whole time of a call', async () => {
    const token = vi
      .fn<() => Promise<string>>()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue('ok-1')
    const { read, clock } = setUp(await startGuarded(), { token })
    const failed = failureOf(read())
    await clock.elapse(60_000)
    expect(await failed).toMatchObject({ kind: 'timeout' })
    expect(await read()).toEqual({ id: 'acc_1' })
  })
})

describe('a secret key in a browser', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['apiKey', { apiKey: 'ck_1' }],
    ['token', { token: 'ck_1' }],
  ])('is refused as `%s`', (_, options) => {
    vi.stubGlobal('window', {})
    vi.stubGlobal('document', {})
    const open = () => setUp({ baseUrl: 'http://clientele.test' }, options)
    expect(open).toThrow('got a secret API key in a browser, where every visitor can read it. Make a widget session')
  })

  it('is refused as the answer of the token function', async () => {
    vi.stubGlobal('window', {})
    vi.stubGlobal('document', {})
    const error = await failureOf(setUp(await startGuarded(), { token: () => 'ck_1' }).read())
    expect(error).toMatchObject({ kind: 'usage' })
    expect(error.message).not.toContain('ck_1')
  })
})
