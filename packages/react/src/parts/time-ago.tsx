'use client'

import { useSyncExternalStore } from 'react'
import { useFormats } from '../words/use-formats.ts'

/** How long ago something was, kept up to date; the exact time is its title. The server writes the date. */
export function TimeAgo({ iso }: { iso: string }) {
  const formats = useFormats()
  const minute = useSyncExternalStore(onMinute, thisMinute, onServer)
  const text = minute === null ? formats.date(iso) : formats.ago(iso, Math.max(minute * 60_000, Date.parse(iso)))
  return (
    <time data-part="time" dateTime={iso} title={minute === null ? undefined : formats.dateTime(iso)}>
      {text}
    </time>
  )
}

const thisMinute = () => Math.floor(Date.now() / 60_000)
const onServer = () => null

function onMinute(tell: () => void): () => void {
  const timer = setInterval(tell, 15_000)
  return () => clearInterval(timer)
}
