import { clients, type Client } from '@clientele/contract'
import { aClient, aClientCheck, handlers, mock, scenarios } from '@clientele/mocks'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CustomersPage } from './customers-page.tsx'
import { full } from './linked-data.ts'
import { mockedApi } from './mocked-api.ts'

test('opens the customer whose name is clicked', async () => {
  const client = aClient({ name: 'Blue Ocean', description: 'Calls on Mondays.' })
  render(<CustomersPage api={mockedApi(handlers({ data: { clients: [client] } }))} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Blue Ocean' }))
  const heading = await screen.findByRole('heading', { name: /Blue Ocean/ })
  expect(heading.closest('[data-clientele]')?.textContent).toContain('Calls on Mondays.')
})

test('lists the first customer once it has been added, and tells the shop', async () => {
  const onSold = vi.fn<(client: Client) => void>()
  const api = mockedApi(scenarios.empty())
  render(<CustomersPage api={api} onSold={onSold} />)
  const form = within(await screen.findByRole('form'))
  await userEvent.type(await form.findByLabelText(/first name/i), 'Ada')
  await userEvent.type(form.getByLabelText(/last name/i), 'Holt')
  await userEvent.click(form.getByRole('button', { name: 'Save' }))
  await vi.waitFor(() => expect(onSold).toHaveBeenCalledOnce())
  expect((await api.clients.list()).data).toMatchObject([{ name: 'Ada Holt' }])
})

test('says so where the limit of customers is reached', async () => {
  render(<CustomersPage api={mockedApi(handlers({ data: full }))} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Add another client' }))
  await userEvent.type(await screen.findByLabelText(/first name/i), 'Lars')
  await userEvent.type(screen.getByLabelText(/last name/i), 'Dorn')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/limit/i)).toBeTruthy()
})

test('shows what the vendor would object to while the customer is typed', async () => {
  const blockers = [{ code: 'customer_ineligible_nonprofit', data: { edition: 'Nonprofits' } }]
  const objecting = mock(clients.check, aClientCheck({ blockers }))
  render(<CustomersPage api={mockedApi([objecting, ...scenarios.empty()])} />)
  const form = within(await screen.findByRole('form'))
  await userEvent.type(await form.findByLabelText(/first name/i), 'Ada')
  await userEvent.type(form.getByLabelText(/last name/i), 'Holt')
  expect(await screen.findByText(/Nonprofits/, {}, { timeout: 3000 })).toBeTruthy()
})
