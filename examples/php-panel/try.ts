import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openPanel } from './host.ts'
import { listen } from './listen.ts'

// Runs the PHP of this folder for real, against the real server: `node try.ts`, where `php` is installed. Once with curl
// and once without.

const here = import.meta.dirname
const panel = await openPanel({ mountFolder: here })
const api = await listen(panel.fetch, 0)
try {
  for (const flags of [[], ['-d', 'disable_functions=curl_init']]) {
    const way = flags.length === 0 ? 'with curl' : 'without curl'
    const php = await startPhp(flags)
    try {
      await trySession(php.origin)
      const page = await fetch(`${php.origin}/index.php`)
      assert.match(page.headers.get('content-security-policy') ?? '', /require-trusted-types-for 'script'/)
      const kept = readFileSync(join(here, 'index.html'), 'utf8')
      assert.equal(unformatted(await page.text()), unformatted(kept), 'run: php index.php > index.html, and fix')
      console.log(`ok: ${php.version}, ${way}`)
    } finally {
      await php.end()
    }
  }
} finally {
  api.close()
  await panel.close()
}

async function trySession(origin: string): Promise<void> {
  const post = (brand: string, headers: Record<string, string> = { origin }) =>
    fetch(`${origin}/session.php?brand=${brand}`, { method: 'POST', headers })
  for (const brand of ['nordlicht', 'copperline'] as const) {
    const response = await post(brand)
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const { token, expiresAt } = (await response.json()) as { token: string; expiresAt: string }
    assert.ok(Date.parse(expiresAt) > Date.now())
    const headers = { authorization: `Bearer ${token}`, origin }
    const me = (await (await fetch(`${api.address}/v1/me`, { headers })).json()) as { account: { id: string } }
    assert.equal(me.account.id, panel.accounts[brand])
    const elsewhere = await fetch(`${api.address}/v1/me`, {
      headers: { ...headers, origin: 'https://elsewhere.example' },
    })
    assert.equal(elsewhere.status, 403)
  }
  const answers = [
    await post('nordlicht', { origin: 'https://elsewhere.example' }),
    await post('nordlicht', {}),
    await post('nordlicht', { origin, 'sec-fetch-site': 'cross-site' }),
    await post('unknown'),
    await fetch(`${origin}/session.php?brand=nordlicht`),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [403, 403, 403, 401, 405],
  )
  const refused = await post('refused')
  assert.equal(refused.status, 502)
  assert.match(await refused.text(), /"error":"no_session","requestId":"req_/)
}

async function startPhp(flags: readonly string[]) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const process_ = spawn('php', [...flags, '-S', `127.0.0.1:${port}`, '-t', here], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      CLIENTELE_URL: api.address,
      CLIENTELE_KEY: panel.apiKey,
      ACCOUNT_NORDLICHT: panel.accounts.nordlicht,
      ACCOUNT_COPPERLINE: panel.accounts.copperline,
      ACCOUNT_REFUSED: 'acc_00000000000000000000000000',
      PANEL_ORIGINS: origin,
    },
  })
  // the first line says that it listens
  const [line] = (await once(createInterface(process_.stderr), 'line')) as [string]
  const version = /PHP [\d.]+/.exec(line)?.[0] ?? line
  const end = async () => {
    process_.kill()
    await once(process_, 'exit')
  }
  return { origin, version, end }
}

/** The formatter lays the page out anew. */
function unformatted(html: string): string {
  return html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s*(\/?>|<)\s*/g, (_whole, bracket: string) => bracket.replace('/', ''))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
