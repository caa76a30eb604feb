'use client'

import { useEffect, useState, type ComponentType } from 'react'

/**
 * A part that lies in a file of its own, loaded when it is first drawn. Where the file does not come, what stands around
 * it stays, and `retry` asks again. `load` has to be the same function each time.
 */
export function useLater<P>(load: () => Promise<ComponentType<P>>) {
  const [found, setFound] = useState<{ Part: ComponentType<P> }>()
  const [error, setError] = useState<unknown>()
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isThere = true
    load().then(
      (Part) => isThere && setFound({ Part }),
      (thrown: unknown) => isThere && setError(thrown),
    )
    return () => {
      isThere = false
    }
  }, [load, attempt])
  return {
    Part: found?.Part,
    error,
    retry: () => {
      setError(undefined)
      setAttempt((count) => count + 1)
    },
  }
}
