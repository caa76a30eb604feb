import { AccessPanel } from '@clientele/react/access'
import { useEffect, useState } from 'react'
import type { HostWords } from './words.ts'

/** The client's page about who may look after its account. */
export function MyAccessPage({ words, clientId }: { words: HostWords; clientId: string }) {
  const [isDirty, setDirty] = useState(false)
  useEffect(() => {
    if (!isDirty) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isDirty])
  return (
    <>
      <h1>{words.access}</h1>
      <p className="lead">{words.accessLead}</p>
      <div className="card record">
        <AccessPanel clientId={clientId} onDirtyChange={setDirty} />
      </div>
    </>
  )
}
