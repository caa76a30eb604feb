import { clients } from '@clientele/contract'
import { aClient, handlers, mockError } from '@clientele/mocks'
import { createClient } from '@clientele/sdk'
import { render, screen } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CustomersPage } from './customers-page.tsx'

// Where the page makes its client itself, what it sends is caught on the way.
const client = aClient({ name: 'Blue Ocean' })
const server = setupServer(...handlers({ data: { clients: [client] } }))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const api = createClient({ baseUrl: 'https://clients.example.com', token: 'any', retries: 0 })

test('lists the customers', async () => {
  render(<CustomersPage api={api} />)
  expect(await screen.findByRole('button', { name: 'Blue Ocean' })).toBeTruthy()
})

test('offers to try again where the service fails', async () => {
  server.use(mockError(clients.list, 'internal'))
  render(<CustomersPage api={api} />)
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})
