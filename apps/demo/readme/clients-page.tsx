import { ClienteleProvider, ClientTable } from '@clientele/react'
import { de } from '@clientele/react/locales/de'
import '@clientele/react/styles.css'
import { createClient, type Token } from '@clientele/sdk'

const client = createClient({
  baseUrl: 'https://clients.example.com',
  // a route of your backend: it knows who is signed in, and keeps the API key
  token: async () => (await fetch('/clientele-session', { method: 'POST' })).json() as Promise<Token>,
})

export function ClientsPage() {
  return (
    <ClienteleProvider client={client} locale={de}>
      <ClientTable onOpen={(id) => window.location.assign(`/clients/${id}`)} />
    </ClienteleProvider>
  )
}
