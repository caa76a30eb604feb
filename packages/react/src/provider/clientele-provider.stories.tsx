import { aClient, handlers, mockFetch } from '@clientele/mocks'
import { createClient } from '@clientele/sdk'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect } from 'storybook/test'
import { ClientTable } from '../client-table/client-table.tsx'
import { de } from '../locales/de.ts'
import { ClienteleProvider } from './clientele-provider.tsx'

/** One back end with one client, as each provider of these stories has its own. */
function newClient(name: string) {
  const fetch = mockFetch(handlers({ data: { clients: [aClient({ name }), aClient()] } }))
  return createClient({ baseUrl: 'http://clientele.test', token: 'session', retries: 0, fetch })
}

const meta = {
  title: 'Components/ClienteleProvider',
  component: ClienteleProvider,
  argTypes: { client: { control: false }, children: { control: false }, locale: { control: false } },
  args: { client: newClient('Ahlers & Söhne'), children: <ClientTable /> },
} satisfies Meta<typeof ClienteleProvider>

export default meta
type Story = StoryObj<typeof meta>

/** A client is all it needs. Make it once, outside of components. */
export const AsItComes: Story = {}

export const InAnotherLanguage: Story = { args: { locale: de } }

/** The words of the brand replace those of the trade, in every sentence (R208). */
export const WithWordsOfTheBrand: Story = {
  args: {
    messages: {
      terms: { client: 'customer', clients: 'customers', aClient: 'a customer', theClient: 'the customer' },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('searchbox', { name: 'Search customers' })).toBeVisible()
  },
}

export const Dark: Story = { args: { theme: 'dark' }, globals: { theme: 'dark' } }

/** More rows on a screen. */
export const Compact: Story = { args: { density: 'compact' } }

/** Tokens are set anywhere above: on `:root`, or as here on a part of the page. */
export const InTheColoursOfTheHost: Story = {
  render: (args) => {
    const brand: Record<string, string> = { '--clientele-accent': '#0f766e', '--clientele-radius': '2px' }
    return (
      <div style={brand}>
        <ClienteleProvider {...args} />
      </div>
    )
  },
}

/** Two tenants on one page: each provider has its client and its cache, so neither sees the other's. */
export const TwoTenants: Story = {
  render: function TwoTenants() {
    const [first] = useState(() => newClient('Cortés Arquitectos'))
    const [second] = useState(() => newClient('Dorn Optik'))
    return (
      <>
        <ClienteleProvider client={first}>
          <ClientTable columns={['name', 'status']} />
        </ClienteleProvider>
        <hr />
        <ClienteleProvider client={second}>
          <ClientTable columns={['name', 'status']} />
        </ClienteleProvider>
      </>
    )
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText('Cortés Arquitectos')).toHaveLength(1)
    await expect(await canvas.findAllByText('Dorn Optik')).toHaveLength(1)
  },
}
