import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { carriedOut, granted, parties, type Parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { accessPanelStrings as strings } from './access-panel.strings.ts'
import { AccessPanel } from './access-panel.tsx'
import type { AccessChange } from './use-access-panel.ts'

const server = startServer()
const root = () => document.querySelector('[data-clientele=access-panel]')
const status = () => root()?.querySelector('[data-part=access] > [role=status]')?.textContent

async function withAccess(): Promise<Parties> {
  const all = await parties(server)
  await granted(server, all)
  await carriedOut(all)
  return all
}

test('R209: the client sees who has access, at which level, until when, and what was done', async () => {
  const all = await withAccess()
  renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await screen.findByRole('heading', { name: 'Hafenhost' })
  await waitFor(() => expect(status()).toBe('1 reseller has access.'))
  const grant = within(await screen.findByRole('article', { name: 'Manage' }))
  grant.getByText('Active')
  grant.getByText(/^For everything in your account · No end date · Not used yet$/)
  await screen.findByText('Allowed access')
  screen.getByText('Access took effect')
})

test('N8 scenario 35: pauses everything by one button and one confirmation, at once, and resumes it', async () => {
  const all = await withAccess()
  const changes: AccessChange[] = []
  const { user } = renderKit(
    all.admin,
    <AccessPanel clientId={all.client.id} onChanged={(change) => changes.push(change)} />,
  )
  const question = { clientId: all.client.id, capability: 'products.view' }
  expect(await all.reseller.client.access.check(question)).toMatchObject({ allowed: true })

  await user.click(await screen.findByRole('button', { name: strings.pause }))
  const dialog = within(await screen.findByRole('alertdialog'))
  dialog.getByText(/no reseller has access to your account: Hafenhost/)
  dialog.getByText('Will be told: Hafenhost and you.')
  await user.click(dialog.getByRole('button', { name: strings.pause }))
  await waitFor(() => expect(root()?.getAttribute('data-state')).toBe('paused'))
  expect(await all.reseller.client.access.check(question)).toMatchObject({ allowed: false, code: 'access_paused' })
  await screen.findByText(/Chosen: paused\./)

  await user.click(await screen.findByRole('button', { name: strings.resume }))
  await waitFor(() => expect(root()?.getAttribute('data-state')).toBe('filled'))
  expect(changes.map(({ kind }) => kind)).toEqual(['pause', 'resume'])
})

test('ends what was allowed, says what that means, and the reseller is refused', async () => {
  const all = await withAccess()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'End access: Manage, Hafenhost' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'End “Manage” for Hafenhost?' }))
  dialog.getByText(/Hafenhost would have to ask you again/)
  dialog.getByText(/can still manage the subscriptions you bought from it/)
  await user.click(dialog.getByRole('button', { name: 'End access' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  await screen.findByText(/^Ended .*, on your side · For everything/)
  const answer = await all.reseller.client.access.check({ clientId: all.client.id, capability: 'products.view' })
  expect(answer).toMatchObject({ allowed: false })
})

test('R33: allows less at once; a level has to be chosen', async () => {
  const all = await parties(server)
  await granted(server, all, { level: 'manage_and_purchase' })
  await carriedOut(all)
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Allow less: Manage and purchase, Hafenhost' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Allow Hafenhost less' }))
  await user.click(dialog.getByRole('button', { name: 'Allow less' }))
  dialog.getByText('Choose a level.')
  await user.click(dialog.getByRole('radio', { name: 'Manage' }))
  await user.click(dialog.getByRole('button', { name: 'Allow less' }))
  await screen.findByRole('article', { name: 'Manage' })
  expect(screen.queryByRole('article', { name: 'Manage and purchase' })).toBeNull()
})

test('somebody ended it meanwhile: the dialog says so, and behind it stands what is true', async () => {
  const all = await withAccess()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'End access: Manage, Hafenhost' }))
  const [grant] = (await all.reseller.client.accessGrants.list({ clientId: all.client.id })).data
  await all.reseller.client.accessGrants.end(grant!.id)
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'End access' }))
  expect(await screen.findByText(/given back by the reseller/)).toBeTruthy()
})

test('a host can stop what was decided', async () => {
  const all = await withAccess()
  const onBeforeChange = vi.fn<(change: AccessChange) => boolean>(() => false)
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} onBeforeChange={onBeforeChange} />)
  await user.click(await screen.findByRole('button', { name: strings.pause }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: strings.pause }))
  await waitFor(() => expect(onBeforeChange).toHaveBeenCalledWith({ kind: 'pause' }))
  expect(all.admin.requests.some(({ name }) => name.endsWith('/pause'))).toBe(false)
})

test('tells once that something is not saved, whichever switch it is', async () => {
  const all = await withAccess()
  const onDirtyChange = vi.fn<(isDirty: boolean) => void>()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} onDirtyChange={onDirtyChange} />)
  const box = await screen.findByRole('switch')
  await user.click(box)
  await user.click(box)
  expect(onDirtyChange.mock.calls).toEqual([[true], [false]])
})

test('a user of the client sees everything, and why it cannot be changed', async () => {
  const all = await withAccess()
  const visitor = await server.visitor({ role: 'client_user', accountId: all.client.id })
  renderKit(visitor, <AccessPanel clientId={all.client.id} />)
  const pause = await screen.findByRole('button', { name: strings.pause })
  expect(pause.getAttribute('aria-disabled')).toBe('true')
  const reason = document.getElementById(pause.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toContain('Your role does not allow this')
})

test('before anything was agreed: nobody can do anything', async () => {
  const all = await parties(server)
  renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await waitFor(() => expect(status()).toBe(strings.nobody))
  await screen.findByText('Hafenhost has no access that you agreed to.')
  expect(screen.queryByRole('button', { name: strings.pause })).toBeNull()
})

test('what was done comes page after page', async () => {
  const all = await withAccess()
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  for (let turn = 0; turn < 12; turn += 1) await all.admin.client.access.save(pair, { allow: turn % 2 === 1 })
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  const more = await screen.findByRole('button', { name: 'Show more' })
  const count = () => document.querySelectorAll('[data-part=event]').length
  const first = count()
  await user.click(more)
  await waitFor(() => expect(count()).toBeGreaterThan(first))
  expect(screen.getAllByText('Switched access off').length).toBeGreaterThan(3)
})

test('shows that it loads, that it failed with the request id, and why it is forbidden', async () => {
  const all = await withAccess()
  const path = `GET /clients/${all.client.id}/access`
  all.admin.refuse(path, 503, 'maintenance')
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  expect(root()?.getAttribute('data-state')).toBe('loading')
  expect((await screen.findByRole('alert')).textContent).toContain('req_refused')
  all.admin.refuse(path, 403, 'account_suspended')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText(strings.forbiddenTitle)
})
