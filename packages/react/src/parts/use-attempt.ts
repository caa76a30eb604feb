'use client'

import { useRef, useState } from 'react'

/** Does one thing at a time, and keeps what the last one failed with until the next begins. */
export function useAttempt<K = true>() {
  const [running, setRunning] = useState<K>()
  const [failure, setFailure] = useState<unknown>()
  const isBusy = useRef(false)

  /** Gives what `act` resolves with; nothing where it failed, or while another one runs. */
  const attempt = async <T>(what: K, act: () => Promise<T>): Promise<T | undefined> => {
    if (isBusy.current) return undefined
    isBusy.current = true
    setRunning(() => what)
    setFailure(undefined)
    try {
      return await act()
    } catch (thrown) {
      setFailure(thrown)
      return undefined
    } finally {
      isBusy.current = false
      setRunning(undefined)
    }
  }

  return { running, failure, clearFailure: () => setFailure(undefined), attempt } as const
}
