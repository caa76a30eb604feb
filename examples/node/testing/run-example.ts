import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** How a script ended. */
export interface Ended {
  /** `null` where it was killed. */
  code: number | null
  stdout: string
  stderr: string
}

/** Starts a script of this folder as its users do: as a process of its own. */
export function startExample(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): { process: ChildProcess; ended: Promise<Ended> } {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url))
  // nothing of the test runner's own environment: scripts have to do with what their users have
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return { process: child, ended: untilEnd(child) }
}

export function runExample(script: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  return startExample(script, args, env).ended
}

/** A script that goes on until it is told to stop. */
export interface RunningExample extends AsyncDisposable {
  /** What it has written, line by line. */
  lines: readonly string[]
  /** Asks it to end, and waits until it has. */
  stop(): Promise<Ended>
}

/** Starts a script that ends by itself never, or not soon. */
export function keepExample(script: string, args: readonly string[], env: Record<string, string>): RunningExample {
  const file = fileURLToPath(new URL(`../${script}`, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  const ended = Promise.all([text(child.stderr), once(child, 'close')])
  const stop = async () => {
    child.kill('SIGTERM')
    const [stderr] = await ended
    return { code: child.exitCode, stdout: lines.join('\n'), stderr }
  }
  return {
    lines,
    stop,
    [Symbol.asyncDispose]: async () => void (await stop()),
  }
}

async function untilEnd(child: ChildProcess): Promise<Ended> {
  if (!child.stdout || !child.stderr) throw new Error('The process was started without pipes.')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}
