import type { Client } from '@clientele/contract'
import { ClienteleProvider, ClientPanel, ClientTable } from '@clientele/react'
import type { Clientele } from '@clientele/sdk'
import { useState } from 'react'

/** A page of a hosting company's own panel: the list of its clients, and one of them beside it. */
export function CustomersPage({ api, onSold }: { api: Clientele; onSold?: (client: Client) => void }) {
  const [open, setOpen] = useState<string>()
  return (
    <ClienteleProvider client={api}>
      <main>
        <h1>Customers</h1>
        <ClientTable onOpen={setOpen} {...(onSold ? { onCreated: onSold } : {})} />
        {open === undefined ? null : <ClientPanel key={open} clientId={open} />}
      </main>
    </ClienteleProvider>
  )
}
