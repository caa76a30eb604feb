import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { carriedOut, parties, type Parties } from '../testing/granting.ts'
import { keptFiles } from '../testing/kept-files.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { ManagedAccess } from './managed-access.tsx'
import type { ManagedChange } from './use-managed-access.ts'

const server = startServer()
let mailboxes = 0

const root = () => document.querySelector('[data-clientele=managed-access]')
const state = () => root()?.getAttribute('data-state')
const button = (name: string) => screen.findByRole('button', { name })

/** A client has accepted by the link in its mail, and follows the one in the confirmation. */
async function accepted(): Promise<Parties & { holder: Visitor; recipientEmail: string }> {
  const all = await parties(server)
  const recipientEmail = `martha-${++mailboxes}@mail.example.org`
  await all.reseller.client.accessRequests.create({
    clientId: all.client.id,
    level: 'manage',
    recipientEmail,
    message: 'May I look after your products?',
    duration: 'P90D',
  })
  const asked = await server.visitor({ link: await server.mailedLink(recipientEmail), isSignedIn: false })
  const { manageLink } = await asked.client.accessRequests.accept({ level: 'manage@1' })
  const link = new URL(manageLink ?? '').hash.slice(1)
  return { ...all, recipientEmail, holder: await server.visitor({ link, isSignedIn: false }) }
}

const mayView = async ({ reseller, client }: Parties) =>
  reseller.client.access.check({ clientId: client.id, capability: 'products.view' })

test('R211: says what was allowed, and that it is not in effect before it is', async () => {
  const all = await accepted()
  const { rerender } = renderKit(all.holder, <ManagedAccess key="before" />)
  await screen.findByRole('heading', { name: 'Access of Hafenhost' })
  expect(state()).toBe('waiting')
  screen.getByText(/not in effect everywhere yet/)
  const grant = within(await screen.findByRole('region', { name: /^Manage/ }))
  grant.getByText('Your whole account, and not only what you bought from Hafenhost')
  grant.getByText('The reseller changes the settings of these products.')
  await carriedOut(all)
  rerender(<ManagedAccess key="after" />)
  await waitFor(() => expect(state()).toBe('active'))
  expect((await mayView(all)).allowed).toBe(true)
})

test('N8: pauses at once and resumes, without an account', async () => {
  const all = await accepted()
  await carriedOut(all)
  const changes: ManagedChange[] = []
  const { user } = renderKit(all.holder, <ManagedAccess onChanged={(_, change) => changes.push(change)} />)
  const pause = await button('Pause')
  await user.click(pause)
  await waitFor(() => expect(state()).toBe('paused'))
  expect(await mayView(all)).toMatchObject({ allowed: false, code: 'access_paused' })
  // the same button is the way back, and keeps the focus
  expect(document.activeElement).toBe(await button('Resume'))
  await user.click(await button('Resume'))
  await waitFor(() => expect(state()).toBe('waiting'))
  await carriedOut(all)
  expect((await mayView(all)).allowed).toBe(true)
  expect(changes).toEqual(['pause', 'resume'])
})

test('ends for good, after it has said what that does and what it does not', async () => {
  const all = await accepted()
  await carriedOut(all)
  const { user } = renderKit(all.holder, <ManagedAccess />)
  await user.click(await button('End access'))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'End the access of Hafenhost?' }))
  dialog.getByText(/no longer be able to manage your products, open your console or send support requests/)
  dialog.getByText('Hafenhost can still manage the subscriptions you bought from it.')
  dialog.getByText('Will be told: Hafenhost and you.')
  expect((await mayView(all)).allowed).toBe(true)
  await user.click(dialog.getByRole('button', { name: 'End access' }))
  await waitFor(() => expect(['ending', 'ended']).toContain(state()))
  const heading = screen.getByRole('heading', { name: 'Access of Hafenhost' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(await mayView(all)).toMatchObject({ allowed: false, code: 'grant_ended' })
  expect(screen.queryByRole('button', { name: 'End access' })).toBeNull()
})

test('what was ended elsewhere meanwhile is shown as it is', async () => {
  const all = await accepted()
  await carriedOut(all)
  const { user } = renderKit(all.holder, <ManagedAccess />)
  await user.click(await button('End access'))
  const dialog = within(await screen.findByRole('alertdialog'))
  await all.holder.client.access.endManaged()
  await user.click(dialog.getByRole('button', { name: 'End access' }))
  await waitFor(() => expect(['ending', 'ended']).toContain(state()))
  await screen.findByRole('alert')
})

test('R166: what the link alone may not do, it says who may, at the button, and shows the way to sign in', async () => {
  const all = await accepted()
  await carriedOut(all)
  await all.holder.client.access.pauseManaged()
  all.holder.refuse('POST /access/managed/resume', 403, 'actor_not_managed_identity')
  const onSignIn = vi.fn<() => void>()
  const { user } = renderKit(all.holder, <ManagedAccess onSignIn={onSignIn} />)
  const resume = await button('Resume')
  await user.click(resume)
  const refusal = await screen.findByRole('alert')
  expect(refusal.textContent).toMatch(/the link alone is not enough. One of its administrators has to sign in/)
  expect(resume.getAttribute('aria-describedby')).toBe(refusal.id)
  expect(state()).toBe('paused')
  await user.click(await button('Sign in'))
  expect(onSignIn).toHaveBeenCalledOnce()
})

test('a link that was passed on is replaced: it is dead, the page shows nothing more, and the new one works', async () => {
  const all = await accepted()
  const { user, unmount } = renderKit(all.holder, <ManagedAccess />)
  await user.click(await button('Replace this link'))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Replace this link?' }))
  dialog.getByText(/^This link and all others to this access stop working at once/)
  await user.click(dialog.getByRole('button', { name: 'Replace this link' }))
  const notice = await screen.findByText(`A new one was mailed to ${all.recipientEmail}.`)
  await waitFor(() => expect(document.activeElement?.contains(notice)).toBe(true))
  expect(root()?.textContent).not.toMatch(/Hafenhost/)
  unmount()

  renderKit(all.holder, <ManagedAccess />)
  await waitFor(() => expect(state()).toBe('invalid'))
  const link = await server.mailedLink(all.recipientEmail, 'manage_link')
  renderKit(await server.visitor({ link, isSignedIn: false }), <ManagedAccess />)
  await screen.findByRole('heading', { name: 'Access of Hafenhost' })
})

test('the receipt can be kept as a file, by the link alone', async () => {
  const all = await accepted()
  const files = keptFiles()
  const { user } = renderKit(all.holder, <ManagedAccess />)
  await user.click(await button('Download receipt: Manage'))
  await waitFor(() => expect(files).toHaveLength(1))
  const [grant] = (await all.holder.client.access.managed()).access.grants
  const { id, jws } = await all.holder.client.access.managedReceipt(grant!.id)
  expect(files[0]?.name).toBe(`${id}.json`)
  expect(JSON.parse((await files[0]?.blob.text()) ?? '')).toMatchObject({ jws })
})

test('a change that is lost on the way is done once', async () => {
  const all = await accepted()
  await carriedOut(all)
  let isLost = false
  all.holder.intercept = async ({ name }, go) => {
    const answer = await go()
    if (isLost || name !== 'POST /access/managed/pause') return answer
    isLost = true
    throw new TypeError('connection lost')
  }
  const { user } = renderKit(all.holder, <ManagedAccess />)
  await user.click(await button('Pause'))
  await screen.findByRole('alert')
  await user.click(await button('Pause'))
  await waitFor(() => expect(state()).toBe('paused'))
  const keys = all.holder.requests
    .filter(({ name }) => name.endsWith('/pause'))
    .map(({ headers }) => headers.get('idempotency-key'))
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
})

test('a link that a newer consent has replaced, or that was guessed, says what to do', async () => {
  const holder = await server.visitor({ link: 'cl_guessed', isSignedIn: false })
  renderKit(holder, <ManagedAccess />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/open the newest message/)
  expect(state()).toBe('invalid')
})

test('a server in trouble: says so, and tries again', async () => {
  const { holder } = await accepted()
  holder.refuse('GET /access/managed', 500, 'internal')
  const { user } = renderKit(holder, <ManagedAccess />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/req_refused/)
  holder.intercept = undefined
  await user.click(await button('Try again'))
  await screen.findByRole('heading', { name: 'Access of Hafenhost' })
})
