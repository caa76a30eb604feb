import {
  aClient,
  aClientAccess,
  anAccessGrant,
  anAccessLevel,
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

const client = aClient({ name: 'Blue Ocean' })
const request = anAccessRequest({ client, expiresAt: '2125-03-12T21:47:09.383Z' })
const grant = anAccessGrant({ client })
const theirs = aClientAccess({ client, grants: [grant] })
const clientId = client.id
const resellerId = theirs.reseller.id

const failing = { forbidden: 'forbidden', slow: 'loading', rateLimited: 'failed', offline: 'failed' }
const unasked = {
  forbidden: 'closed',
  slow: 'closed',
  rateLimited: 'closed',
  offline: 'closed',
  empty: 'closed',
  conflict: 'closed',
}

interface Looked {
  element: ReactNode
  /** The state that each scenario brings it to. */
  states: Record<keyof typeof scenarios, string>
  /** Who looks. @default 'reseller_manager' */
  role?: HandlerOptions['role']
  /** The link of a mail, where that is who looks. */
  link?: string
}

/** Each component, as the one it is for sees it. */
const components: Record<string, Looked> = {
  AddClientForm: {
    element: <kit.AddClientForm />,
    states: { ...failing, empty: 'ready', conflict: 'ready' },
  },
  ClientTable: {
    element: <kit.ClientTable />,
    states: { ...failing, empty: 'empty', conflict: 'filled' },
  },
  ClientPanel: {
    element: <kit.ClientPanel clientId={clientId} />,
    // where there is nothing, this client is not there either
    states: { ...failing, empty: 'failed', conflict: 'filled' },
  },
  AccessLevelPicker: {
    element: <kit.AccessLevelPicker />,
    // what the platform offers may be read by whoever may sign in
    states: { ...failing, forbidden: 'none-chosen', empty: 'empty', conflict: 'none-chosen' },
  },
  AccessRequestDialog: {
    element: <kit.AccessRequestDialog clientId={clientId} onClose={() => {}} />,
    states: { ...failing, empty: 'failed', conflict: 'pending' },
  },
  AccessRequestStatus: {
    element: <kit.AccessRequestStatus requestId={request.id} />,
    states: { ...failing, empty: 'failed', conflict: 'pending' },
  },
  AccessRequestLanding: {
    element: <kit.AccessRequestLanding />,
    // a link asks for no rights
    states: { ...failing, forbidden: 'sign_in', empty: 'invalid', conflict: 'sign_in' },
    link: request.id,
  },
  ManagedAccess: {
    element: <kit.ManagedAccess />,
    states: { ...failing, forbidden: 'active', empty: 'invalid', conflict: 'active' },
    link: grant.id,
  },
  AccessPanel: {
    element: <kit.AccessPanel clientId={clientId} />,
    states: { ...failing, empty: 'failed', conflict: 'filled' },
    role: 'client_admin',
  },
  ResellerAccess: {
    element: <kit.ResellerAccess clientId={clientId} />,
    states: { ...failing, empty: 'failed', conflict: 'active' },
  },
  ResellerAccessToggle: {
    element: <kit.ResellerAccessToggle {...{ clientId, resellerId }} />,
    states: { ...failing, empty: 'failed', conflict: 'on' },
    role: 'client_admin',
  },
  PropagationBadge: {
    element: <kit.PropagationBadge {...{ clientId, resellerId }} />,
    states: { ...failing, empty: 'failed', conflict: 'in_sync' },
  },
  WhyButton: {
    element: <kit.WhyButton clientId={clientId} capability="products.view" />,
    // it asks nothing before it is pressed
    states: unasked,
  },
}

const data = {
  clients: [client],
  accessLevels: [anAccessLevel()],
  accessRequests: [request],
  accessGrants: [grant],
  access: [theirs],
}
const worlds = {
  empty: (role) => scenarios.empty({ role }),
  forbidden: (role) => scenarios.forbidden({ role, data }),
  slow: (role) => scenarios.slow({ role, data, ms: Infinity }),
  rateLimited: (role) => scenarios.rateLimited({ role, data }),
  conflict: (role) => scenarios.conflict({ role, data }),
  offline: (role) => scenarios.offline({ role, data }),
} satisfies Record<keyof typeof scenarios, (role: HandlerOptions['role']) => HttpHandlers>

type HttpHandlers = ReturnType<typeof scenarios.empty>

test('every component of the kit is in the table', () => {
  const exported = Object.entries(kit).filter(([, value]) => typeof value === 'object' && '$$typeof' in value)
  expect(exported.map(([name]) => name).toSorted()).toEqual(Object.keys(components).toSorted())
})

describe.each(Object.entries(components))('%s', (_, { element, states, role, link }) => {
  test.each(Object.entries(states))('under %s is %s', async (scenario, state) => {
    const api = mockedApi(worlds[scenario as keyof typeof worlds](role), link)
    const { container } = render(
      <StrictMode>
        <kit.ClienteleProvider client={api}>{element}</kit.ClienteleProvider>
      </StrictMode>,
    )
    await waitFor(() => expect(container.firstElementChild?.getAttribute('data-state')).toBe(state), { timeout: 5000 })
  })
})
