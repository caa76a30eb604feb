import { aClient, scenarios, type HandlerOptions } from '@clientele/mocks'
import * as kit from '@clientele/react'
import { render, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { mockedApi } from './mocked-api.ts'

const client = aClient({ name: 'Blue Ocean' })

const failing = { forbidden: 'forbidden', slow: 'loading', rateLimited: 'failed', offline: 'failed' }

/** Each component, and the state that each scenario brings it to. */
const components: Record<string, { element: ReactNode; states: Record<keyof typeof scenarios, string> }> = {
  AddClientForm: {
    element: <kit.AddClientForm />,
    states: { ...failing, empty: 'ready', conflict: 'ready' },
  },
  ClientTable: {
    element: <kit.ClientTable />,
    states: { ...failing, empty: 'empty', conflict: 'filled' },
  },
  ClientPanel: {
    element: <kit.ClientPanel clientId={client.id} />,
    // where there is nothing, this client is not there either
    states: { ...failing, empty: 'failed', conflict: 'filled' },
  },
}

const options: HandlerOptions = { data: { clients: [client] } }
const worlds = {
  empty: () => scenarios.empty(),
  forbidden: () => scenarios.forbidden(options),
  slow: () => scenarios.slow({ ...options, ms: Infinity }),
  rateLimited: () => scenarios.rateLimited(options),
  conflict: () => scenarios.conflict(options),
  offline: () => scenarios.offline(options),
} satisfies Record<keyof typeof scenarios, () => unknown>

test('every component of the kit is in the table', () => {
  const exported = Object.entries(kit).filter(([, value]) => typeof value === 'object' && '$$typeof' in value)
  expect(exported.map(([name]) => name).toSorted()).toEqual(Object.keys(components).toSorted())
})

describe.each(Object.entries(components))('%s', (_, { element, states }) => {
  test.each(Object.entries(states))('under %s is %s', async (scenario, state) => {
    const api = mockedApi(worlds[scenario as keyof typeof worlds]())
    const { container } = render(
      <StrictMode>
        <kit.ClienteleProvider client={api}>{element}</kit.ClienteleProvider>
      </StrictMode>,
    )
    await waitFor(() => expect(container.firstElementChild?.getAttribute('data-state')).toBe(state), { timeout: 5000 })
  })
})
