import type { Client } from '@clientele/contract'
import { act, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { en } from '../locales/en.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { AddClientForm } from './add-client-form.tsx'

const server = startServer()
const save = () => screen.getByRole('button', { name: 'Save' })
const created = (name: string) => screen.findByRole('heading', { name: `${name} was added` })
const listed = (visitor: Visitor) => act(async () => (await visitor.client.clients.list()).data)

async function typeQuick(user: UserEvent, firstName: string, lastName: string) {
  await user.type(await screen.findByLabelText('First name'), firstName)
  await user.type(screen.getByLabelText('Last name'), lastName)
}

async function openOrganization(user: UserEvent) {
  await user.click(await screen.findByRole('radio', { name: 'An organization' }))
}

async function typeOrganization(
  user: UserEvent,
  given: { name?: string; domain?: string; type?: 'Domain' | 'Team' } = {},
) {
  const { name = 'Example School', domain = 'school.example.com', type = 'Domain' } = given
  await openOrganization(user)
  await user.selectOptions(screen.getByLabelText('Product family'), type === 'Team' ? 'essentials' : 'google_workspace')
  await user.click(screen.getByRole('radio', { name: type }))
  await user.type(screen.getByLabelText('Organization name'), name)
  if (type === 'Domain') await user.type(screen.getByLabelText('Domain', { selector: '[name=primaryDomain]' }), domain)
  await user.selectOptions(screen.getByLabelText('Country'), 'DE')
  await user.type(screen.getByLabelText('First name'), 'Ada')
  await user.type(screen.getByLabelText('Last name'), 'Byron')
  await user.type(screen.getByLabelText('E-mail address'), `ada@${domain}`)
  if (type === 'Domain') await user.type(screen.getByLabelText(/^Second e-mail address/), 'ada@elsewhere.example.net')
}

const describedBy = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ')

test('R18 R19 R20 R63: asks for first name, last name and company, no e-mail address, and adds on Save', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.type(screen.getByLabelText(/^Company/), 'Analytical Engines')
  expect(screen.queryByLabelText(/e-mail/i)).toBeNull()
  expect(await listed(visitor)).toHaveLength(0)
  await user.click(save())
  await created('Analytical Engines')
  expect(await listed(visitor)).toMatchObject([
    { person: { firstName: 'Ada', lastName: 'Byron' }, company: 'Analytical Engines', primaryEmail: null },
  ])
})

test('R64: shows the ways on after a client was added', async () => {
  const visitor = await server.visitor()
  const onCreated = vi.fn<(client: { id: string }) => void>()
  const onGoToList = vi.fn<() => void>()
  const onOpenClient = vi.fn<(id: string) => void>()
  const { user } = renderKit(visitor, <AddClientForm {...{ onCreated, onGoToList, onOpenClient }} />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.click(save())
  const title = await created('Ada Byron')
  expect(document.activeElement).toBe(title)
  await user.click(screen.getByRole('button', { name: 'Go to the list' }))
  expect(onGoToList).toHaveBeenCalledOnce()
  await user.click(screen.getByRole('button', { name: 'Open Ada Byron' }))
  expect(onOpenClient).toHaveBeenCalledWith(onCreated.mock.calls[0]?.[0].id)
  await user.click(screen.getByRole('button', { name: 'Add another' }))
  expect(await screen.findByLabelText('First name')).toHaveProperty('value', '')
})

test('R94: a description can be given when the client is added', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.type(screen.getByLabelText(/^Description/), 'Pays by invoice.')
  await user.click(save())
  await created('Ada Byron')
  expect(await listed(visitor)).toMatchObject([{ description: 'Pays by invoice.' }])
})

test('loses nothing that was typed when the kind changes', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.type(screen.getByLabelText(/^Company/), 'Analytical Engines')
  await openOrganization(user)
  await user.type(screen.getByLabelText('Organization name'), 'Example School')
  await user.click(screen.getByRole('radio', { name: 'A person' }))
  expect(screen.getByLabelText('First name')).toHaveProperty('value', 'Ada')
  expect(screen.getByLabelText(/^Company/)).toHaveProperty('value', 'Analytical Engines')
  await openOrganization(user)
  expect(screen.getByLabelText('Organization name')).toHaveProperty('value', 'Example School')
})

test('R43 R45 R46 R48 R54 R56: adds a domain customer: product first, then type, education, organization, contact', async () => {
  const visitor = await server.visitor()
  const { user, container } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await typeOrganization(user)
  await user.click(screen.getByRole('checkbox', { name: 'Educational institution' }))
  expect(describedBy(screen.getByLabelText('E-mail address'))).toContain('super administrator')
  const legends = [...container.querySelectorAll('fieldset[data-part=section] > legend')].map((one) => one.textContent)
  expect(legends).toEqual(['Product', 'Organization', 'Address', 'Administrator'])
  await user.click(save())
  await created('Example School')
  expect(await listed(visitor)).toMatchObject([
    {
      name: 'Example School',
      productFamily: 'google_workspace',
      customerType: 'domain',
      segments: ['education'],
      primaryDomain: 'school.example.com',
      admin: { firstName: 'Ada', lastName: 'Byron' },
      postalAddress: { countryCode: 'DE' },
    },
  ])
})

test('R57 R58: a team needs no domain and no second address; its e-mail address becomes its administrator', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await typeOrganization(user, { type: 'Team', name: 'Team One' })
  expect(describedBy(screen.getByLabelText('E-mail address'))).toContain('administrator of the team')
  await user.click(save())
  await created('Team One')
  expect(await listed(visitor)).toMatchObject([{ customerType: 'team', verificationMethod: 'email' }])
})

test('R47: team cannot be chosen where the product does not allow it, and the reason stands beside it', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await openOrganization(user)
  const team = screen.getByRole('radio', { name: 'Team' })
  await user.click(team)
  await user.selectOptions(screen.getByLabelText('Product family'), 'google_workspace')
  expect(team).toHaveProperty('disabled', true)
  expect(describedBy(team)).toContain('only for Essentials Starter and Enterprise Essentials')
  expect(describedBy(screen.getByRole('radiogroup', { name: 'Customer type' }))).toContain('Team accounts are only for')
})

test('R59: says at the field that the second address lies on the domain, once the field is left', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await typeOrganization(user)
  const secondary = screen.getByLabelText(/^Second e-mail address/)
  await user.clear(secondary)
  await user.type(secondary, 'ada@mail.school.example.com')
  expect(secondary.getAttribute('aria-invalid')).toBeNull()
  await user.tab()
  expect(secondary.getAttribute('aria-invalid')).toBe('true')
  expect(describedBy(secondary)).toContain('Use an address outside school.example.com.')
})

test('moves to the first wrong field and says at each what is wrong', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await user.type(await screen.findByLabelText('First name'), 'Ada')
  await user.click(save())
  const lastName = screen.getByLabelText('Last name')
  expect(document.activeElement).toBe(lastName)
  expect(describedBy(lastName)).toContain('Please fill this in.')
  expect(visitor.requests.map(({ name }) => name)).not.toContain('POST /clients')
})

test('follows the setting that makes the company required', async () => {
  const visitor = await server.visitor()
  await server.companyRequired(true)
  try {
    const { user } = renderKit(visitor, <AddClientForm />)
    await typeQuick(user, 'Ada', 'Byron')
    await user.click(save())
    expect(document.activeElement).toBe(screen.getByLabelText('Company'))
  } finally {
    await server.companyRequired(false)
  }
})

test('R41: a customer who cannot be added is stopped before Save, with the reason at the domain', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await openOrganization(user)
  const domain = screen.getByRole('textbox', { name: 'Domain' })
  const announced = domain.parentElement?.querySelector('[aria-live=polite]')
  expect(announced?.textContent).toBe('')
  await typeOrganization(user, { domain: 'nonprofit.example.org' })
  await waitFor(() => expect(describedBy(domain)).toContain('The client uses Workspace for Nonprofits'))
  expect(announced?.textContent).toContain('Workspace for Nonprofits')

  // beside Save stands that it does not go on, and the way back
  await user.click(screen.getByRole('button', { name: 'Domain nonprofit.example.org' }))
  expect(document.activeElement).toBe(domain)
  await user.click(screen.getByLabelText('Organization name'))
  await user.click(save())
  expect(document.activeElement).toBe(domain)
  expect(visitor.requests.map(({ name }) => name)).not.toContain('POST /clients')

  await user.clear(domain)
  await user.type(domain, 'profit.example.org')
  expect(domain.getAttribute('aria-invalid')).toBeNull()
  expect(screen.queryByText('The client cannot be added')).toBeNull()
})

test('R53: shows what tells duplicates apart, and adds one all the same when told to', async () => {
  const visitor = await server.visitor()
  const person = { firstName: 'Ada', lastName: 'Byron' }
  const first = await visitor.client.clients.create({ form: 'quick', person, primaryEmail: 'ada@example.com' })
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  const title = await screen.findByText('There is one like this already')
  const notice = within(title.closest<HTMLElement>('[data-part=notice]') ?? document.body)
  notice.getByText(first.id)
  notice.getByText(/Same name · ada@example\.com · Added /)
  await user.click(save())
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
  expect(await listed(visitor)).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Add anyway' }))
  await created('Ada Byron')
  expect(await listed(visitor)).toHaveLength(2)
})

test.each([
  ['own', 'mine.example.org', /belongs to a client of yours already/],
  ['other', 'taken.example.org', /looked after by another reseller/],
  ['direct', 'direct.example.org', /buys from the vendor directly/],
])('R78: explains that a domain is taken: %s', async (whose, domain, text) => {
  const visitor = await server.visitor()
  const onOpenClient = vi.fn<(id: string) => void>()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" onOpenClient={onOpenClient} />)
  await typeOrganization(user, {
    domain: whose === 'own' ? `${visitor.accountId.slice(4).toLowerCase()}.example.org` : domain,
  })
  if (whose === 'own') {
    await user.click(save())
    await created('Example School')
    await user.click(screen.getByRole('button', { name: 'Add another' }))
    await typeOrganization(user, { domain: `${visitor.accountId.slice(4).toLowerCase()}.example.org`, name: 'Second' })
  }
  const field = screen.getByLabelText('Domain', { selector: '[name=primaryDomain]' })
  await waitFor(() => expect(describedBy(field)).toMatch(text))
  expect(screen.queryByRole('button', { name: /^Open .*example/ }) !== null).toBe(whose === 'own')
})

test('R77: two presses of Save add one client', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.dblClick(save())
  await created('Ada Byron')
  expect(await listed(visitor)).toHaveLength(1)
})

test('R77: when the answer is lost, trying again adds no second client, and changed input is another client', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  visitor.intercept = async ({ name }, send) => {
    const response = await send()
    if (name === 'POST /clients') throw new TypeError('connection lost')
    return response
  }
  await user.click(save())
  await screen.findByText(/The service cannot be reached/)
  visitor.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await created('Ada Byron')
  expect(await listed(visitor)).toHaveLength(1)
  const keys = visitor.requests.flatMap(({ name, headers }) =>
    name === 'POST /clients' ? [headers.get('idempotency-key')] : [],
  )
  expect(keys[0]).toBe(keys[1])

  await user.click(screen.getByRole('button', { name: 'Add another' }))
  await typeQuick(user, 'Bea', 'Byron')
  await user.click(save())
  await created('Bea Byron')
  expect(
    visitor.requests
      .filter(({ name }) => name === 'POST /clients')
      .at(-1)
      ?.headers.get('idempotency-key'),
  ).not.toBe(keys[0])
})

test('shows what only the server can find, at the field, and not for text that has changed since', async () => {
  const visitor = await server.visitor()
  const { user } = renderKit(visitor, <AddClientForm defaultForm="organization" />)
  await openOrganization(user)
  await user.selectOptions(await screen.findByLabelText('Country'), 'DE')
  const postalCode = screen.getByLabelText(/^Postal code/)
  await user.type(postalCode, '123')
  await user.tab()
  await waitFor(() => expect(describedBy(postalCode)).toContain('Postal codes look different'))
  await user.type(postalCode, '45')
  expect(describedBy(postalCode)).not.toContain('Postal codes look different')
})

test('an older answer of the check never replaces a newer one, and never keeps anybody from typing', async () => {
  const visitor = await server.visitor()
  await visitor.client.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } })
  const held: (() => void)[] = []
  visitor.intercept = async ({ name, body }, send) => {
    const response = await send()
    if (name === 'POST /clients/check' && body?.includes('"Byron"'))
      await new Promise<void>((resolve) => held.push(resolve))
    return response
  }
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await waitFor(() => expect(held).toHaveLength(1))
  await user.type(screen.getByLabelText('Last name'), 'stone')
  await waitFor(() => expect(visitor.requests.at(-1)?.body).toContain('Byronstone'))
  held[0]?.()
  await user.click(save())
  await created('Ada Byronstone')
  expect(screen.queryByText('There is one like this already')).toBeNull()
})

test('a host can stop it, and nothing typed is lost', async () => {
  const visitor = await server.visitor()
  const onBeforeCreate = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false))
  const { user } = renderKit(visitor, <AddClientForm onBeforeCreate={onBeforeCreate} />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.click(save())
  expect(onBeforeCreate).toHaveBeenCalledWith({ form: 'quick', person: { firstName: 'Ada', lastName: 'Byron' } })
  expect(screen.getByLabelText('First name')).toHaveProperty('value', 'Ada')
  expect(await listed(visitor)).toHaveLength(0)
})

test('works by keyboard alone', async () => {
  const visitor = await server.visitor()
  const onCancel = vi.fn<() => void>()
  const { user } = renderKit(visitor, <AddClientForm onCancel={onCancel} />)
  await screen.findByLabelText('First name')
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'A person' }))
  await user.tab()
  await user.keyboard('Ada')
  await user.tab()
  await user.keyboard('Byron{Enter}')
  await created('Ada Byron')
  await user.tab()
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add another' }))
  await user.keyboard('{Enter}')
  await screen.findByLabelText('First name')
})

test('R73: who may not add clients is told why', async () => {
  const visitor = await server.visitor({ role: 'reseller_support' })
  renderKit(visitor, <AddClientForm />)
  const notice = await screen.findByText('You cannot add clients')
  expect(notice.parentElement?.textContent).toContain(en.errors.permission_denied)
})

test('says with the request id that it could not be loaded, and tries again', async () => {
  const visitor = await server.visitor()
  visitor.refuse('GET /settings', 500, 'internal')
  const { user } = renderKit(visitor, <AddClientForm />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/The form could not be loaded.*req_refused/)
  visitor.intercept = undefined
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByLabelText('First name')
})

test('R69: a text that asks for access is prepared, to be changed and copied', async () => {
  const visitor = await server.visitor({ name: 'Nordlicht' })
  const { user } = renderKit(visitor, <AddClientForm />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.click(save())
  await created('Ada Byron')
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text to send')
  expect(text.value).toMatch(/^Hello Ada,\n\nyour account is now looked after by Nordlicht/)
  screen.getByText(/^You have no access to the console of the client yet/)
  await user.type(text, ' Thanks!')
  await user.click(screen.getByRole('button', { name: 'Copy Text to send' }))
  await screen.findAllByText('Copied')
  expect(await navigator.clipboard.readText()).toMatch(/Thanks!$/)
})

test('R64: the ways on lead to an order and to the list', async () => {
  const onOrder = vi.fn<(client: Client) => void>()
  const { user } = renderKit(await server.visitor(), <AddClientForm onOrder={onOrder} onGoToList={() => {}} />)
  await typeQuick(user, 'Ada', 'Byron')
  await user.click(save())
  await created('Ada Byron')
  await user.click(screen.getByRole('button', { name: 'Place an order' }))
  expect(onOrder).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ada Byron' }))
  screen.getByRole('button', { name: 'Go to the list' })
})

test.each([
  ['active', 'created'],
  ['provisioning_failed', 'created'],
])('says that a client is being set up, until it is %s', async (status, state) => {
  const visitor = await server.visitor()
  let isReady = false
  visitor.intercept = async (request, send) => {
    const response = await send()
    if (!/^(POST|GET) \/clients(\/acc_\w+)?$/.test(request.name)) return response
    const body = (await response.json()) as object
    return Response.json({ ...body, status: isReady ? status : 'provisioning' }, response)
  }
  const { user, container } = renderKit(visitor, <AddClientForm />)
  const root = container.firstElementChild
  await typeQuick(user, 'Ada', 'Byron')
  await user.click(save())
  await created('Ada Byron')
  await screen.findByText('Ada Byron is being set up. You need not wait here.')
  expect(root?.getAttribute('data-state')).toBe('waiting')
  screen.getByRole('progressbar')
  isReady = true
  await waitFor(() => expect(root?.getAttribute('data-state')).toBe(state))
  expect(screen.queryByRole('progressbar')).toBeNull()
  expect(screen.queryByText('Ada Byron could not be set up. Ask your provider.') !== null).toBe(status !== 'active')
})
