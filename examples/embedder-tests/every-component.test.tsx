import {
  aClient,
  aClientAccess,
  anAccessGrant,
  anAccessRequest,
  scenarios,
  type HandlerOptions,
} from '@clientele/mocks'
import * as clients from '@clientele/react'
import * as access from '@clientele/react/access'
import { render, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { describe, expect, test } from 'vitest'
import { mockedApi } from './mocked-api.ts'

const kit = { ...clients, ...access }

const client = aClient({ name: 'Blue Ocean', binding: 'placeholder' })
const pair = { clientId: client.id, resellerId: client.owner.id }
const request = anAccessRequest({ client, expiresAt: '2099-01-01T00:00:00.000Z' })
const theirs = aClientAccess({ client, grants: [anAccessGrant({ client })] })

const failing = { forbidden: 'forbidden', slow: 'loading', rateLimited: 'failed', offline: 'failed' }

/** Each component, and the state that each scenario brings it to. */
type States = Record<keyof typeof scenarios, string>

const components: Record<string, { element: ReactNode; link?: string; states: States }> = {
  AddClientForm: {
    element: <kit.AddClientForm />,
    states: { ...failing, empty: 'ready', conflict: 'ready' },
  },
  ClientTable: {
    element: <kit.ClientTable />,
    states: { ...failing, empty: 'empty', conflict: 'filled' },
  },
  AccessLevelPicker: {
    element: <kit.AccessLevelPicker />,
    // levels are for everybody to read
    states: { ...failing, forbidden: 'none-chosen', empty: 'empty', conflict: 'none-chosen' },
  },
  AccessRequestDialog: {
    element: <kit.AccessRequestDialog clientId={client.id} onClose={() => {}} />,
    states: { ...failing, empty: 'failed', conflict: 'pending' },
  },
  AccessRequestStatus: {
    element: <kit.AccessRequestStatus requestId={request.id} />,
    states: { ...failing, empty: 'failed', conflict: 'pending' },
  },
  AccessRequestLanding: {
    element: <kit.AccessRequestLanding />,
    link: request.id,
    states: { ...failing, forbidden: 'open', empty: 'invalid', conflict: 'open' },
  },
  ManagedAccess: {
    element: <kit.ManagedAccess />,
    link: 'any',
    states: { ...failing, forbidden: 'active', empty: 'invalid', conflict: 'active' },
  },
  AccessPanel: {
    element: <kit.AccessPanel clientId={client.id} />,
    states: { ...failing, empty: 'failed', conflict: 'filled' },
  },
  ResellerAccessToggle: {
    element: <kit.ResellerAccessToggle {...pair} />,
    states: { ...failing, empty: 'failed', conflict: 'on' },
  },
  PropagationBadge: {
    element: <kit.PropagationBadge {...pair} />,
    states: { ...failing, empty: 'failed', conflict: 'in_sync' },
  },
  WhyButton: {
    element: <kit.WhyButton clientId={client.id} capability="products.view" />,
    // it asks nothing before it is opened
    states: Object.fromEntries(Object.keys(scenarios).map((name) => [name, 'closed'])) as States,
  },
  ClientPanel: {
    element: <kit.ClientPanel clientId={client.id} />,
    // where there is nothing, this client is not there either
    states: { ...failing, empty: 'failed', conflict: 'filled' },
  },
}

const options: HandlerOptions = {
  data: { clients: [client], accessRequests: [request], accessGrants: theirs.grants, access: [theirs] },
}
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

describe.each(Object.entries(components))('%s', (_, { element, link, states }) => {
  test.each(Object.entries(states))('under %s is %s', async (scenario, state) => {
    const api = mockedApi(worlds[scenario as keyof typeof worlds](), link)
    const { container } = render(
      <StrictMode>
        <kit.ClienteleProvider client={api}>{element}</kit.ClienteleProvider>
      </StrictMode>,
    )
    await waitFor(() => expect(container.firstElementChild?.getAttribute('data-state')).toBe(state), { timeout: 5000 })
  })
})
