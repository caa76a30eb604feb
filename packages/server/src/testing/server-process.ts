import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/** `clientele-server` as a process of its own. */
export interface ServerProcess {
  child: ChildProcess
  baseUrl: string
  /** What it wrote to its standard error: one JSON record a line. */
  log(): string
  /** Waits until it has written a word there. */
  logged(word: string): Promise<void>
  /** Ends it and gives its exit code. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export interface CommandEnd {
  code: number | null
  out: string
  err: string
}

/** Runs `clientele-server …` to its end. */
export async function runCommand(args: readonly string[], env: Record<string, string>): Promise<CommandEnd> {
  const { child, out, err } = start(args, env)
  await once(child, 'close')
  return { code: child.exitCode, out: out(), err: err() }
}

/** Starts `clientele-server` and waits until it listens; it is ended with the test, if it still runs. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort()
  const { child, err } = start([], { ...env, PORT: String(port) })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const logged = async (word: string) => {
    while (!err().includes(word)) {
      if (child.exitCode !== null) throw new Error(`clientele-server ended with ${child.exitCode}:\n${err()}`)
      await Promise.race([once(child.stderr, 'data'), once(child, 'exit')])
    }
  }
  await logged('listening')
  return {
    child,
    baseUrl: `http://127.0.0.1:${port}`,
    log: err,
    logged,
    end: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      return child.exitCode
    },
  }
}

function start(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return { child, out: () => out, err: () => err }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
