import type { AccessRequest } from '@clientele/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { carriedOut, granted, parties, type Parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { ResellerAccess } from './reseller-access.tsx'

const server = startServer()
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const stateOf = (container: HTMLElement) => container.firstElementChild?.getAttribute('data-state')
const dialog = async () => within(await screen.findByRole('alertdialog'))

/** The client has allowed it, and it is in effect. */
async function inEffect(level = 'manage'): Promise<Parties> {
  const all = await parties(server)
  await granted(server, all, { level })
  await carriedOut(all)
  return all
}

const grantOf = async ({ client, reseller }: Parties) =>
  (await reseller.client.accessGrants.list({ clientId: client.id })).data[0]!

test('R209: without access it says so, and has the way to ask', async () => {
  const { client, reseller } = await parties(server)
  const onAccessRequested = vi.fn<(request: AccessRequest) => void>()
  const section = <ResellerAccess clientId={client.id} onAccessRequested={onAccessRequested} />
  const { user, container } = renderKit(reseller, section)
  await screen.findByText(/^You have no access here/)
  expect(stateOf(container)).toBe('none')
  await user.click(await button('Request access'))
  await user.click(await screen.findByRole('radio', { name: 'Manage' }))
  await user.click(await button('Next'))
  await user.type(await screen.findByLabelText('E-mail address of the client'), 'martha@example.com')
  await user.click(await button('Send the request'))
  await user.click(await button('Done'))
  expect(onAccessRequested).toHaveBeenCalledOnce()
  await screen.findByRole('region', { name: 'Request for access' })
  expect(stateOf(container)).toBe('requested')
})

test('R27 R211: what the client accepts shows by itself, as waiting until it was seen to be in effect', async () => {
  const all = await parties(server)
  await granted(server, all)
  const section = <ResellerAccess clientId={all.client.id} />
  const { container, unmount } = renderKit(all.reseller, section)
  await screen.findByText(/^Agreed on .*not in effect yet\.$/)
  await screen.findByText(/Chosen: on\. In effect now: off\./)
  expect(stateOf(container)).toBe('waiting')
  unmount()
  await carriedOut(all)
  renderKit(all.reseller, section)
  await screen.findByText(/^In effect since /)
  screen.getByText('No end date')
  screen.getByText('Not used yet')
  expect(screen.queryByText(/Chosen: on/)).toBeNull()
})

test('R36: after the client has accepted, the next step is offered', async () => {
  const all = await inEffect()
  const onAddProducts = vi.fn<(request: AccessRequest) => void>()
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} onAddProducts={onAddProducts} />)
  await user.click(await button('Add products'))
  expect(onAddProducts.mock.lastCall?.[0]).toMatchObject({ status: 'accepted', client: { id: all.client.id } })
})

test('R5: what the level contains can be read there', async () => {
  const all = await inEffect()
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await user.click(await screen.findByText('What it contains'))
  expect(screen.getByText('It allows:').closest('details')?.open).toBe(true)
})

test('R33: it gives the access back, once it has read what that does and who is told', async () => {
  const all = await inEffect()
  const { user, container } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await user.click(await button('Give back: Manage'))
  const question = await dialog()
  question.getByText('Will be told: Martha Muster and you.')
  await user.click(question.getByRole('button', { name: 'Give back' }))
  await screen.findByText(/^Ended on .*: you gave it back\. Nothing is allowed any more/)
  expect(stateOf(container)).toBe('over')
  // the button is gone: the focus stays at what it was about
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Manage' })))
  expect(await grantOf(all)).toMatchObject({ status: 'ending', endReason: 'reseller_gave_back' })
})

test('SM3: what has ended can be asked for again, as it was asked before', async () => {
  const all = await inEffect()
  await all.reseller.client.accessGrants.end((await grantOf(all)).id)
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await user.click(await button('Ask again'))
  expect(await screen.findByRole('radio', { name: 'Manage', checked: true })).not.toBeNull()
  await user.click(await button('Next'))
  expect(await screen.findByDisplayValue('martha@mail.example.org')).not.toBeNull()
  expect(await screen.findByDisplayValue('May I look after your products?')).not.toBeNull()
  await user.click(await button('Send the request'))
  await user.click(await button('Done'))
  const { data } = await all.reseller.client.accessRequests.list({ clientId: all.client.id })
  expect(data.map(({ status, level, message }) => [status, level, message])).toEqual([
    ['pending', 'manage@1', 'May I look after your products?'],
    ['accepted', 'manage@1', 'May I look after your products?'],
  ])
})

test('R33: it lowers the level at once, and nobody has to be asked', async () => {
  const all = await inEffect('manage_and_purchase')
  const onBeforeChange = vi.fn<() => boolean | undefined>(() => undefined)
  const section = <ResellerAccess clientId={all.client.id} onBeforeChange={onBeforeChange} />
  const { user } = renderKit(all.reseller, section)
  await user.click(await button('Lower: Manage and purchase'))
  await screen.findByText('Both of you are told by mail.')
  await user.click(await screen.findByRole('radio', { name: 'Manage' }))
  onBeforeChange.mockReturnValueOnce(false)
  await user.click(await button('Lower'))
  await waitFor(() => expect(onBeforeChange).toHaveBeenCalledOnce())
  expect((await grantOf(all)).level).toBe('manage_and_purchase@1')
  await user.click(await button('Lower'))
  await screen.findByText('Manage', { selector: '[data-part=grant-name]' })
  expect((await grantOf(all)).level).toBe('manage@1')
})

test('what can be done about the only grant stands in one row, with the way to ask for more', async () => {
  const all = await inEffect()
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  const row = (await button('Give back: Manage')).closest<HTMLElement>('[data-part=actions]')!
  await user.click(within(row).getByRole('button', { name: 'Request more access' }))
  expect(await screen.findByRole('dialog')).not.toBeNull()
})

test('R171: it agrees to look after what was bought elsewhere', async () => {
  const all = await inEffect()
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await user.click(await button(/^Agree/))
  await user.click((await dialog()).getByRole('button', { name: 'Agree' }))
  await screen.findByText(/^You agreed on .* Nothing is ticked\.$/)
  expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull()
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  expect((await all.reseller.client.access.get(pair)).agreement.state).toBe('confirmed_by_reseller')
})

test('R209: the client switches it off, and the reseller reads that', async () => {
  const all = await inEffect()
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  await all.admin.client.access.save(pair, { allow: false })
  const { container } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await screen.findByText(/^The client has switched your access off/)
  await screen.findByText(/Chosen: off\./)
  expect(stateOf(container)).toBe('paused')
})

test('R211: what could not be set up is not said to have ended', async () => {
  const all = await parties(server)
  await granted(server, all)
  const { propagations } = all.platform.client
  const { data } = await propagations.list({ clientId: all.client.id, state: ['pending'] })
  for (const { id, target } of data)
    await propagations.observed(id, { outcome: target === 'grant' ? 'failed' : 'in_effect', detail: 'No such tenant' })
  renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  await screen.findByText(/^Your access could not be set up, and has never been in effect\. Ask again/)
  expect(await button('Ask again')).not.toBeNull()
})

test('the platform sees the access of the reseller that has the client, and gives nothing back in its name', async () => {
  const all = await inEffect()
  renderKit(all.platform, <ResellerAccess clientId={all.client.id} />)
  await screen.findByText(/^In effect since /)
  expect(screen.queryByRole('button', { name: /^Give back/ })).toBeNull()
})

test('a stranger finds nothing; a failure says its request id and can be tried again', async () => {
  const all = await inEffect()
  const path = `GET /clients/${all.client.id}/access/${all.reseller.accountId}`
  const stranger = await server.visitor()
  const view = renderKit(stranger, <ResellerAccess clientId={all.client.id} />)
  await screen.findByRole('alert')
  view.unmount()
  all.reseller.refuse(path, 503, 'maintenance')
  const { user } = renderKit(all.reseller, <ResellerAccess clientId={all.client.id} />)
  within(await screen.findByRole('alert')).getByText('req_refused')
  all.reseller.intercept = undefined
  await user.click(await button('Try again'))
  expect(await screen.findByText(/^In effect since /)).not.toBeNull()
})
