import type { AcceptedRequest, CreateAccessRequest } from '@clientele/contract'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { deAccess } from '../locales/de-access.ts'
import { de } from '../locales/de.ts'
import { parties, type Parties } from '../testing/granting.ts'
import { keptFiles } from '../testing/kept-files.ts'
import { renderKit } from '../testing/render-kit.tsx'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { AccessRequestLanding } from './access-request-landing.tsx'
import { accessRequestLandingStrings as strings } from './access-request-landing.strings.ts'

const server = startServer()
let mailboxes = 0

afterEach(() => vi.restoreAllMocks())

const root = () => document.querySelector('[data-clientele=access-request-landing]')
const state = () => root()?.getAttribute('data-state')
const button = (name: string) => screen.findByRole('button', { name })
const dialog = async () => within(await screen.findByRole('alertdialog'))

interface Asked extends Parties {
  requestId: string
  /** Whoever reads the mailbox, and nothing else is known of. */
  holder: Visitor
  mailed: string
  copied: string
}

/** A reseller has asked a client that has names only. */
async function asked(request: Partial<CreateAccessRequest> = {}): Promise<Asked> {
  const all = await parties(server)
  const recipientEmail = `martha-${++mailboxes}@mail.example.org`
  const { id, copyableLink } = await all.reseller.client.accessRequests.create({
    clientId: all.client.id,
    level: 'manage',
    recipientEmail,
    message: 'Hello {client_first_name}, may I look after your products?',
    ...request,
  })
  const mailed = await server.mailedLink(recipientEmail)
  const holder = await server.visitor({ link: mailed, isSignedIn: false })
  return { ...all, requestId: id, holder, mailed, copied: new URL(copyableLink ?? '').hash.slice(1) }
}

test('R4 R28: a client without an account reads what it would allow, and accepts by the link alone', async () => {
  const { holder, reseller, client, requestId } = await asked({ duration: 'P90D' })
  const outcomes: AcceptedRequest[] = []
  const { user } = renderKit(holder, <AccessRequestLanding onAccepted={(accepted) => outcomes.push(accepted)} />)
  await screen.findByRole('heading', { name: 'Hafenhost asks for access' })
  // the message as it stood in the mail, as plain text
  screen.getByText('Hello Martha, may I look after your products?')
  screen.getByRole('heading', { name: 'What you would allow: Manage' })
  screen.getByText('The reseller changes the settings of these products.')
  screen.getByText('With this access the reseller cannot buy products for the client.')
  screen.getByText(/^No level allows: accepting terms, seeing payment methods/)
  screen.getByText('Your whole account, and not only what you bought from Hafenhost')
  screen.getByText(/^90 days; if you accept now, until /)
  screen.getByText(/Access for Hafenhost is switched on in your account at the same time/)

  await user.click(await button('Accept'))
  const confirm = await dialog()
  confirm.getByText(/You allow “Manage” for Martha Muster. It lasts 90 days./)
  expect(outcomes).toEqual([])
  await user.click(confirm.getByRole('button', { name: 'Accept' }))

  const heading = await screen.findByRole('heading', { name: 'You have allowed Hafenhost access' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  screen.getByText(/not in effect yet/)
  const [accepted] = outcomes
  const link = screen.getByRole('link', { name: strings.manage })
  expect(link.getAttribute('href')).toBe(accepted?.manageLink)
  expect(await reseller.client.accessRequests.get(requestId)).toMatchObject({ status: 'accepted' })
  const may = await reseller.client.access.check({ clientId: client.id, capability: 'products.view' })
  expect(may.allowed).toBe(false) // R211
})

test('the receipt can be kept as a file', async () => {
  const { holder } = await asked()
  const files = keptFiles()
  const outcomes: AcceptedRequest[] = []
  const { user } = renderKit(holder, <AccessRequestLanding onAccepted={(accepted) => outcomes.push(accepted)} />)
  await user.click(await button('Accept'))
  await user.click((await dialog()).getByRole('button', { name: 'Accept' }))
  await user.click(await button('Download the receipt'))
  const [file] = files
  expect(file?.name).toBe(`${outcomes[0]?.grantId}.json`)
  expect(JSON.parse((await file?.blob.text()) ?? '')).toEqual({ jws: outcomes[0]?.receipt, later: [] })
})

test('R212: the receipt is about the language that was read', async () => {
  const { holder, platform } = await asked()
  const outcomes: AcceptedRequest[] = []
  const { user } = renderKit(holder, <AccessRequestLanding onAccepted={(accepted) => outcomes.push(accepted)} />, {
    locale: [de, deAccess],
  })
  const name = await screen.findByText('Verwalten')
  expect(name.getAttribute('lang')).toBe('de')
  await user.click(await button('Annehmen'))
  await user.click((await dialog()).getByRole('button', { name: 'Annehmen' }))
  await waitFor(() => expect(outcomes).toHaveLength(1))
  const { jws } = await platform.client.accessGrants.receipt(outcomes[0]?.grantId ?? '')
  expect(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
    wording: { languageCode: 'de' },
  })
})

test('R29: declines with a reason, which may not be too long, and asks to be asked again', async () => {
  const { holder, reseller, requestId } = await asked()
  const told: string[] = []
  const { user } = renderKit(
    holder,
    <AccessRequestLanding onDeclined={() => told.push('declined')} onAskedAgain={() => told.push('asked')} />,
  )
  await user.click(await button('Decline'))
  const confirm = await dialog()
  const reason = confirm.getByRole('textbox', { name: /Reason/ })
  await user.click(reason)
  await user.paste('x'.repeat(501))
  await user.click(confirm.getByRole('button', { name: 'Decline' }))
  confirm.getByText('This is too long: at most 500 characters.')
  expect(document.activeElement).toBe(reason)
  await user.clear(reason)
  await user.type(reason, 'We do this ourselves.')
  await user.click(confirm.getByRole('button', { name: 'Decline' }))
  const heading = await screen.findByRole('heading', { name: 'You have declined' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(await reseller.client.accessRequests.get(requestId)).toMatchObject({
    status: 'declined',
    decisionReason: 'We do this ourselves.',
  })
  await user.click(await button('Ask for a new request'))
  const answer = await screen.findByText(/Hafenhost was told .* that you would like a new request/)
  // the button is gone: what came of it has the focus
  const notice = answer.closest('[data-part=notice]')
  await waitFor(() => expect(document.activeElement).toBe(notice))
  expect(screen.queryByRole('button', { name: 'Ask for a new request' })).toBeNull()
  expect((await reseller.client.accessRequests.get(requestId)).renewalAskedAt).not.toBeNull()
  expect(told).toEqual(['declined', 'asked'])
})

test('what lasts longer than the platform allows by now is not accepted, and a new request is one click away', async () => {
  const { holder } = await asked({ duration: 'P1Y' })
  holder.refuse('POST /access-requests/current/accept', 409, 'duration_not_allowed')
  const { user } = renderKit(holder, <AccessRequestLanding />)
  await user.click(await button('Accept'))
  await user.click((await dialog()).getByRole('button', { name: 'Accept' }))
  await screen.findByText('This request cannot be accepted any more')
  screen.getByText(/Access may not last this long here any more/)
  expect(state()).toBe('outdated')
  await button('Ask for a new request')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull())
})

test('R30 R31: a link that was passed on is not enough; the host is asked to sign in or to sign up', async () => {
  const { copied } = await asked()
  const events: string[] = []
  const visitor = await server.visitor({ link: copied, isSignedIn: false })
  const { user } = renderKit(
    visitor,
    <AccessRequestLanding onSignIn={() => events.push('in')} onSignUp={() => events.push('up')} />,
  )
  // it can be read before one signs in, and not be answered
  await screen.findByText('Hello Martha, may I look after your products?')
  expect(state()).toBe('sign_in')
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull()
  await user.click(await button('Sign in'))
  await user.click(await button('Create an account'))
  expect(events).toEqual(['in', 'up'])
})

test('R30: somebody who administers nothing here reads as whom they are signed in', async () => {
  const { reseller, mailed } = await asked()
  const visitor = await server.visitor({ role: 'reseller_owner', accountId: reseller.accountId, link: mailed })
  renderKit(visitor, <AccessRequestLanding />)
  await screen.findByText(/You are signed in as Vera Viewer, who does not administer Martha Muster/)
  expect(state()).toBe('wrong_person')
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
})

test('R32 scenario 4: who administers several accounts says which is meant, and it is that one', async () => {
  const { mailed } = await asked()
  const other = await parties(server, 'Elbnetz')
  const third = await parties(server, 'Nordnetz')
  const administers = [other.client.id, third.client.id]
  const visitor = await server.visitor({ role: 'platform_admin', accountId: 'platform', link: mailed, administers })
  const outcomes: AcceptedRequest[] = []
  const { user } = renderKit(visitor, <AccessRequestLanding onAccepted={(accepted) => outcomes.push(accepted)} />)
  await user.click(await button('Accept'))
  screen.getByText('Choose the account.')
  expect(screen.queryByRole('alertdialog')).toBeNull()
  const choices = screen.getAllByRole('radio')
  expect(choices.every((choice) => !(choice as HTMLInputElement).checked)).toBe(true)
  await waitFor(() => expect(document.activeElement).toBe(choices[0]))
  await user.click(document.querySelector(`[value=${third.client.id}]`) ?? document.body)
  await user.click(await button('Accept'))
  await user.click((await dialog()).getByRole('button', { name: 'Accept' }))
  await screen.findByRole('heading', { name: 'You have allowed Hafenhost access' })
  expect(outcomes[0]?.clientId).toBe(third.client.id)
})

test('R77: an answer that is lost on the way is not given twice', async () => {
  const { holder, platform, client } = await asked()
  let isLost = false
  holder.intercept = async ({ name }, go) => {
    const answer = await go()
    if (isLost || name !== 'POST /access-requests/current/accept') return answer
    isLost = true
    throw new TypeError('connection lost')
  }
  const { user } = renderKit(holder, <AccessRequestLanding />)
  await user.click(await button('Accept'))
  const confirm = await dialog()
  await user.click(confirm.getByRole('button', { name: 'Accept' }))
  await confirm.findByRole('alert')
  await user.click(confirm.getByRole('button', { name: 'Accept' }))
  await screen.findByRole('heading', { name: 'You have allowed Hafenhost access' })
  expect((await platform.client.accessGrants.list({ clientId: client.id })).data).toHaveLength(1)
  // a kept answer has no link in it: the mail has
  expect(screen.queryByRole('link', { name: strings.manage })).toBeNull()
})

test('what was answered in another tab is not answered again', async () => {
  const { holder } = await asked()
  const { user } = renderKit(holder, <AccessRequestLanding />)
  await user.click(await button('Accept'))
  const confirm = await dialog()
  await holder.client.accessRequests.decline({})
  await user.click(confirm.getByRole('button', { name: 'Accept' }))
  await screen.findByRole('heading', { name: 'This request has been declined' })
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Nothing was done/)
  screen.getByText(/, by martha-\d+@mail\.example\.org/)
})

test('a link that was replaced says what to do', async () => {
  const { holder, reseller, requestId } = await asked()
  await reseller.client.accessRequests.resend(requestId, {})
  renderKit(holder, <AccessRequestLanding />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/Open the newest message/)
  expect(state()).toBe('invalid')
})

test('a server in trouble: says so, and tries again', async () => {
  const { holder } = await asked()
  holder.refuse('GET /access-requests/current', 500, 'internal')
  const { user } = renderKit(holder, <AccessRequestLanding />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/req_refused/)
  holder.intercept = undefined
  await user.click(await button('Try again'))
  await screen.findByRole('heading', { name: 'Hafenhost asks for access' })
})

test('the host may stop an answer', async () => {
  const { holder, reseller, requestId } = await asked()
  const answers: unknown[] = []
  const { user } = renderKit(
    holder,
    <AccessRequestLanding
      onBeforeAnswer={(answer) => {
        answers.push(answer)
        return false
      }}
    />,
  )
  await user.click(await button('Accept'))
  await user.click((await dialog()).getByRole('button', { name: 'Accept' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(answers).toEqual([{ kind: 'accept', level: 'manage@1' }])
  expect((await reseller.client.accessRequests.get(requestId)).status).toBe('pending')
})
