import type { Client } from '@clientele/contract'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ClientPanel } from '../client-panel/client-panel.tsx'
import { ClientTable } from '../client-table/client-table.tsx'
import { languages } from '../mount/load-locale.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { AccessRequestDialog } from './access-request-dialog.tsx'
import { defaultMessages } from './default-message.strings.ts'

const server = startServer()

type Person = ReturnType<typeof renderKit>['user']

async function withClient(name = 'Ada'): Promise<[Visitor, Client]> {
  const visitor = await server.visitor({ name: 'Hafenhost' })
  return [
    visitor,
    await visitor.client.clients.create({ form: 'quick', person: { firstName: name, lastName: 'Byron' } }),
  ]
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const level = (name: string) => screen.findByRole('radio', { name })
const email = () => screen.findByLabelText<HTMLInputElement>('E-mail address of the client')
const message = () => screen.findByLabelText<HTMLTextAreaElement>('Message')
const sentBy = (visitor: Visitor) => visitor.requests.filter(({ name }) => name === 'POST /access-requests')

async function chooseLevel(user: Person, name = 'Manage'): Promise<void> {
  await user.click(await level(name))
  await user.click(await button('Next'))
}

async function fillIn(user: Person, address = 'ada@example.com'): Promise<void> {
  await chooseLevel(user)
  await user.type(await email(), address)
}

test('scenario 1 R21–R26: a client with names only is asked from its row, and its row then shows the request', async () => {
  const [visitor, client] = await withClient()
  const onAccessRequested = vi.fn<() => void>()
  const { user } = renderKit(visitor, <ClientTable withAccess onAccessRequested={onAccessRequested} />)
  const row = (await screen.findByText('Ada Byron')).closest<HTMLElement>('[data-part=row]')!
  within(row).getByText('No access')
  await user.click(within(row).getByRole('button', { name: 'Request access: Ada Byron' }))
  await fillIn(user)
  expect(sentBy(visitor)).toEqual([])
  await user.click(await button('Send the request'))
  await screen.findByText(/^An e-mail goes to ada@example\.com/)
  expect(onAccessRequested).toHaveBeenCalledOnce()
  await user.click(await button('Done'))
  await within(row).findByText('Requested')
  await user.click(await within(row).findByRole('button', { name: 'Show the request: Ada Byron' }))
  await screen.findByRole('region', { name: 'Request for access' })
  const { data } = await visitor.client.accessRequests.list({ clientId: client.id })
  expect(data).toMatchObject([{ status: 'pending', recipientEmail: 'ada@example.com', level: 'manage@1' }])
})

test('R21: the record has the way to ask, too, and says why where one may not', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <ClientPanel clientId={client.id} />)
  await user.click(await button('Request access'))
  await level('Manage and purchase')
  await user.click(await button('Cancel'))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const support = await server.visitor({ role: 'platform_support', accountId: 'platform' })
  renderKit(support, <ClientPanel clientId={client.id} />)
  await waitFor(() => expect(document.querySelector('[data-part=section] [aria-disabled=true]')).not.toBeNull())
})

test('R13 R22: without a level it does not go on, and says so at the field', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  const first = await level('Manage')
  expect(screen.getAllByRole('radio').filter((one) => (one as HTMLInputElement).checked)).toEqual([])
  await user.click(await button('Next'))
  await screen.findByText('Choose a level.')
  expect(document.activeElement).toBe(first)
  await user.click(first)
  expect(screen.queryByText('Choose a level.')).toBeNull()
})

test('R24 R25 R35: a message stands there, may be edited, and may not be empty; the address has to be one', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await fillIn(user, 'ada')
  expect((await message()).value).toMatch(/^Hello \{client_first_name\}[^]*“\{level_name\}”[^]*Vera Viewer$/)
  await user.clear(await message())
  await user.click(await button('Send the request'))
  await screen.findByText('Write a few words, so that the client knows who is asking.')
  expect(document.activeElement).toBe(await email())
  expect(sentBy(visitor)).toEqual([])
  await user.type(await email(), '@example.com')
  await user.type(await message(), 'Hello {{client_first_name}, may I?')
  within(screen.getByText('What the client will read').closest('details')!).getByText('Hello Ada, may I?')
  await user.click(await button('Send the request'))
  await screen.findByText(/^An e-mail goes to/)
  expect(JSON.parse(sentBy(visitor)[0]?.body ?? '')).toMatchObject({ message: 'Hello {client_first_name}, may I?' })
})

test('a message that nobody has changed is in the language of the mail; what was written stays, and it is said so', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await fillIn(user)
  const language = screen.getByRole('combobox', { name: 'Language of the mail' })
  await user.selectOptions(language, 'de')
  expect((await message()).value).toMatch(/^Guten Tag \{client_first_name\}[^]*um Ihre Produkte[^]*Vera Viewer$/)
  await user.type(await message(), ' Bis bald!')
  await user.selectOptions(language, 'fr')
  expect((await message()).value).toMatch(/^Guten Tag[^]*Bis bald!$/)
  screen.getByText(/stays as you wrote it: in German\.$/)
  await user.selectOptions(language, 'de')
  await user.click(await button('Send the request'))
  await screen.findByText(/^An e-mail goes to/)
  const sent = JSON.parse(sentBy(visitor)[0]?.body ?? '') as { message: string; languageCode: string }
  expect([sent.languageCode, sent.message.endsWith('Bis bald!')]).toEqual(['de', true])
})

test('the words of a host stand in the message in the language of its page, and in no other', async () => {
  const [visitor, client] = await withClient()
  const messages = { defaultMessage: 'Hi {client_first_name}, may we?' }
  const dialog = <AccessRequestDialog clientId={client.id} onClose={() => {}} messages={messages} />
  const { user } = renderKit(visitor, dialog)
  await fillIn(user)
  expect((await message()).value).toBe('Hi {client_first_name}, may we?')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language of the mail' }), 'fr')
  expect((await message()).value).toMatch(/^Bonjour/)
})

test('there is a message in every language of the kit', () => {
  expect(Object.keys(defaultMessages).toSorted()).toEqual(languages.toSorted())
})

test('N13: the link can be shown to a camera', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await fillIn(user)
  await user.click(await button('Send the request'))
  await user.click(await button('Show as a QR code'))
  const code = await screen.findByRole('img', { name: 'QR code: Link for the client' })
  expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^M\d/)
  expect(code.outerHTML).not.toContain('style=')
  await user.click(await button('Hide the QR code'))
  expect(screen.queryByRole('img')).toBeNull()
})

test('R77: an answer that is lost asks nobody twice', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await fillIn(user)
  visitor.intercept = async ({ name }, send) => {
    const answer = await send()
    if (name !== 'POST /access-requests') return answer
    visitor.intercept = undefined
    throw new TypeError('the connection was lost')
  }
  await user.click(await button('Send the request'))
  await user.click(await button('Try again'))
  await screen.findByText(/^An e-mail goes to/)
  const keys = sentBy(visitor).map(({ headers }) => headers.get('idempotency-key'))
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect((await visitor.client.accessRequests.list({ clientId: client.id })).data).toHaveLength(1)
})

test('R34 scenario 5: what is pending is shown; another level takes its place', async () => {
  const [visitor, client] = await withClient()
  const first = await visitor.client.accessRequests.create({
    clientId: client.id,
    level: 'manage',
    recipientEmail: 'ada@example.com',
    message: 'May I?',
  })
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await user.click(await button('Ask for another level instead'))
  expect(await level('Manage')).toHaveProperty('disabled', true)
  await chooseLevel(user, 'Manage and purchase')
  expect((await email()).value).toBe('ada@example.com')
  await user.click(await button('Send the request'))
  await screen.findByText(/^An e-mail goes to/)
  const { data } = await visitor.client.accessRequests.list({ clientId: client.id })
  expect(data.map(({ id, status, supersedesId }) => [id === first.id, status, supersedesId])).toEqual([
    [false, 'pending', first.id],
    [true, 'superseded', null],
  ])
})

test('R29: an address is warned of as long as the server says that mail does not get there, and no longer', async () => {
  const [visitor, client] = await withClient()
  const closed = 'ada@closed.example.com'
  const input = { clientId: client.id, level: 'manage', recipientEmail: closed, message: 'May I?' }
  const { id } = await visitor.client.accessRequests.create(input)
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  await platform.client.accessRequests.reportDelivery(id, { state: 'bounced' })
  const another = async () => {
    const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
    await user.click(await button('Ask for another level instead'))
    await chooseLevel(user, 'Manage and purchase')
    return user
  }
  await another()
  expect((await email()).value).toBe(closed)
  await screen.findByText(/^Mail to ada@closed\.example\.com came back/)
  cleanup()

  await platform.client.accessRequests.reportDelivery(id, { state: 'deliverable' })
  const user = await another()
  expect((await email()).value).toBe(closed)
  expect(screen.queryByText(/came back/)).toBeNull()
  await user.click(await button('Send the request'))
  await screen.findByText(/^An e-mail goes to ada@closed\.example\.com/)
})

test('R34: who is asked by a colleague meanwhile is not asked twice', async () => {
  const [visitor, client] = await withClient()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  await fillIn(user)
  const ask = { clientId: client.id, level: 'manage', recipientEmail: 'other@example.com', message: 'May I?' }
  const colleague = await server.visitor({ accountId: visitor.accountId })
  await colleague.client.accessRequests.create(ask)
  await user.click(await button('Send the request'))
  await screen.findByText('other@example.com')
  expect((await visitor.client.accessRequests.list({ clientId: client.id })).data).toHaveLength(1)
})

test('a host can stop it, and what was written stays', async () => {
  const [visitor, client] = await withClient()
  const onBeforeSend = vi.fn<() => boolean>(() => false)
  const { user } = renderKit(
    visitor,
    <AccessRequestDialog clientId={client.id} onClose={() => {}} onBeforeSend={onBeforeSend} />,
  )
  await fillIn(user)
  await user.click(await button('Send the request'))
  await waitFor(() => expect(onBeforeSend).toHaveBeenCalledOnce())
  expect((await email()).value).toBe('ada@example.com')
  expect(sentBy(visitor)).toEqual([])
})

test('closing asks where text would be lost, and only there', async () => {
  const [visitor, client] = await withClient()
  const onClose = vi.fn<() => void>()
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={onClose} />)
  await level('Manage')
  await user.click(await button('Close'))
  expect(onClose).toHaveBeenCalledOnce()
  await fillIn(user)
  await user.click(await button('Close'))
  const ask = within(await screen.findByRole('alertdialog'))
  await user.click(ask.getByRole('button', { name: 'Cancel' }))
  expect((await email()).value).toBe('ada@example.com')
  await user.click(await button('Close'))
  await user.click(await button('Close without sending'))
  expect(onClose).toHaveBeenCalledTimes(2)
})

test('R7: a level that needs a payment method can be asked for, and says what is missing', async () => {
  const [visitor, client] = await withClient()
  renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  const hint = await screen.findByText(/There is no payment method on file yet/)
  expect(hint.closest('[data-part=level]')?.getAttribute('data-level')).toBe('manage_and_purchase')
})

test('says what could not be loaded, with the request id, and tries again', async () => {
  const [visitor, client] = await withClient()
  visitor.refuse(`GET /clients/${client.id}`, 503, 'maintenance')
  const { user } = renderKit(visitor, <AccessRequestDialog clientId={client.id} onClose={() => {}} />)
  within(await screen.findByRole('alert')).getByText('req_refused')
  visitor.intercept = undefined
  await user.click(await button('Try again'))
  expect(await level('Manage')).toHaveProperty('checked', false)
})
