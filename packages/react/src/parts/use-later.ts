'use client'

import { useEffect, useState, type ComponentType } from 'react'
import { useEvent } from './use-event.ts'

/**
 * A part that lies in a file of its own, loaded once what it belongs to is drawn: `laterPart` gives the loader. Where the
 * file does not come, what stands around it stays, and `retry` asks again.
 */
export function useLater<P>(load: () => Promise<ComponentType<P>>) {
  const [found, setFound] = useState<{ Part: ComponentType<P> }>()
  const [error, setError] = useState<unknown>()
  const ask = useEvent(() => {
    setError(undefined)
    load().then((Part) => setFound({ Part }), setError)
  })
  useEffect(() => ask(), [ask])
  return { Part: found?.Part, error, retry: ask }
}
