import { ClientTable, type ClientColumnName } from '@clientele/react'
import { useMemo, useState } from 'react'
import type { PersonCard } from '../host/people.ts'
import { AddClientSheet } from './add-client-sheet.tsx'
import { navigate, readQuery, writeQuery } from './address.ts'
import type { HostWords } from './words.ts'

// hardly anything is ordered in this demo, so a column for it would stay empty
const columns: readonly ClientColumnName[] = ['name', 'domain', 'product', 'status', 'access', 'added']
const columnsWithOwner = columns.toSpliced(3, 0, 'owner')

const openClient = (id: string) => navigate(`/clients/${id}`)

/** The clients the person may see. What is asked of the list stands in the address, so it can be sent to a colleague. */
export function ClientsPage({ words, person, address }: { words: HostWords; person: PersonCard; address: URL }) {
  const [isAdding, setAdding] = useState(false)
  const query = useMemo(() => readQuery(new URLSearchParams(address.search)), [address.search])
  return (
    <>
      <h1>{words.clients}</h1>
      <p className="lead">{words.clientsLead[person.role === 'platform_admin' ? 'platform' : 'reseller']}</p>
      <ClientTable
        columns={person.seesOthers ? columnsWithOwner : columns}
        query={query}
        onQueryChange={(next) => navigate(`/clients${writeQuery(next)}`, { replace: true })}
        onOpen={openClient}
        withAccess
        onAdd={() => setAdding(true)}
      />
      <AddClientSheet words={words} isOpen={isAdding} onClose={() => setAdding(false)} onOpenClient={openClient} />
    </>
  )
}
