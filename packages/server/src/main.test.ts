import { createClient, type Clientele } from '@clientele/sdk'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { lockFolder } from './database/lock-folder.ts'
import { quick } from './testing/client-inputs.ts'
import { runCommand, startServerProcess } from './testing/server-process.ts'
import { createPostgresDatabase, isPostgres, onEmbedded } from './testing/test-database.ts'

const folder = await mkdtemp(join(tmpdir(), 'clientele-main-'))
const postgres = isPostgres ? await createPostgresDatabase() : undefined
afterAll(async () => {
  await postgres?.drop()
  await rm(folder, { recursive: true, force: true })
})

const location = postgres?.url ?? join(folder, 'data')
const env = {
  DATABASE_URL: location,
  ...(isPostgres ? { CLIENTELE_MASTER_KEY: Buffer.alloc(32, 9).toString('base64') } : {}),
}
let secret = ''
const clientOf = (baseUrl: string): Clientele => createClient({ baseUrl, apiKey: secret, retries: 0 })

// each test starts processes with databases of their own, which takes its time on a busy machine
describe('clientele-server', { timeout: 60_000 }, () => {
  test('bootstrap prints the first key once', async () => {
    expect(await runCommand(['bootstrap'], env)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('has no name'),
    })
    const made = await runCommand(['bootstrap', 'Example', 'Hosting'], env)
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^account acc_\w{26}\nkey {5}ck_[\w-]{43}\n$/)])
    secret = /ck_\S+/.exec(made.out)?.[0] ?? ''
    expect(made.err).not.toContain(secret)
    const again = await runCommand(['bootstrap', 'Example Hosting'], env)
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toContain('the platform is there already')
  })

  test('says how it is used', async () => {
    const [help, wrong] = [await runCommand(['--help'], env), await runCommand(['launch'], env)]
    expect([help.code, wrong.code]).toEqual([0, 2])
    for (const { err } of [help, wrong])
      for (const name of ['receipt-keys rotate', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'ACCESS_EFFECT'])
        expect(err).toContain(name)
  })

  test('listens, says that it is well and ready, and ends with 0', async () => {
    const server = await startServerProcess(env)
    for (const path of ['/healthz', '/readyz']) expect((await fetch(server.baseUrl + path)).status).toBe(200)
    const { name, id } = await clientOf(server.baseUrl).clients.create(
      quick({ company: 'Stays', primaryEmail: 'stays@mail.example.org' }),
    )
    expect(name).toBe('Stays')
    expect(await server.end('SIGTERM')).toBe(0)
    expect(server.log()).toContain('"stopped"')
    for (const word of [secret, 'Stays', 'stays@']) expect(server.log()).not.toContain(word)

    const restarted = await startServerProcess(env)
    expect((await clientOf(restarted.baseUrl).clients.get(id)).name).toBe('Stays')
    expect(await restarted.end('SIGTERM')).toBe(0)
  })

  test('replaces the key of receipts, and one that was stolen, and prints what keys there are', async () => {
    const rotated = await runCommand(['receipt-keys', 'rotate'], env)
    expect([rotated.code, rotated.err]).toEqual([0, ''])
    expect(rotated.out).toMatch(/^rck_\w{26} {2}from \S+Z {2}signs\n$/)
    const kid = rotated.out.slice(0, 30)
    // on PostgreSQL beside servers that run
    const server = isPostgres ? await startServerProcess(env) : undefined
    const revoked = await runCommand(['receipt-keys', 'revoke', kid], env)
    expect(revoked.out).toMatch(new RegExp(`^${kid} .*  revoked since \\S+Z\\nrck_.*  signs\\n$`))
    const keys = server ? (await clientOf(server.baseUrl).accessGrants.receiptKeys()).keys : []
    expect(keys.map((key) => revoked.out.includes(key.kid))).toEqual(isPostgres ? [true, true] : [])
  })

  test('told to stop, answers what it has begun', async () => {
    const server = await startServerProcess(env)
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json', expect: '100-continue' }
    const begun = request(`${server.baseUrl}/v1/clients`, { method: 'POST', headers })
    begun.flushHeaders()
    await once(begun, 'continue')
    server.child.kill('SIGTERM')
    await server.logged('stopping')
    begun.end(JSON.stringify(quick({ company: 'Just in time' })))
    const [answer] = (await once(begun, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(201)
    expect(JSON.parse(await text(answer))).toMatchObject({ name: 'Just in time' })
    if (server.child.exitCode === null) await once(server.child, 'exit')
    expect(server.child.exitCode).toBe(0)
  })

  test('R77: killed in the middle of writes, it has lost nothing it acknowledged and doubles nothing', async () => {
    const writes = Array.from({ length: 60 }, (_, i) => ({
      input: quick({ company: `Killed ${i}` }),
      idempotencyKey: `kill-${i}`,
    }))
    const acknowledged: string[] = []
    const first = await startServerProcess(env)
    const client = clientOf(first.baseUrl)
    const queue = [...writes]
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const made = await client.clients
          .create(next.input, { idempotencyKey: next.idempotencyKey })
          .catch(() => undefined)
        if (!made) return
        acknowledged.push(made.id)
        if (acknowledged.length === 20) first.child.kill('SIGKILL')
      }
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
    expect(acknowledged.length).toBeLessThan(writes.length)

    // and its lock, left behind, keeps nobody out
    const second = await startServerProcess(env)
    const again = clientOf(second.baseUrl)
    const found = async () =>
      (await again.clients.list({ q: 'killed', limit: 200 }).toArray({ limit: 500 })).map(({ id }) => id)
    expect(await found()).toEqual(expect.arrayContaining(acknowledged))
    const ids = []
    for (const { input, idempotencyKey } of writes) ids.push((await again.clients.create(input, { idempotencyKey })).id)
    expect((await found()).toSorted()).toEqual(ids.toSorted())
    expect(new Set(ids).size).toBe(writes.length)
    expect(ids).toEqual(expect.arrayContaining(acknowledged))
    expect(await second.end('SIGTERM')).toBe(0)
  })

  test('brings access into effect at once where there is nobody else to', async () => {
    const server = await startServerProcess({ ...env, ACCESS_EFFECT: 'immediate' })
    const platform = clientOf(server.baseUrl)
    const as = async (accountId: string, role: 'reseller_owner' | 'client_admin') => {
      const made = await platform.apiKeys.create({ accountId, role, name: role })
      return createClient({ baseUrl: server.baseUrl, apiKey: made.secret ?? '', retries: 0 })
    }
    const reseller = await platform.resellers.create({ displayName: 'At Once', publicIdentifier: 'at-once' })
    const { id } = await (await as(reseller.id, 'reseller_owner')).clients.create(quick())
    const itself = await as(id, 'client_admin')
    const pair = { id, resellerId: reseller.id }
    await itself.access.save(pair, { allow: true })
    await vi.waitFor(
      async () => {
        const { allow } = await itself.access.get(pair)
        expect(allow).toMatchObject({ wanted: true, observed: true, propagation: 'in_sync' })
      },
      { timeout: 30_000 },
    )
    expect(await server.end('SIGTERM')).toBe(0)
  })

  test('takes an empty setting for none, and says that no mail leaves it', async () => {
    const server = await startServerProcess({ ...env, SMTP_URL: '', MAIL_FROM: '', ACCESS_EFFECT: '', LOG_LEVEL: '' })
    await server.logged('SMTP_URL is not set')
    expect(await server.end('SIGTERM')).toBe(0)
  })

  test('does not start where it cannot tell who brings access into effect', async () => {
    const { code, err } = await runCommand([], { ...env, ACCESS_EFFECT: 'soon' })
    expect(code).toBe(1)
    expect(err).toContain('ACCESS_EFFECT is “soon”')
  })

  test.each(onEmbedded)('keeps its folder for itself: a second one is told who has it (%s)', async () => {
    const server = await startServerProcess(env)
    const second = await runCommand([], { ...env, PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.err).toContain(`in use by process ${server.child.pid}`)
    expect((await clientOf(server.baseUrl).me.get()).role).toBe('platform_admin')
    expect((await stat(location)).mode & 0o777).toBe(0o700)
    expect((await stat(join(location, 'master.key'))).mode & 0o777).toBe(0o600)
    expect(await server.end('SIGTERM')).toBe(0)
    // free again
    await (
      await lockFolder(location)
    )()
  })
})
