'use client'

import { useState } from 'react'

/** A state that the host keeps if it gives a value, and that is kept here if not. The host hears of it in both cases. */
export function useControlled<T>(given: T | undefined, first: T, onChange: ((value: T) => void) | undefined) {
  const [own, setOwn] = useState(first)
  const set = (value: T) => {
    if (given === undefined) setOwn(value)
    onChange?.(value)
  }
  return [given ?? own, set] as const
}
