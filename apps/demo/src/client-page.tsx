import { ClientPanel } from '@clientele/react'
import { ClientSubscriptions } from './client-subscriptions.tsx'
import { Icon } from './icons.tsx'
import { Link } from './link.tsx'
import type { HostWords } from './words.ts'

/** The record of one client, and what the reseller does there. */
export function ClientPage({ words, clientId }: { words: HostWords; clientId: string }) {
  return (
    <>
      <Link className="back" href="/clients">
        <Icon name="back" /> {words.allClients}
      </Link>
      <h1 className="visually-hidden">{words.client}</h1>
      <div className="card record">
        <ClientPanel clientId={clientId} onAddProducts={() => document.querySelector('#products')?.scrollIntoView()} />
      </div>
      <ClientSubscriptions words={words} clientId={clientId} />
    </>
  )
}
