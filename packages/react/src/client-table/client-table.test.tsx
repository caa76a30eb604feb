import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Input, Resources } from '@clientele/contract'
import { expect, test, vi } from 'vitest'
import { en } from '../locales/en.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import type { ClientSelection } from './client-selection.ts'
import { ClientTable } from './client-table.tsx'
import type { ClientTableQuery } from './client-table-query.ts'

const server = startServer()

type NewClient = Input<Resources['clients']['create']>

const person = (firstName: string, lastName: string, more: Partial<NewClient> = {}): NewClient =>
  ({ form: 'quick', person: { firstName, lastName }, ...more }) as NewClient

const team = (name: string): NewClient => ({
  form: 'organization',
  name,
  productFamily: 'essentials',
  customerType: 'team',
  primaryEmail: 'team@example.com',
  admin: { firstName: 'Tina', lastName: 'Team' },
  postalAddress: { countryCode: 'DE' },
  acceptDuplicate: true,
})

async function visitorWith(...inputs: NewClient[]): Promise<Visitor> {
  const visitor = await server.visitor()
  for (const input of inputs) await visitor.client.clients.create(input)
  visitor.requests.length = 0
  return visitor
}

const rowOf = async (name: string) => {
  const cell = await screen.findByText(name)
  return cell.closest<HTMLElement>('[data-part=row]') ?? document.body
}
const names = () => [...document.querySelectorAll('[data-part=name]')].map((one) => one.textContent)
const lastQuery = (visitor: Visitor) => visitor.requests.findLast(({ name }) => name === 'GET /clients')?.search

test('R16 R64: with no client yet the form opens by itself, and leads to the list once one was added', async () => {
  const visitor = await visitorWith()
  const { user } = renderKit(visitor, <ClientTable />)
  await user.type(await screen.findByLabelText('First name'), 'Ada')
  await user.type(screen.getByLabelText('Last name'), 'Byron')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByRole('heading', { name: 'Ada Byron was added' })
  await user.click(screen.getByRole('button', { name: 'Go to the list' }))
  await rowOf('Ada Byron')
  expect(screen.queryByLabelText('First name')).toBeNull()
})

test('R17 R42: with a client or more, the same action reads “Add another client”', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Ada Byron')
  expect(screen.queryByRole('form')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add another client' }))
  await screen.findByLabelText('First name')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByLabelText('First name')).toBeNull()
})

test('R102: a button next to the search field opens the filters', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), team('Team One'))
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Ada Byron')
  const button = screen.getByRole('button', { name: 'Filters' })
  expect(screen.getByRole('searchbox').parentElement).toBe(button.parentElement)
  expect(button.getAttribute('aria-expanded')).toBe('false')
  await user.click(button)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await user.click(screen.getByRole('checkbox', { name: 'Organization' }))
  await waitFor(() => expect(names()).toEqual(['Team One']))
  screen.getByRole('button', { name: 'Filters (1)' })
  const status = within(screen.getByRole('group', { name: 'Status' }))
  await user.click(status.getByRole('checkbox', { name: 'Suspended' }))
  const notice = (await screen.findByText('Nothing matches')).parentElement ?? document.body
  await user.click(within(notice).getByRole('button', { name: 'Clear search and filters' }))
  await waitFor(() => expect(names()).toEqual(['Ada Byron', 'Team One']))
})

test('R65 scenario 10: the subscription of a new client is blank, said to screen readers, and can be filtered for', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const { user } = renderKit(visitor, <ClientTable />)
  const cell = (await rowOf('Ada Byron')).querySelector('[data-column=subscription]')
  expect(cell?.textContent).toBe('No subscription yet')
  expect(cell?.firstElementChild?.getAttribute('data-part')).toBe('hidden-text')
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  await user.click(screen.getByRole('checkbox', { name: 'Ended' }))
  await screen.findByText('Nothing matches')
  await user.click(screen.getByRole('checkbox', { name: 'No subscription yet' }))
  await rowOf('Ada Byron')
})

test('R52 R53 scenario 9: two teams of one name show their ids, to be copied, and no other row does', async () => {
  const visitor = await visitorWith(team('Team One'), team('Team One'), team('Team Two'))
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Team Two')
  const rows = [...document.querySelectorAll<HTMLElement>('[data-part=row]')]
  const shown = rows.map((row) => row.querySelector('[data-part=identity] code')?.textContent)
  expect(shown).toEqual([rows[0]?.dataset['client'], rows[1]?.dataset['client'], undefined])
  await user.click(screen.getByRole('button', { name: `Copy ${shown[0] ?? ''}` }))
  await screen.findAllByText('Copied')
  expect(await navigator.clipboard.readText()).toBe(shown[0])
})

test('R91: shows the description beneath the name', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron', { description: 'Pays by invoice.' }))
  renderKit(visitor, <ClientTable />)
  const name = await screen.findByText('Ada Byron')
  expect(name.closest('[data-column=name]')?.textContent).toContain('Pays by invoice.')
  expect(name.compareDocumentPosition(screen.getByText('Pays by invoice.'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
})

test('sorts by the headers and says so', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse'))
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Ada Byron')
  const header = screen.getByRole('columnheader', { name: 'Name' })
  expect(header.getAttribute('aria-sort')).toBe('ascending')
  await user.click(within(header).getByRole('button'))
  expect(header.getAttribute('aria-sort')).toBe('descending')
  await waitFor(() => expect(names()).toEqual(['Zoe Zuse', 'Ada Byron']))
  await user.click(screen.getByRole('button', { name: 'Added' }))
  expect(header.getAttribute('aria-sort')).toBeNull()
  await waitFor(() => expect(names()).toEqual(['Ada Byron', 'Zoe Zuse']))
})

test('finds by the beginnings of words, asking once typing has stopped', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse'))
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Ada Byron')
  await user.type(screen.getByRole('searchbox'), 'zus')
  await waitFor(() => expect(names()).toEqual(['Zoe Zuse']))
  expect(visitor.requests.filter(({ name }) => name === 'GET /clients')).toHaveLength(2)
})

test('loads page after page, and counts all', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Bea', 'Byron'), person('Zoe', 'Zuse'))
  const { user } = renderKit(visitor, <ClientTable pageSize={2} />)
  await rowOf('Bea Byron')
  screen.getByText('3 clients')
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4')
  expect(screen.queryByText('Zoe Zuse')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await rowOf('Zoe Zuse')
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('selects the rows that are shown, or all that match except some', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Bea', 'Byron'), person('Zoe', 'Zuse'))
  const seen: ClientSelection[] = []
  const { user } = renderKit(
    visitor,
    <ClientTable pageSize={2} onSelectionChange={(selection) => seen.push(selection)} />,
  )
  await user.click(await screen.findByRole('checkbox', { name: 'Select Ada Byron' }))
  screen.getByText('1 selected')
  expect(screen.getByRole('checkbox', { name: 'Select all that are shown' })).toHaveProperty('indeterminate', true)
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }))
  screen.getByText('2 selected')
  await user.click(screen.getByRole('button', { name: 'Select all 3 that match' }))
  screen.getByText('All 3 that match are selected')
  expect(seen.at(-1)).toEqual({ query: {}, except: [] })
  await user.click(screen.getByRole('checkbox', { name: 'Select Bea Byron' }))
  screen.getByText('All 3 that match are selected, but 1')
  expect(seen.at(-1)).toMatchObject({ except: [expect.stringMatching(/^acc_/)] })
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(seen.at(-1)).toEqual({ ids: [] })
})

test('takes query, columns, row actions and toolbar from the host', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse', { description: 'Old friend' }))
  const onQueryChange = vi.fn<(query: ClientTableQuery) => void>()
  const onOpen = vi.fn<(id: string) => void>()
  const table = (query: ClientTableQuery) => (
    <ClientTable
      query={query}
      onQueryChange={onQueryChange}
      onOpen={onOpen}
      toolbar={<button type="button">Import</button>}
      columns={['name', { key: 'initial', header: 'Initial', cell: (client) => <b>{client.name[0]}</b> }]}
      rowActions={(client) => <button type="button">Call {client.name}</button>}
    />
  )
  const { user, rerender } = renderKit(visitor, table({ q: 'zoe' }))
  await user.click(await screen.findByRole('button', { name: 'Zoe Zuse' }))
  expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^acc_/))
  screen.getByRole('button', { name: 'Call Zoe Zuse' })
  screen.getByRole('button', { name: 'Import' })
  expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['Name', 'Initial', 'Actions'])
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'zoe')
  await user.type(screen.getByRole('searchbox'), 'x')
  await waitFor(() => expect(onQueryChange).toHaveBeenCalledWith({ q: 'zoex' }))
  expect(lastQuery(visitor)).toContain('q=zoe&')
  rerender(table({ q: 'ada', sort: '-createdAt' }))
  await screen.findByRole('button', { name: 'Ada Byron' })
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'ada')
})

test('works by keyboard alone', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse'))
  const onOpen = vi.fn<(id: string) => void>()
  const { user } = renderKit(visitor, <ClientTable onOpen={onOpen} />)
  await screen.findByText('Ada Byron')
  await user.tab()
  await user.keyboard('zoe')
  await waitFor(() => expect(screen.queryByText('Ada Byron')).toBeNull())
  await user.tab()
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filters', expanded: true }))
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Being set up' }))
  screen.getByRole('button', { name: 'Zoe Zuse' }).focus()
  await user.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledOnce()
})

test('R73: the button that adds is there, with the reason, for those who may not', async () => {
  const owner = await visitorWith(person('Ada', 'Byron'))
  const visitor = await server.visitor({ role: 'reseller_support', accountId: owner.accountId })
  const { user } = renderKit(visitor, <ClientTable />)
  await rowOf('Ada Byron')
  const button = screen.getByRole('button', { name: 'Add another client' })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'))
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    en.errors.permission_denied,
  )
  await user.click(button)
  expect(screen.queryByLabelText('First name')).toBeNull()
})

test('an empty list opens no form for those who may not add', async () => {
  renderKit(await server.visitor({ role: 'reseller_support' }), <ClientTable />)
  await screen.findByText('There are no clients yet')
  await screen.findByText(en.errors.permission_denied)
  expect(screen.queryByLabelText('First name')).toBeNull()
})

test('shows that it loads, that it failed, with the request id, and tries again', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  visitor.refuse('GET /clients', 500, 'internal')
  const { user, container } = renderKit(visitor, <ClientTable />)
  expect(container.firstElementChild?.getAttribute('data-state')).toBe('loading')
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
  await screen.findByText('The list could not be loaded')
  screen.getByText('req_refused')
  visitor.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await rowOf('Ada Byron')
})

test('says why a list is not shown at all', async () => {
  const visitor = await visitorWith()
  visitor.refuse('GET /clients', 403, 'account_suspended')
  renderKit(visitor, <ClientTable />)
  await screen.findByText('You cannot see clients')
  screen.getByText(en.errors.account_suspended)
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('a page that fails leaves the rows before it in place', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse'))
  const { user } = renderKit(visitor, <ClientTable pageSize={1} />)
  await rowOf('Ada Byron')
  visitor.refuse('GET /clients', 500, 'internal')
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await screen.findByText('The next clients could not be loaded')
  expect(names()).toEqual(['Ada Byron'])
  visitor.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await rowOf('Zoe Zuse')
})

test('two tenants on one page do not mix', async () => {
  const first = await visitorWith(person('Ada', 'Byron'))
  const second = await visitorWith(person('Zoe', 'Zuse'))
  const one = renderKit(first, <ClientTable />)
  const two = renderKit(second, <ClientTable />)
  await within(one.container).findByText('Ada Byron')
  await within(two.container).findByText('Zoe Zuse')
  expect(within(one.container).queryByText('Zoe Zuse')).toBeNull()
  await act(() => userEvent.setup().click(within(one.container).getByRole('button', { name: 'Filters' })))
  expect(within(two.container).getByRole('button', { name: 'Filters' }).getAttribute('aria-expanded')).toBe('false')
})

test('shift-click selects all rows from the one that was pressed before, and takes them out again', async () => {
  const visitor = await visitorWith(...['Ada', 'Bea', 'Cid', 'Dan'].map((first) => person(first, 'Byron')))
  const seen: ClientSelection[] = []
  const { user } = renderKit(visitor, <ClientTable onSelectionChange={(selection) => seen.push(selection)} />)
  const box = (name: string) => screen.getByRole('checkbox', { name: `Select ${name} Byron` })
  await rowOf('Ada Byron')
  await user.click(box('Ada'))
  await user.keyboard('{Shift>}')
  await user.click(box('Cid'))
  expect(seen.at(-1)).toMatchObject({ ids: { length: 3 } })
  expect(box('Bea')).toHaveProperty('checked', true)
  await user.click(box('Bea'))
  await user.keyboard('{/Shift}')
  expect(['Ada', 'Bea', 'Cid', 'Dan'].filter((name) => (box(name) as HTMLInputElement).checked)).toEqual(['Ada'])
})

test('“all that match” ends when something else is asked for, and rows picked one by one stay', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'), person('Zoe', 'Zuse'))
  const seen: ClientSelection[] = []
  const { user, rerender } = renderKit(visitor, <ClientTable query={{}} />)
  const table = (query: ClientTableQuery, selection: ClientSelection) => (
    <ClientTable query={query} selection={selection} onSelectionChange={(one) => seen.push(one)} />
  )
  await rowOf('Zoe Zuse')
  rerender(table({ sort: '-name' }, { query: {}, except: [] }))
  await screen.findByText('All 2 that match are selected')
  expect(seen).toEqual([])
  rerender(table({ q: 'zoe' }, { query: {}, except: [] }))
  await waitFor(() => expect(seen).toEqual([{ ids: [] }]))
  rerender(table({}, { ids: [] }))
  await user.click(await screen.findByRole('checkbox', { name: 'Select Zoe Zuse' }))
  const picked = seen.at(-1) ?? { ids: [] }
  rerender(table({ q: 'ada' }, picked))
  await screen.findByText('1 selected')
  expect(seen.at(-1)).toBe(picked)
})

test('what can be done with the selected ones stands in the line that counts them', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const onSuspend = vi.fn<(selection: ClientSelection) => void>()
  const actions = (selection: ClientSelection) => (
    <button type="button" onClick={() => onSuspend(selection)}>
      Suspend
    </button>
  )
  const { user } = renderKit(visitor, <ClientTable selectionActions={actions} />)
  const row = await rowOf('Ada Byron')
  expect(screen.queryByRole('button', { name: 'Suspend' })).toBeNull()
  await user.click(within(row).getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: 'Suspend' }))
  expect(onSuspend).toHaveBeenCalledWith({ ids: [row.dataset['client']] })
})

test('filters that are set stand above the list, each to be taken away', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron', { tags: ['vip'] }), team('Team One'))
  const { user } = renderKit(visitor, <ClientTable defaultQuery={{ form: ['quick', 'organization'], tags: ['vip'] }} />)
  await rowOf('Ada Byron')
  await user.click(screen.getByRole('button', { name: 'Remove vip' }))
  await rowOf('Team One')
  await user.click(screen.getByRole('button', { name: 'Remove Person' }))
  await waitFor(() => expect(names()).toEqual(['Team One']))
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }))
  await rowOf('Ada Byron')
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
})

test('values of one name tell which filter they are of', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  renderKit(
    visitor,
    <ClientTable defaultQuery={{ status: ['active', 'closed'], subscriptionState: ['active', 'trial'] }} />,
  )
  await screen.findByText('Nothing matches')
  const chips = [...document.querySelectorAll('[data-part=chip]')].map((chip) => chip.textContent)
  expect(chips).toEqual(['Active (Status)', 'Closed', 'Active (Subscription)', 'Trial'])
})

test('a query that the server does not take can be cleared, and is not tried again', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const { user } = renderKit(visitor, <ClientTable defaultQuery={{ status: ['asleep' as 'active'] }} />)
  const alert = await screen.findByRole('alert')
  within(alert).getByText(en.errors.filter_invalid)
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  await user.click(within(alert).getByRole('button', { name: 'Clear search and filters' }))
  await rowOf('Ada Byron')
})

test('columns are there before the rows, and as many', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const { container } = renderKit(visitor, <ClientTable selectionActions={() => null} rowActions={() => null} />)
  const cells = () =>
    [...container.querySelectorAll('tbody tr:first-child td')].map((cell) => cell.getAttribute('data-column'))
  const before = cells()
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
  await rowOf('Ada Byron')
  expect(cells()).toEqual(before)
  expect(before.at(0)).toBe('select')
  expect(before.at(-1)).toBe('actions')
})

test('all that match can still be selected once the next page has come', async () => {
  const visitor = await visitorWith(...['Ada', 'Bea', 'Cid'].map((first) => person(first, 'Byron')))
  const { user } = renderKit(visitor, <ClientTable pageSize={2} onSelectionChange={() => {}} />)
  const offer = () => screen.queryByRole('button', { name: 'Select all 3 that match' })
  await rowOf('Bea Byron')
  await user.click(screen.getByRole('checkbox', { name: 'Select Ada Byron' }))
  expect(offer()).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }))
  expect(offer()).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await rowOf('Cid Byron')
  screen.getByText('2 selected')
  expect(offer()).not.toBeNull()
  // one more than was shown is still all of it; one less is something else
  await user.click(screen.getByRole('checkbox', { name: 'Select Bea Byron' }))
  expect(offer()).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select Bea Byron' }))
  expect(offer()).not.toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select Cid Byron' }))
  expect(offer()).toBeNull() // all three are
})

test('all that match is not offered for what was selected in another list', async () => {
  const visitor = await visitorWith(...['Ada', 'Bea', 'Cid'].map((first) => person(first, 'Byron')))
  const table = (query: ClientTableQuery) => <ClientTable pageSize={1} query={query} onSelectionChange={() => {}} />
  const { user, rerender } = renderKit(visitor, table({}))
  await rowOf('Ada Byron')
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }))
  screen.getByRole('button', { name: 'Select all 3 that match' })
  rerender(table({ sort: '-name' }))
  await rowOf('Cid Byron')
  screen.getByRole('button', { name: 'Select all 3 that match' })
  rerender(table({ q: 'b' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /that match/ })).toBeNull())
  screen.getByText('1 selected')
})

test('whoever works by keyboard keeps the place when what was pressed is gone', async () => {
  const visitor = await visitorWith(
    person('Ada', 'Byron', { tags: ['vip'] }),
    person('Bea', 'Byron', { tags: ['vip'] }),
  )
  const query: ClientTableQuery = { status: ['active'], form: ['quick'], tags: ['vip'] }
  const { user } = renderKit(visitor, <ClientTable pageSize={1} defaultQuery={query} onSelectionChange={() => {}} />)
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
  const press = async (name: string) => {
    screen.getByRole('button', { name }).focus()
    await user.keyboard('{Enter}')
  }
  await rowOf('Ada Byron')
  await press('Remove Person')
  expect(focused()).toBe('Remove vip')
  await press('Clear search and filters')
  await waitFor(() => expect(focused()).toBe('Select all that are shown'))
  await waitFor(() => expect(document.querySelector('[data-changing]')).toBeNull())
  await user.keyboard(' ')
  await press('Select all 2 that match')
  expect(focused()).toBe('Clear selection')
  await user.keyboard('{Enter}')
  expect(focused()).toBe('Select all that are shown')
  await press('Show more')
  await waitFor(() => expect(focused()).toBe('Select Bea Byron'))
  await press('Add another client')
  await screen.findByLabelText('First name')
  await press('Cancel')
  expect(focused()).toBe('Add another client')
})

test('a change elsewhere on the page does not bring the focus back', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron', { tags: ['vip'] }))
  const table = (query: ClientTableQuery) => <ClientTable query={query} />
  const { user, rerender } = renderKit(visitor, table({ tags: ['vip'] }))
  await rowOf('Ada Byron')
  screen.getByRole('button', { name: 'Remove vip' }).focus()
  await user.click(document.body)
  rerender(table({}))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove vip' })).toBeNull())
  expect(document.activeElement).toBe(document.body)
})

test('what is there and what is selected is said by one element, so that screen readers hear the change', async () => {
  const visitor = await visitorWith(person('Ada', 'Byron'))
  const { user, container } = renderKit(visitor, <ClientTable onSelectionChange={() => {}} />)
  const status = container.querySelector('[data-part=count]')
  expect(status?.getAttribute('role')).toBe('status')
  expect(status?.textContent).toBe('Loading …')
  await rowOf('Ada Byron')
  expect(status?.textContent).toBe('1 client')
  await user.click(screen.getByRole('checkbox', { name: 'Select Ada Byron' }))
  expect(status?.textContent).toBe('1 selected')
  expect(status?.isConnected).toBe(true)
})

test('columns give way by how much room all of them need, and come to stand beneath the name', async () => {
  const visitor = await visitorWith(team('Team One'))
  const { container, rerender } = renderKit(visitor, <ClientTable />)
  await rowOf('Team One')
  const rooms = () => {
    const heads = [...container.querySelectorAll<HTMLElement>('th')]
    return Object.fromEntries(heads.map(({ dataset }) => [dataset['column'] ?? '', dataset['room']] as const))
  }
  expect(rooms()).toEqual({
    name: undefined,
    domain: '960',
    product: '800',
    subscription: '640',
    status: undefined,
    added: '480',
  })
  const facts = [...container.querySelectorAll<HTMLElement>('[data-part=fact]')]
  expect(facts.map(({ dataset, textContent }) => [dataset['room'], textContent])).toEqual([
    ['800', 'Essentials Starter'],
  ])
  expect(container.querySelector('[data-scrolls]')).toBeNull()

  const own = ['one', 'two', 'three', 'four'].map((key) => ({ key, header: key, cell: () => key }))
  rerender(<ClientTable columns={['name', 'status', ...own]} rowActions={() => null} onSelectionChange={() => {}} />)
  // nobody can read them elsewhere, so that the table scrolls sideways; on phones they go
  expect(rooms()).toMatchObject({ one: '640', four: '640', status: undefined })
  expect(container.querySelector('[data-part=scroller]')?.getAttribute('data-scrolls')).toBe('1040')
})
