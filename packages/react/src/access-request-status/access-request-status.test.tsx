import type { AccessRequest } from '@clientele/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { AccessRequestStatus } from './access-request-status.tsx'

const server = startServer()

async function withRequest(recipientEmail = 'ada@example.com'): Promise<[Visitor, AccessRequest]> {
  const visitor = await server.visitor()
  const client = await visitor.client.clients.create({
    form: 'quick',
    person: { firstName: 'Ada', lastName: 'Byron' },
  })
  const request = await visitor.client.accessRequests.create({
    clientId: client.id,
    level: 'manage',
    recipientEmail,
    message: 'May I?',
  })
  return [visitor, request]
}

/** The client's administrator, with the link of the request. */
function answering({ client, copyableLink }: AccessRequest): Promise<Visitor> {
  const link = copyableLink?.split('#')[1] ?? ''
  return server.visitor({ role: 'client_admin', accountId: client.id, link })
}

const button = (name: string) => screen.findByRole('button', { name })
const stateOf = (container: HTMLElement) => container.firstElementChild?.getAttribute('data-state')
const linkShown = () => document.querySelector('[data-part=link-line] [data-part=code]')?.textContent

test('R29: sends it again, to another address: a new link, for the version that was on the screen', async () => {
  const [visitor, request] = await withRequest()
  const onChanged = vi.fn<(request: AccessRequest) => void>()
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} onChanged={onChanged} />)
  await waitFor(() => expect(linkShown()).toBe(request.copyableLink))
  await user.click(await button('Change the address'))
  const email = await screen.findByLabelText('E-mail address of the client')
  expect(document.activeElement).toBe(email)
  await user.clear(email)
  await user.type(email, 'not an address')
  await user.click(await button('Send again'))
  await waitFor(() => expect(email.getAttribute('aria-invalid')).toBe('true'))
  await user.clear(email)
  await user.type(email, 'lovelace@example.com')
  await screen.findByText('Will be told: lovelace@example.com.')
  await user.click(await button('Send again'))
  await screen.findByText('A new mail is on its way to lovelace@example.com.')
  expect(linkShown()).not.toBe(request.copyableLink)
  expect(onChanged).toHaveBeenCalledOnce()
  const [sent] = visitor.requests.filter(({ name }) => name.endsWith('/resend')).slice(-1)
  expect(sent?.headers.get('if-match')).toBe(request.etag)
})

test('what is not sent to another address after all gives the focus back to its button', async () => {
  const [visitor, request] = await withRequest()
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  for (const name of ['Change the address', 'Send again']) {
    await user.click(await button(name))
    await user.click(await button('Cancel'))
    expect(document.activeElement).toBe(await button(name))
  }
})

test('R29: takes it back, after asking; then nothing can be done any more', async () => {
  const [visitor, request] = await withRequest()
  const { user, container } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await user.click(await button('Take back'))
  const ask = within(await screen.findByRole('alertdialog'))
  await user.click(ask.getByRole('button', { name: 'Cancel' }))
  expect((await visitor.client.accessRequests.get(request.id)).status).toBe('pending')
  await user.click(await button('Take back'))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(stateOf(container)).toBe('canceled'))
  expect(screen.queryAllByRole('button')).toEqual([])
  // there is none left to have the focus: what they were about has it
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Request for access' })))
  expect(linkShown()).toBeUndefined()
})

test('what cannot be done yet says from when on', async () => {
  const [visitor, request] = await withRequest()
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  const remind = await button('Remind')
  const reason = document.getElementById(remind.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toMatch(/^A reminder can be sent from .*\d{4}/)
  await user.click(remind)
  expect(visitor.requests.some(({ name }) => name.endsWith('/remind'))).toBe(false)
})

test('a change that somebody else made first is shown, and nothing is done', async () => {
  const [visitor, request] = await withRequest()
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await user.click(await button('Send again'))
  const colleague = await server.visitor({ accountId: visitor.accountId })
  await colleague.client.accessRequests.resend(request.id, {})
  await user.click(await button('Send again'))
  await screen.findByText('The request has changed in the meantime')
  expect((await visitor.client.accessRequests.get(request.id)).attempt).toBe(2)
  await user.click(await button('Send again'))
  await screen.findByText(/^A new mail is on its way/)
})

test('R29: a bounced mail is told, and another address is the way on', async () => {
  // a mailbox is remembered for what it did: no other test writes to this one
  const [visitor, request] = await withRequest('gone@example.com')
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  await platform.client.accessRequests.reportDelivery(request.id, { state: 'bounced', detail: '550 No such mailbox' })
  const { container } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await screen.findByText(/could not be delivered to gone@example\.com/)
  await screen.findByText('The mail server said: 550 No such mailbox')
  expect(stateOf(container)).toBe('bounced')
  expect((await button('Send again')).getAttribute('aria-disabled')).toBe('true')
  expect((await button('Change the address')).getAttribute('aria-disabled')).toBeNull()
  expect((await button('Change the address')).dataset['look']).toBe('primary')
})

test('R29: where the platform says that mail gets through again, sending it again is the way on', async () => {
  const [visitor, request] = await withRequest('back@example.com')
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  await platform.client.accessRequests.reportDelivery(request.id, { state: 'bounced' })
  await platform.client.accessRequests.reportDelivery(request.id, { state: 'deliverable' })
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  const again = await button('Send again')
  expect(again.dataset['look']).toBe('primary')
  expect((await button('Change the address')).dataset['look']).toBe('plain')
  await user.click(again)
  await user.click(await button('Send again'))
  await screen.findByText(/^A new mail is on its way to back@example\.com/)
})

test('R27 R211: until it is accepted, nothing is said to be allowed or to have arrived', async () => {
  const [visitor, request] = await withRequest()
  renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await screen.findByText(/^The mail is waiting to be sent/)
  expect(screen.queryByText('Nothing is allowed before the client has accepted.')).not.toBeNull()
})

test('R29: a client that declined is left in peace for a week; its reason stands there', async () => {
  const [visitor, request] = await withRequest()
  const client = await answering(request)
  await client.client.accessRequests.decline({ reason: 'We look after this ourselves.' })
  const { container } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await screen.findByText('We look after this ourselves.')
  expect(stateOf(container)).toBe('declined')
  const again = await button('Ask again')
  const reason = document.getElementById(again.getAttribute('aria-describedby') ?? '')?.textContent
  expect(reason).toMatch(/^The client declined a short time ago\. You can ask again from \w{3} \d/)
})

test('R36 R211: accepted is said with how far it is in effect, and what comes next', async () => {
  const [visitor, request] = await withRequest()
  const client = await answering(request)
  await client.client.accessRequests.accept({ level: request.level })
  const { grantId } = await visitor.client.accessRequests.get(request.id)
  const grant = await visitor.client.accessGrants.get(grantId ?? '')
  const onAddProducts = vi.fn<(request: AccessRequest) => void>()
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} onAddProducts={onAddProducts} />)
  expect(grant.status).toBe('activating')
  await screen.findByText('Your access is being set up. It is not in effect yet.')
  await user.click(await button('Add products'))
  expect(onAddProducts.mock.lastCall?.[0].id).toBe(request.id)
})

test('R211: what could not be set up is not said to have ended', async () => {
  const [visitor, request] = await withRequest()
  const client = await answering(request)
  await client.client.accessRequests.accept({ level: request.level })
  const platform = await server.visitor({ role: 'platform_admin', accountId: 'platform' })
  const { propagations } = platform.client
  const { data } = await propagations.list({ clientId: request.client.id, state: ['pending'] })
  for (const { id, target } of data)
    await propagations.observed(id, { outcome: target === 'grant' ? 'failed' : 'in_effect', detail: 'No such tenant' })
  renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  await screen.findByText(/^Your access could not be set up, and has never been in effect\./)
  expect(screen.queryByText(/^Next:/)).toBeNull()
})

test('a host can stop a change', async () => {
  const [visitor, request] = await withRequest()
  const onBeforeChange = vi.fn<() => boolean>(() => false)
  const { user } = renderKit(visitor, <AccessRequestStatus requestId={request.id} onBeforeChange={onBeforeChange} />)
  await user.click(await button('Send again'))
  await user.click(await button('Send again'))
  await waitFor(() => expect(onBeforeChange).toHaveBeenCalledOnce())
  expect((await visitor.client.accessRequests.get(request.id)).attempt).toBe(1)
})

test('a stranger finds no such request; other failures can be tried again', async () => {
  const [visitor, request] = await withRequest()
  const stranger = await server.visitor()
  const view = renderKit(stranger, <AccessRequestStatus requestId={request.id} />)
  await screen.findByRole('alert')
  view.unmount()
  visitor.refuse(`GET /access-requests/${request.id}`, 503, 'maintenance')
  const { user, container } = renderKit(visitor, <AccessRequestStatus requestId={request.id} />)
  within(await screen.findByRole('alert')).getByText('req_refused')
  visitor.intercept = undefined
  await user.click(await button('Try again'))
  await waitFor(() => expect(stateOf(container)).toBe('pending'))
})
