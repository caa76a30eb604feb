import { useSyncExternalStore } from 'react'
import type { ClockStep } from '../host/demo-clock.ts'
import { askHost } from './ask-host.ts'

let ahead = 0
const listeners = new Set<() => void>()
// several tabs may be open, for somebody else each
const tabs = new BroadcastChannel('demo-clock')

/**
 * Lets the page tell the time by the demo's clock, which can be moved: “an hour ago” is then an hour ago on the server too.
 * A real page needs nothing of this.
 */
export async function followDemoClock(): Promise<void> {
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    apply: () => new RealDate(RealDate.now() + ahead).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + ahead] : args, newTarget) as Date,
    get: (target, name, receiver) =>
      name === 'now' ? () => RealDate.now() + ahead : (Reflect.get(target, name, receiver) as unknown),
  })
  const clock = await askHost<{ ahead: number }>('/host/clock')
  if (clock) setAhead(clock.ahead)
  tabs.addEventListener('message', ({ data }: MessageEvent<number>) => setAhead(data))
}

/** Moves the clock of the whole demo. What falls due by then is done when this is over. */
export async function moveClock(step: ClockStep): Promise<void> {
  const clock = await askHost<{ ahead: number }>('/host/clock', { step })
  if (!clock) return
  setAhead(clock.ahead)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin by itself
  tabs.postMessage(clock.ahead)
}

/** The minute it is. */
export function useMinute(): number {
  return useSyncExternalStore(onMinute, () => Math.floor(Date.now() / 60_000))
}

/** Tells when somebody has moved the clock. Gives the function that ends it. */
export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function setAhead(next: number): void {
  ahead = next
  for (const listener of listeners) listener()
}

function onMinute(tell: () => void): () => void {
  const timer = setInterval(tell, 5000)
  const stop = onClockMoved(tell)
  return () => {
    clearInterval(timer)
    stop()
  }
}
