'use client'

import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for a while. Values are compared by their content. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value)
  const content = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(content) as T), milliseconds)
    return () => clearTimeout(timer)
  }, [content, milliseconds])
  return settled
}
