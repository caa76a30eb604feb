'use client'

import { useCallback, useEffect, useRef } from 'react'

/** A function that stays the same from drawing to drawing and runs the latest one: for what is memoized or listens. */
export function useEvent<A extends readonly unknown[]>(run: (...args: A) => void): (...args: A) => void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
