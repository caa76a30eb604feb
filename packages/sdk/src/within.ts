import type { Clock } from './clock.ts'

export interface Limits {
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Milliseconds. */
  readonly ms?: number
}

/** Why a step was given up before it ended. */
export class Stopped {
  readonly why: 'aborted' | 'timeout'
  readonly reason: unknown

  constructor(why: 'aborted' | 'timeout', reason?: unknown) {
    this.why = why
    this.reason = reason
  }
}

/**
 * Runs one step of a call until it ends, its time is over or the caller gives up, whatever comes first; the last two
 * reject with `Stopped` at once, whether the step heeds its signal or not. Nothing stays on the caller's signal.
 */
export function within<T>({ clock, signal, ms }: Limits, step: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Stopped('aborted', signal.reason))
    const controller = new AbortController()
    const stop = (stopped: Stopped) => {
      release()
      reject(stopped)
      controller.abort(stopped.reason)
    }
    const onAbort = () => stop(new Stopped('aborted', signal?.reason))
    const cancelTimer = ms === undefined ? undefined : clock.after(ms, () => stop(new Stopped('timeout')))
    const release = () => {
      cancelTimer?.()
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort)
    step(controller.signal).then(
      (value) => {
        release()
        resolve(value)
      },
      (error: unknown) => {
        release()
        reject(error)
      },
    )
  })
}

/** Waits, unless the caller gives up. */
export function pause({ clock, signal }: Limits, ms: number): Promise<void> {
  return within({ clock, signal }, (stopped) => {
    return new Promise((resolve) => {
      stopped.addEventListener('abort', clock.after(ms, resolve))
    })
  })
}
