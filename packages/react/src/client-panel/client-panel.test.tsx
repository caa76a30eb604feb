import { screen, waitFor, within } from '@testing-library/react'
import type { Client } from '@clientele/contract'
import { expect, test, vi } from 'vitest'
import { en } from '../locales/en.ts'
import { carriedOut, granted, parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { ClientPanel } from './client-panel.tsx'

const server = startServer()
const phoneLink = () => document.querySelector('a[href="tel:+4930901820"]')
const button = (name: string) => screen.getByRole('button', { name })

async function withClient(more: { description?: string; tags?: string[] } = {}): Promise<[Visitor, Client]> {
  const visitor = await server.visitor()
  const person = { firstName: 'Ada', lastName: 'Byron' }
  return [visitor, await visitor.client.clients.create({ form: 'quick', person, ...more })]
}

async function withTeam(): Promise<[Visitor, Client]> {
  const visitor = await server.visitor()
  const client = await visitor.client.clients.create({
    form: 'organization',
    name: 'Team One',
    productFamily: 'essentials',
    customerType: 'team',
    primaryEmail: 'team@example.com',
    admin: { firstName: 'Tina', lastName: 'Team', username: 'tina' },
    postalAddress: { countryCode: 'DE', line1: 'Hauptstraße 1', line3: 'Hinterhaus' },
  })
  return [visitor, client]
}

test('R84 R79: edits contact information, and sends only what was changed', async () => {
  const [visitor, client] = await withClient()
  const onUpdated = vi.fn<(client: Client) => void>()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} onUpdated={onUpdated} />)
  await user.click(await screen.findByRole('button', { name: 'Edit contact information' }))
  expect(document.activeElement).toBe(screen.getByLabelText('First name'))
  await user.type(screen.getByLabelText(/^Phone/), '+49 30 901820')
  await user.type(screen.getByLabelText(/^Company/), 'Analytical Engines')
  await user.click(button('Save'))
  await waitFor(() => expect(phoneLink()?.textContent).toBe('+4930901820'))
  expect(document.activeElement).toBe(button('Edit contact information'))
  expect(onUpdated).toHaveBeenCalledOnce()
  const sent = visitor.requests.find(({ name }) => name.startsWith('PATCH'))
  expect(JSON.parse(sent?.body ?? '')).toEqual({ company: 'Analytical Engines', phone: '+49 30 901820' })
  expect(sent?.headers.get('if-match')).toBe(client.etag)
})

test('keeps the parts of the record that have no field when the others change', async () => {
  const [visitor, client] = await withTeam()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Edit contact information' }))
  await user.clear(screen.getByLabelText('First name'))
  await user.type(screen.getByLabelText('First name'), 'Tom')
  await user.type(screen.getByLabelText(/^City/), 'Berlin')
  await user.click(button('Save'))
  await screen.findByText('Tom Team')
  const sent = visitor.requests.find(({ name }) => name.startsWith('PATCH'))
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({
    admin: { firstName: 'Tom', lastName: 'Team', username: 'tina' },
    postalAddress: { countryCode: 'DE', line1: 'Hauptstraße 1', line3: 'Hinterhaus', locality: 'Berlin' },
  })
})

test('says at the field what is wrong, found here or by the server, and moves there', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Edit contact information' }))
  const phone = screen.getByLabelText(/^Phone/)
  await user.type(phone, '030 901820')
  await user.click(button('Save'))
  await screen.findByText(en.fieldErrors.phone_not_international)
  expect(document.activeElement).toBe(phone)
  await user.clear(phone)
  await user.type(phone, '+49 1')
  await user.click(button('Save'))
  await waitFor(() => expect(phone.getAttribute('aria-invalid')).toBe('true'))
  expect(phone).toHaveProperty('value', '+49 1')
})

test('R95: the link reads “Add description” when there is none and “Edit description” when there is one', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Add description' }))
  await user.type(screen.getByRole('textbox', { name: /^Description/ }), 'Pays by invoice.')
  await user.click(button('Save'))
  await user.click(await screen.findByRole('button', { name: 'Edit description' }))
  expect(screen.queryByRole('button', { name: 'Add description' })).toBeNull()
  await user.clear(screen.getByRole('textbox', { name: /^Description/ }))
  await user.click(button('Save'))
  await screen.findByRole('button', { name: 'Add description' })
})

test('a description that is edited goes on at its end', async () => {
  const [visitor, client] = await withClient({ description: 'Pays by invoice' })
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Edit description' }))
  await user.keyboard(', and late')
  expect(screen.getByRole('textbox', { name: /^Description/ })).toHaveProperty('value', 'Pays by invoice, and late')
})

test('edits tags', async () => {
  const [visitor, client] = await withClient({ tags: ['vip'] })
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Edit tags' }))
  await user.type(screen.getByRole('textbox', { name: /^Tags/ }), ' north ,vip,late{Enter}paid')
  await user.click(button('Remove late'))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Tags/ }))
  await user.click(button('Save'))
  await screen.findByRole('button', { name: 'Edit tags' })
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['vip', 'north', 'paid'])
  await user.click(button('Edit tags'))
  await user.keyboard('{Backspace}<b>{Enter}{Enter}')
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Tags/ }).getAttribute('aria-invalid')).toBe('true'))
})

test('what somebody else saved meanwhile stands beside what was typed, and the reader chooses', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Edit contact information' }))
  await user.type(screen.getByLabelText(/^Company/), 'Mine')
  const colleague = await server.visitor({ accountId: visitor.accountId })
  await colleague.client.clients.update(client.id, { company: 'Other', phone: '+4930901820' })
  await user.click(button('Save'))
  const conflict = (await screen.findByText(en.clientPanel.conflictTitle as string)).closest<HTMLElement>(
    '[role=alert]',
  )
  const company = within(screen.getByRole('radiogroup', { name: 'Company' }))
  expect(company.getByRole('radio', { name: 'Mine' })).toHaveProperty('checked', true)
  expect(company.getByRole('radio', { name: 'Other' })).toHaveProperty('checked', false)
  // the phone was not typed here, so the other version stands unless one chooses otherwise
  const phone = within(screen.getByRole('radiogroup', { name: 'Phone' }))
  expect(phone.getByRole('radio', { name: '+4930901820' })).toHaveProperty('checked', true)
  expect(phone.getByRole('radio', { name: 'Nothing' })).toHaveProperty('checked', false)
  expect(document.activeElement).toBe(conflict)
  await user.click(button('Take all of theirs'))
  expect(screen.getByLabelText(/^Company/)).toHaveProperty('value', 'Other')
  await user.click(button('Keep all of yours'))
  expect(screen.getByLabelText(/^Phone/)).toHaveProperty('value', '')
  await user.click(phone.getByRole('radio', { name: '+4930901820' }))
  await user.click(button('Save'))
  await screen.findByText('Mine', { selector: '[data-part=fact-value]' })
  expect(phoneLink()).not.toBeNull()
})

test('what somebody else saved in another part of the record does not stop one', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Add description' }))
  await user.type(screen.getByRole('textbox', { name: /^Description/ }), 'Mine')
  const colleague = await server.visitor({ accountId: visitor.accountId })
  await colleague.client.clients.update(client.id, { phone: '+4930901820' })
  await user.click(button('Save'))
  await screen.findByText('Mine', { selector: '[data-part=prose]' })
  expect(phoneLink()).not.toBeNull()
})

test('R92: the platform sees and edits what a reseller has noted', async () => {
  const [, client] = await withClient({ description: 'By the reseller' })
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  const { user } = renderKit(platform, <ClientPanel clientId={client.id} />)
  await screen.findByText('By the reseller')
  screen.getByRole('button', { name: 'Add description' })
  await user.click(screen.getByRole('button', { name: /^Edit description · Reseller/ }))
  await user.type(screen.getByRole('textbox', { name: /^Description by Reseller/ }), ', seen')
  await user.click(button('Save'))
  await screen.findByText('By the reseller, seen')
  expect(screen.queryByText('By the reseller')).toBeNull()
})

test('a host can stop a change, and nothing typed is lost', async () => {
  const [visitor, client] = await withClient()
  const onBeforeUpdate = vi.fn<() => boolean>(() => false)
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} onBeforeUpdate={onBeforeUpdate} />)
  await user.click(await screen.findByRole('button', { name: 'Add description' }))
  await user.type(screen.getByRole('textbox', { name: /^Description/ }), 'Text')
  await user.click(button('Save'))
  const change = { section: 'description', input: { text: 'Text' } }
  expect(onBeforeUpdate).toHaveBeenCalledWith(change, expect.objectContaining({ id: client.id }))
  expect(screen.getByRole('textbox', { name: /^Description/ })).toHaveProperty('value', 'Text')
})

test('commands that are not allowed are there, disabled, with their reason', async () => {
  const [owner, client] = await withClient()
  const visitor = await server.visitor({ role: 'reseller_support', accountId: owner.accountId })
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  const edit = await screen.findByRole('button', { name: 'Edit contact information' })
  expect(edit.getAttribute('aria-disabled')).toBe('true')
  const reason = document.getElementById(edit.getAttribute('aria-describedby') ?? '')?.textContent
  expect([en.errors.permission_denied, 'Only these roles may do this']).toContainEqual(reason?.split(':')[0])
  await user.click(edit)
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test('R66 R67: says that changes made elsewhere do not come by themselves, and to ask for a word', async () => {
  const [visitor, client] = await withTeam()
  renderKit(visitor, <ClientPanel clientId={client.id} />)
  const text = /Changes that the client makes in its own console do not appear here by themselves/
  const notice = (await screen.findByText(text)).parentElement
  expect(notice?.textContent).toContain(en.clientPanel.askToTell)
})

test('R52 R53 R65: shows the id to copy, and a blank subscription with a text for screen readers', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await screen.findByRole('button', { name: `Copy ${client.id}` }))
  await screen.findAllByText('Copied')
  expect(await navigator.clipboard.readText()).toBe(client.id)
  expect(screen.getByText('No subscription yet').getAttribute('data-part')).toBe('hidden-text')
})

test('R96: a client sees its record without description and tags', async () => {
  const [owner, client] = await withClient({ description: 'Pays late', tags: ['slow'] })
  const visitor = await server.visitor({ role: 'client_admin', accountId: client.id })
  renderKit(visitor, <ClientPanel clientId={client.id} />)
  await screen.findByRole('heading', { name: 'Contact' })
  expect(screen.queryByText('Pays late')).toBeNull()
  expect(screen.queryByRole('heading', { name: 'Tags' })).toBeNull()
  expect(owner.accountId).not.toBe(visitor.accountId)
})

test('works by keyboard alone', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await screen.findByRole('heading', { name: 'Ada Byron' })
  await user.tab()
  await user.tab()
  expect(document.activeElement).toBe(button('Edit contact information'))
  await user.keyboard('{Enter}')
  await user.tab()
  await user.keyboard('King{Enter}')
  await screen.findByRole('heading', { name: 'Ada King' })
  expect(document.activeElement).toBe(button('Edit contact information'))
})

test('shows that it loads, that there is no such client, and other failures with the request id', async () => {
  const [visitor, client] = await withClient()
  const stranger = await server.visitor()
  const view = renderKit(stranger, <ClientPanel clientId={client.id} />)
  expect(view.container.firstElementChild?.getAttribute('data-state')).toBe('loading')
  await screen.findByText(en.errors.not_found)
  view.unmount()
  visitor.refuse(`GET /clients/${client.id}`, 503, 'maintenance')
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  const alert = await screen.findByRole('alert')
  within(alert).getByText('req_refused')
  visitor.intercept = undefined
  await user.click(button('Try again'))
  await screen.findByRole('heading', { name: 'Ada Byron' })
})

test('says why a record is not shown at all', async () => {
  const [visitor, client] = await withClient()
  visitor.refuse(`GET /clients/${client.id}`, 403, 'account_suspended')
  renderKit(visitor, <ClientPanel clientId={client.id} />)
  const notice = (await screen.findByText('You cannot see this record')).parentElement
  expect(notice?.textContent).toContain(en.errors.account_suspended)
})

test('from right to left, ids, numbers and domains are still read from left to right', async () => {
  const [visitor, client] = await withTeam()
  await visitor.client.clients.update(client.id, { phone: '+4930901820' })
  const { container } = renderKit(visitor, <ClientPanel clientId={client.id} />, { locale: { ...en, dir: 'rtl' } })
  await waitFor(() => expect(phoneLink()?.getAttribute('dir')).toBe('ltr'))
  expect(container.firstElementChild?.getAttribute('dir')).toBe('rtl')
  expect(screen.getByText(client.id).getAttribute('dir')).toBe('ltr')
  expect(screen.getByText('team@example.com').getAttribute('data-part')).toBe('ltr')
})

test('R209: shows the access that one has, and tells the host what is done about it', async () => {
  const all = await parties(server)
  await granted(server, all)
  await carriedOut(all)
  const onBeforeAccessChange = vi.fn<() => boolean>(() => false)
  const onAccessChanged = vi.fn<(change: { kind: string }) => void>()
  const panel = <ClientPanel clientId={all.client.id} {...{ onBeforeAccessChange, onAccessChanged }} />
  const { user } = renderKit(all.reseller, panel)
  const section = within(await screen.findByRole('region', { name: 'Access' }))
  await section.findByText(/^In effect since /)
  await user.click(section.getByRole('button', { name: 'Give back: Manage' }))
  const give = () => within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Give back' })
  await user.click(give())
  await waitFor(() => expect(onBeforeAccessChange).toHaveBeenCalledOnce())
  onBeforeAccessChange.mockReturnValue(true)
  await user.click(give())
  await waitFor(() => expect(onAccessChanged.mock.lastCall?.[0].kind).toBe('end'))
  await section.findByText(/^Ended on /)
})
