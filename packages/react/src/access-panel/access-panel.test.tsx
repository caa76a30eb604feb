import type { PublishLevel } from '@clientele/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { resellerAccessToggleStrings } from '../reseller-access-toggle/reseller-access-toggle.strings.ts'
import { carriedOut, granted, parties, type Parties } from '../testing/granting.ts'
import { keptFiles } from '../testing/kept-files.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer } from '../testing/start-server.ts'
import { accessActivityStrings } from './access-activity.strings.ts'
import { accessGrantsStrings } from './access-grants.strings.ts'
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

test('N8: a pause is said once for all resellers, and what was saved before it is no news any more', async () => {
  const all = await withAccess()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  const box = await screen.findByRole('switch')
  for (const turn of [0, 1]) {
    await user.click(box)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(turn === 0 ? /Chosen: off\./ : /Chosen: on\./)
    await screen.findByText(/^Saved\./)
  }
  await user.click(await screen.findByRole('button', { name: strings.pause }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: strings.pause }))
  await screen.findByText(/Chosen: paused\./)
  screen.getByText(strings.pausedTitle)
  expect(screen.queryByText(/^Saved\./)).toBeNull()
  expect(screen.queryByText(/^All access has been paused/)).toBeNull()
  await user.click(screen.getByRole('button', { name: strings.resume }))
  await waitFor(() => expect(root()?.getAttribute('data-state')).toBe('filled'))
  expect(screen.queryByText(/^Saved\./)).toBeNull()
})

test('what is switched off is not said to be paused: nothing but its switch brings it back', async () => {
  const all = await withAccess()
  const pair = { id: all.client.id, resellerId: all.reseller.accountId }
  await all.admin.client.access.save(pair, { allow: false })
  expect((await all.admin.client.access.get(pair)).grants[0]?.status).toBe('paused')
  const { unmount } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  const grant = () => screen.findByRole('article', { name: 'Manage' })
  expect(within(await grant()).queryByText('Paused')).toBeNull()
  unmount()

  await all.admin.client.access.save(pair, { allow: true })
  await all.admin.client.access.pause(all.client.id)
  renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  within(await grant()).getByText('Paused')
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

test('by keyboard: the focus stays where a button was that has done its work and is gone', async () => {
  const all = await withAccess()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  const confirmed = async (name: string, action: string) => {
    ;(await screen.findByRole('button', { name })).focus()
    await user.keyboard('{Enter}')
    within(await screen.findByRole('alertdialog'))
      .getByRole('button', { name: action })
      .focus()
    await user.keyboard('{Enter}')
  }
  const hasFocus = (element: Element) => waitFor(() => expect(document.activeElement).toBe(element))
  const panel = await screen.findByRole('region', { name: strings.title })

  await confirmed(strings.pause, strings.pause)
  await hasFocus(panel)
  ;(await screen.findByRole('button', { name: strings.resume })).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('button', { name: strings.resume })).toBeNull())
  await hasFocus(panel)
  await confirmed('End access: Manage, Hafenhost', accessGrantsStrings.end)
  await screen.findByText(/^Ended .*, on your side/)
  await hasFocus(screen.getByRole('article', { name: 'Manage' }))
})

test('a dialog that is closed gives the focus back to its button, not to what is around it', async () => {
  const all = await withAccess()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  const end = await screen.findByRole('button', { name: 'End access: Manage, Hafenhost' })
  end.focus()
  await user.keyboard('{Enter}')
  const focused: unknown[] = []
  document.addEventListener('focusin', ({ target }) => focused.push(target))
  within(await screen.findByRole('alertdialog'))
    .getByRole('button', { name: 'Cancel' })
    .focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(end))
  expect(focused).not.toContain(screen.getByRole('article', { name: 'Manage' }))
})

test('R33: allows less at once; a level has to be chosen', async () => {
  const all = await parties(server)
  await granted(server, all, { level: 'manage_and_purchase' })
  await carriedOut(all)
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Allow less: Manage and purchase, Hafenhost' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Allow Hafenhost less' }))
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Cancel' }))
  await user.click(dialog.getByRole('button', { name: 'Allow less' }))
  dialog.getByText('Choose a level.')
  await user.click(dialog.getByRole('radio', { name: 'Manage' }))
  await user.click(dialog.getByRole('button', { name: 'Allow less' }))
  await screen.findByRole('article', { name: 'Manage' })
  expect(screen.queryByRole('article', { name: 'Manage and purchase' })).toBeNull()
})

test('extends what ends, and says beforehand until when', async () => {
  const all = await parties(server)
  const { grantId } = await granted(server, all, { duration: 'P30D' })
  await carriedOut(all)
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Extend: Manage, Hafenhost' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Extend “Manage” for Hafenhost' }))
  const year = await dialog.findByRole('radio', { name: '1 year' })
  // what would end no later is not offered
  expect(dialog.getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual(['P90D', 'P1Y', 'endless'])
  const until = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
  const inAYear = new Date()
  inAYear.setUTCFullYear(inAYear.getUTCFullYear() + 1)
  dialog.getByText(`Ends ${until.format(inAYear)}`)
  dialog.getByText('Will be told: Hafenhost and you.')
  await user.click(dialog.getByRole('button', { name: 'Extend' }))
  dialog.getByText('Choose how long.')
  await user.click(year)
  await user.click(dialog.getByRole('button', { name: 'Extend' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await screen.findByText(new RegExp(`Ends ${until.format(inAYear)}`))
  const { endsAt } = await all.reseller.client.accessGrants.get(grantId)
  expect(endsAt?.slice(0, 10)).toBe(inAYear.toISOString().slice(0, 10))
})

test('a length that is not allowed any more is refused at the choice, and what was chosen stays', async () => {
  const all = await parties(server)
  const { grantId } = await granted(server, all, { duration: 'P30D' })
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Extend: Manage, Hafenhost' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('radio', { name: '90 days' }))
  // it lasts longer already, by another window
  await all.admin.client.accessGrants.extend(grantId, { duration: 'P1Y' })
  await user.click(dialog.getByRole('button', { name: 'Extend' }))
  await dialog.findByRole('alert')
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: '90 days' }).checked).toBe(true)
})

test('what would go on by itself is let run out', async () => {
  const all = await parties(server)
  const { grantId } = await granted(server, all, { duration: 'P90D', autoExtend: 'P90D' })
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await screen.findByText(/extended automatically by 90 days/)
  await user.click(await screen.findByRole('button', { name: 'Let it end: Manage, Hafenhost' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: 'Let it end' }))
  await waitFor(() => expect(screen.queryByText(/extends itself/)).toBeNull())
  expect((await all.reseller.client.accessGrants.get(grantId)).autoExtend).toBeNull()
})

test('N5: a newer version is left as it is, which the server keeps; it can be looked at and agreed to later', async () => {
  const level: PublishLevel = {
    family: 'console',
    rank: 1,
    capabilities: ['console.users'],
    texts: { en: { name: 'Console', summary: 'The reseller works in the console.', can: [], cannot: [] } },
  }
  const all = await parties(server)
  await server.publishLevel('console_test', level)
  const { grantId } = await granted(server, all, { level: 'console_test' })
  await carriedOut(all)
  await server.publishLevel('console_test', { ...level, capabilities: ['console.users', 'console.groups'] })
  const { user, rerender } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: accessGrantsStrings.offerLeave }))
  const again = await screen.findByRole('button', { name: accessGrantsStrings.offerAgain })
  await waitFor(() => expect(document.activeElement).toBe(again))
  screen.getByText(/^There is a newer version. You left it as it was on /)
  expect((await all.admin.client.accessGrants.get(grantId)).offeredVersion?.declinedAt).toBeTruthy()

  rerender(<AccessPanel key="later" clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: accessGrantsStrings.offerAgain }))
  await user.click(screen.getByRole('button', { name: accessGrantsStrings.offerAgree }))
  await waitFor(() => expect(screen.queryByRole('button', { name: accessGrantsStrings.offerAgree })).toBeNull())
  expect((await all.admin.client.accessGrants.get(grantId)).level).toBe('console_test@2')
})

test('the receipt of what was agreed to can be kept as a file', async () => {
  const all = await withAccess()
  const files = keptFiles()
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByRole('button', { name: 'Download receipt: Manage, Hafenhost' }))
  await waitFor(() => expect(files).toHaveLength(1))
  const [grant] = (await all.admin.client.accessGrants.list({ clientId: all.client.id })).data
  const { id, jws, later } = await all.admin.client.accessGrants.receipt(grant!.id)
  expect(files[0]?.name).toBe(`${id}.json`)
  expect(JSON.parse((await files[0]?.blob.text()) ?? '')).toEqual({ jws, later })
})

test('links that were mailed are taken back, and whoever has one sees nothing any more', async () => {
  const all = await parties(server)
  const { manageLink } = await granted(server, all)
  const holder = await server.visitor({ link: new URL(manageLink ?? '').hash.slice(1), isSignedIn: false })
  expect((await holder.client.access.managed()).access.reseller.name).toBe('Hafenhost')
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} />)
  await user.click(await screen.findByText(accessGrantsStrings.links))
  await user.click(screen.getByRole('button', { name: 'Take back mailed links: Hafenhost' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  await user.click(dialog.getByRole('button', { name: accessGrantsStrings.linksReplace }))
  await screen.findByText(/^The links do not work any more./)
  await expect(holder.client.access.managed()).rejects.toMatchObject({ code: 'link_invalid' })
})

test('texts of its own reach all that is inside, and no two parts call different things the same', async () => {
  const parts = [strings, resellerAccessToggleStrings, accessGrantsStrings, accessActivityStrings]
  const keys = parts.flatMap((part) => Object.keys(part))
  // these say the same in the frame and in the switch
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual(['failedTitle', 'forbiddenTitle'])

  const all = await withAccess()
  const messages = {
    title: 'Who may come in',
    allow: 'Let {reseller} in',
    end: 'Throw out',
    endEffect: 'Then {reseller} is out.',
    'access_request.accepted': 'Let somebody in',
  }
  const { user } = renderKit(all.admin, <AccessPanel clientId={all.client.id} messages={messages} />)
  await screen.findByRole('heading', { name: 'Who may come in' })
  await screen.findByRole('switch', { name: 'Let Hafenhost in' })
  await screen.findByText('Let somebody in')
  await user.click(await screen.findByRole('button', { name: 'Throw out: Manage, Hafenhost' }))
  within(await screen.findByRole('alertdialog')).getByText('Then Hafenhost is out.')
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
