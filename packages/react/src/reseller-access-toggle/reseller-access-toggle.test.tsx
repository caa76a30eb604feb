import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { deAccess } from '../locales/de-access.ts'
import { de } from '../locales/de.ts'
import { carriedOut, granted, parties, type Parties } from '../testing/granting.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { accessErrorStrings } from '../words/access-error.strings.ts'
import { resellerAccessToggleStrings as strings } from './reseller-access-toggle.strings.ts'
import { ResellerAccessToggle, type ResellerAccessToggleProps } from './reseller-access-toggle.tsx'

const server = startServer()
const button = (name: string) => screen.getByRole('button', { name })
const findSwitch = () => screen.findByRole<HTMLInputElement>('switch')
const root = () => document.querySelector('[data-clientele=reseller-access-toggle]')
const said = (text: string) => text.replaceAll('{reseller}', 'Hafenhost')

function show({ client, reseller, admin }: Parties, props: Partial<ResellerAccessToggleProps> = {}) {
  return renderKit(admin, <ResellerAccessToggle clientId={client.id} resellerId={reseller.accountId} {...props} />)
}

async function withAccess(): Promise<Parties> {
  const all = await parties(server)
  await granted(server, all)
  await carriedOut(all)
  return all
}

async function withDirect(all: Parties) {
  return all.platform.client.subscriptions.record({ clientId: all.client.id, sku: 'workspace_storage', soldById: null })
}

test('R168 R170 R211 scenario 12: says what will happen, sends nothing before Save, and is not done when it is saved', async () => {
  const all = await withAccess()
  const onDirtyChange = vi.fn<(isDirty: boolean) => void>()
  const onSaved = vi.fn<() => void>()
  const { user } = show(all, { onDirtyChange, onSaved })
  await user.click(await findSwitch())
  expect(root()?.getAttribute('data-state')).toBe('unsaved')
  screen.getByText(said(strings.effectOff))
  screen.getByText(said(strings.effectCommerce))
  expect(onDirtyChange).toHaveBeenLastCalledWith(true)
  expect(all.admin.requests.some(({ name }) => name.startsWith('PUT'))).toBe(false)

  await user.click(button('Save'))
  await screen.findByText(/Chosen: off\. In effect now: on\./)
  expect(root()?.getAttribute('data-state')).toBe('pending')
  screen.getByText(/^Saved\. It can take up to 24 hours/)
  expect(onDirtyChange).toHaveBeenLastCalledWith(false)
  expect(onSaved).toHaveBeenCalledOnce()
  const sent = all.admin.requests.find(({ name }) => name.startsWith('PUT'))
  expect(JSON.parse(sent?.body ?? '')).toEqual({ allow: false })
  expect(sent?.headers.get('if-match')).toBeTruthy()
  const question = { clientId: all.client.id, capability: 'products.view' }
  expect(await all.reseller.client.access.check(question)).toMatchObject({ allowed: false, code: 'access_switch_off' })
})

test('says that all access is paused, unless the page around does', async () => {
  const all = await withAccess()
  await all.admin.client.access.pause(all.client.id)
  const { unmount } = show(all)
  await screen.findByText(/^All access has been paused since/)
  unmount()
  show(all, { hasPauseNotice: false })
  await screen.findByText(/Chosen: paused\./)
  expect(screen.queryByText(/^All access has been paused since/)).toBeNull()
})

test('what took effect meanwhile is no conflict: the decision is sent again by itself', async () => {
  const all = await parties(server)
  await granted(server, all)
  const { user } = show(all)
  await user.click(await findSwitch())
  await carriedOut(all)
  await user.click(button('Save'))
  await screen.findByText(/^Saved\./)
  const access = await all.admin.client.access.get({ id: all.client.id, resellerId: all.reseller.accountId })
  expect(access.allow.wanted).toBe(false)
})

test('what somebody else decided meanwhile is shown, and what was chosen stays (412)', async () => {
  const all = await withAccess()
  const storage = await withDirect(all)
  const { user } = show(all)
  await user.click(await findSwitch())
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  await all.admin.client.access.save(pair, { allow: true, direct: [storage.id], resellerHasAgreed: true })
  await user.click(button('Save'))
  expect((await screen.findByRole('alert')).textContent).toContain(strings.changedTitle)
  expect((await findSwitch()).checked).toBe(false)
  await user.click(button('Save'))
  await screen.findByText(/^Saved\./)
})

test('R171 R173 R174 scenario 13: a tick needs the switch and the agreement, which the same save can give', async () => {
  const all = await withAccess()
  const storage = await withDirect(all)
  const { user } = show(all)
  const box = await findSwitch()
  const tick = () => screen.getByRole<HTMLInputElement>('checkbox', { name: storage.name })
  await waitFor(tick)

  await user.click(box)
  await user.click(tick())
  expect(tick().checked).toBe(false)
  expect(tick().getAttribute('aria-disabled')).toBe('true')
  screen.getByText(said(strings.directNeedsSwitch))
  await user.click(box)

  await user.click(tick())
  await user.click(button('Save'))
  const agreed = screen.getByRole('checkbox', { name: said(strings.agreed) })
  screen.getByText(strings.agreementWanted)
  expect(document.activeElement).toBe(agreed)
  await user.click(agreed)
  await user.click(button('Save'))
  await screen.findByText(/^Saved\./)
  expect(tick().checked).toBe(true)
  const sent = all.admin.requests.find(({ name }) => name.startsWith('PUT'))
  expect(JSON.parse(sent?.body ?? '')).toEqual({ allow: true, direct: [storage.id], resellerHasAgreed: true })
})

test('R176: ticks are kept, grey, while the switch is off, and are there again with it', async () => {
  const all = await withAccess()
  const storage = await withDirect(all)
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  await all.admin.client.access.save(pair, { allow: true, direct: [storage.id], resellerHasAgreed: true })
  await all.admin.client.access.save(pair, { allow: false })
  const { user } = show(all)
  const box = await findSwitch()
  const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: storage.name })
  expect([tick.checked, tick.getAttribute('aria-disabled')]).toEqual([true, 'true'])
  screen.getByText(/Your choice is kept/)
  await user.click(box)
  expect([tick.checked, tick.getAttribute('aria-disabled')]).toEqual([true, null])
})

test('R166: a user of the client may look, and reads why nothing can be changed', async () => {
  const all = await withAccess()
  const visitor = await server.visitor({ role: 'client_user', accountId: all.client.id })
  const { user } = show({ ...all, admin: visitor })
  const box = await findSwitch()
  await user.click(box)
  expect(box.checked).toBe(true)
  const reason = document.getElementById(box.getAttribute('aria-describedby')?.split(' ')[0] ?? '')
  expect(reason?.textContent).toContain('Your role does not allow this')
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test('a host can stop a decision, and what was chosen stays; it can be discarded', async () => {
  const all = await withAccess()
  const { user } = show(all, { onBeforeSave: () => false })
  await user.click(await findSwitch())
  await user.click(button('Save'))
  await waitFor(() => expect(button('Save').getAttribute('aria-disabled')).toBeNull())
  expect((await findSwitch()).checked).toBe(false)
  expect(all.admin.requests.some(({ name }) => name.startsWith('PUT'))).toBe(false)
  await user.click(button('Discard changes'))
  expect((await findSwitch()).checked).toBe(true)
  // the button goes with the changes: the focus is where one begins again
  expect(document.activeElement).toBe(await findSwitch())
})

test('R201: the switch of one reseller says nothing of another', async () => {
  const all = await withAccess()
  const other = await server.visitor()
  show({ ...all, reseller: other })
  expect(await screen.findByText('This does not exist, or it is not yours.')).toBeTruthy()
})

test('works by keyboard alone', async () => {
  const all = await withAccess()
  const { user } = show(all)
  await findSwitch()
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('switch'))
  await user.keyboard(' ')
  await user.tab()
  await user.keyboard('{Enter}')
  await screen.findByText(/^Saved\./)
})

test('says that it could not be loaded or saved, with the request id, and tries again', async () => {
  const all = await withAccess()
  const path = `/clients/${all.client.id}/access/${all.reseller.accountId}`
  all.admin.refuse(`GET ${path}`, 503, 'maintenance')
  const { user } = show(all)
  expect((await screen.findByRole('alert')).textContent).toContain('req_refused')
  all.admin.intercept = undefined
  await user.click(button('Try again'))
  await user.click(await findSwitch())
  all.admin.refuse(`PUT ${path}`, 403, 'actor_not_managed_identity')
  await user.click(button('Save'))
  expect((await screen.findByRole('alert')).textContent).toContain(accessErrorStrings.actor_not_managed_identity)
})

test('speaks German, durations too', async () => {
  const all = await withAccess()
  const pair = { clientId: all.client.id, resellerId: all.reseller.accountId }
  const { user } = renderKit(all.admin, <ResellerAccessToggle {...pair} />, { locale: [de, deAccess] })
  await user.click(await screen.findByRole('switch', { name: 'Zugriff für Hafenhost erlauben' }))
  expect(await screen.findByText(/Das kann bis zu 24 Stunden dauern/)).toBeTruthy()
})
