import { accessRequests, me, type LinkedRequest } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { aMe, mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { AccessRequestLanding } from './access-request-landing.tsx'

const asked: LinkedRequest = {
  ...examples.accessRequests.current.output,
  message:
    'Hello Martha,\n\nI would like to look after your products. For that I ask for the access “Manage”. You can end it at any time.\n\nKind regards, Jule Petersen',
  languageCode: 'en',
}
const [, purchase = asked.level] = examples.accessLevels.list.output.data
const accepted = examples.accessRequests.accept.output

const page = (changes: Partial<LinkedRequest> = {}) => mock(accessRequests.current, { ...asked, ...changes })
const viewer = (changes: Partial<LinkedRequest['viewer']>) => ({ viewer: { ...asked.viewer, ...changes } })
const shows = (changes: Partial<LinkedRequest>) => ({ answers: () => [page(changes)] })

const meta = {
  title: 'Components/AccessRequestLanding',
  component: AccessRequestLanding,
  args: { onAccepted: fn(), onDeclined: fn(), onAskedAgain: fn() },
  parameters: {
    answers: () => [
      page(),
      mock(accessRequests.accept, accepted),
      mock(accessRequests.decline, examples.accessRequests.decline.output),
    ],
  },
} satisfies Meta<typeof AccessRequestLanding>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const press = async ({ canvasElement, userEvent }: Context, answer: 'accept' | 'decline') =>
  userEvent.click(await find(canvasElement, `[data-answer=${answer}]`))

async function confirm(context: Context): Promise<void> {
  await screen.findByRole('alertdialog')
  await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
}

/** Who asks for what, what is allowed by it and what never, for how long, and how to stop it. */
export const Open: Story = { tags: ['modes'] }

/** Nothing ends it but the client, and everything is covered: both are said plainly. */
export const WithoutAnEnd: Story = { parameters: shows({ duration: null, endsAt: null }) }

/** It goes on by itself, if the client agrees to that now. */
export const ExtendsItself: Story = { parameters: shows({ autoExtend: 'P180D' }) }

export const ForSomeDomains: Story = {
  parameters: shows({
    scope: { kind: 'domains', names: ['sonnenberg.example.com', 'weingut-sonnenberg.example.org'] },
  }),
}

/** A level that buys, and nothing to pay with on file: accepting is possible, and what is left to do is said (R7). */
export const WithoutPaymentMethod: Story = { tags: ['modes'], parameters: shows({ level: purchase }) }

/** The link was passed on: whoever holds it learns nothing of the account that they may not answer for. */
export const PassedOn: Story = {
  parameters: shows({
    ...viewer({ mayAnswer: 'sign_in' }),
    scope: { kind: 'subscriptions', ids: ['sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RC', 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RD'] },
    subscriptions: [],
    paymentMethodOnFile: null,
    level: purchase,
  }),
}

/** The person administers several accounts and says which is meant (R32). */
export const SeveralAccounts: Story = {
  tags: ['modes'],
  parameters: shows(
    viewer({
      signedIn: true,
      accounts: [
        { id: 'acc_01JHB6R2WN8X4Q0TZC7YV3M5EK', name: 'Weingut Sonnenberg GmbH' },
        { id: 'acc_01JHCZ0D5TG9M1K6SNQ8RE2WXB', name: 'Hotel zur Post' },
      ],
    }),
  ),
  play: async (context) => {
    await press(context, 'accept')
    await find(context.canvasElement, '[data-part=choices][aria-invalid]')
    const first = await find(context.canvasElement, '[type=radio]')
    await waitFor(() => expect(first).toHaveFocus())
  },
}

/** What it will do, once more, before it does. */
export const Accepting: Story = {
  tags: ['modes'],
  play: async (context) => {
    await press(context, 'accept')
    await screen.findByRole('alertdialog')
  },
}

/** As many steps as to accept. A reason may be given, and need not. */
export const Declining: Story = {
  tags: ['modes'],
  play: async (context) => {
    await press(context, 'decline')
    await screen.findByRole('alertdialog')
  },
}

/** Sent and not yet answered: a second press does nothing. */
export const Sending: Story = {
  parameters: { answers: () => [page(), unanswered(accessRequests.accept)] },
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, 'dialog [type=submit][aria-disabled=true]')
  },
}

/** What happens now: nothing is in effect yet (R211). The receipt, and the link to stop it again. */
export const AcceptedNow: Story = {
  tags: ['modes'],
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, '[data-state=accepted] [data-part=receipt] button')
    await expect(context.args.onAccepted).toHaveBeenCalledOnce()
    // the focus is on what happened
    const heading = await context.canvas.findByRole('heading')
    await waitFor(() => expect(heading).toHaveFocus())
  },
}

/** The purchases wait for a payment method: said again, as something left to do. */
export const AcceptedWithoutPaymentMethod: Story = {
  parameters: {
    answers: () => [
      page({ level: purchase }),
      mock(accessRequests.accept, { ...accepted, request: { ...accepted.request, level: purchase }, manageLink: null }),
    ],
  },
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, '[data-state=accepted] [data-part=receipt] button')
  },
}

export const DeclinedNow: Story = {
  tags: ['modes'],
  play: async (context) => {
    await press(context, 'decline')
    await confirm(context)
    await find(context.canvasElement, '[data-state=declined] [data-part=notice]')
    await expect(context.args.onDeclined).toHaveBeenCalledOnce()
  },
}

/** The server is in trouble: nothing was done, and it can be tried again. */
export const AcceptFailed: Story = {
  parameters: { answers: () => [page(), mockError(accessRequests.accept, 'internal')] },
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, 'dialog [role=alert]')
  },
}

/** An organisation wants an account of its own people for this (R166). */
export const PrivateMailbox: Story = {
  parameters: {
    answers: () => [
      page(),
      mockError(accessRequests.accept, 'actor_not_managed_identity', { identityKind: 'consumer' }),
    ],
  },
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, 'dialog [role=alert]')
  },
}

/** The time ran out while it was read. */
export const ExpiredMeanwhile: Story = {
  parameters: {
    answers: () => [
      mock(accessRequests.current, asked, { once: true }),
      page({ status: 'expired' }),
      mockError(accessRequests.accept, 'access_request_expired'),
    ],
  },
  play: async (context) => {
    await press(context, 'accept')
    await confirm(context)
    await find(context.canvasElement, '[data-state=expired] [role=alert]')
  },
}

/** The client has an account: whoever answers has to be signed in as its administrator (R30). */
export const SignIn: Story = {
  tags: ['modes'],
  args: { onSignIn: fn() },
  parameters: shows({ ...viewer({ mayAnswer: 'sign_in' }), client: { ...asked.client, binding: 'bound' } }),
  play: async ({ args, canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=notice] button'))
    await expect(args.onSignIn).toHaveBeenCalledOnce()
  },
}

/** No account yet: the way to one, which keeps the request (R31). */
export const SignUp: Story = {
  args: { onSignIn: fn(), onSignUp: fn() },
  parameters: shows(viewer({ mayAnswer: 'sign_in' })),
}

/** The host shows no way to sign in: it is put into words. */
export const SignInElsewhere: Story = { parameters: shows(viewer({ mayAnswer: 'sign_in' })) }

export const WrongPerson: Story = {
  tags: ['modes'],
  args: { onSignIn: fn() },
  parameters: {
    answers: () => [
      page(viewer({ signedIn: true, mayAnswer: 'not_administrator' })),
      mock(me.get, {
        ...aMe({ role: 'client_admin' }),
        caller: { kind: 'widget_session', id: 'u-7', name: 'Erik Wolf' },
      }),
    ],
  },
  play: async ({ canvas }) => void (await canvas.findByText(/Erik Wolf/)),
}

/** The level has changed since: what nobody can agree to any more is not offered for agreement (N5). */
export const LevelHasChanged: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => {
      const level = { ...asked.level, status: 'retired' } as const
      const now = '2025-03-10T16:04:00.000Z'
      return [page({ level }), mock(accessRequests.askAgain, { ...asked, level, renewalAskedAt: now })]
    },
  },
}

export const Expired: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => [
      page({ status: 'expired' }),
      mock(accessRequests.askAgain, examples.accessRequests.askAgain.output),
    ],
  },
}

/** One click, and the reseller was told. */
export const AskedAgain: Story = {
  ...Expired,
  tags: [],
  play: async ({ args, canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=notice] button'))
    await find(canvasElement, '[data-part=asked-again]:not(:empty)')
    await expect(args.onAskedAgain).toHaveBeenCalledOnce()
  },
}

const answered = { decidedAt: '2025-03-04T07:41:30.502Z', decidedBy: 'martha@example.com' }

/** Opened again later, or by somebody else. */
export const AcceptedBefore: Story = { parameters: shows({ ...answered, status: 'accepted' }) }

export const DeclinedBefore: Story = { parameters: shows({ ...answered, status: 'declined' }) }

/** The link was cut off, replaced or taken back. */
export const LinkInvalid: Story = {
  tags: ['modes'],
  parameters: { answers: () => [mockError(accessRequests.current, 'link_invalid')] },
}

export const Loading: Story = { parameters: { answers: () => [unanswered(accessRequests.current)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(accessRequests.current, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

/** Long names and a long message break nothing. */
export const LongTexts: Story = {
  tags: ['modes'],
  parameters: shows({
    reseller: { name: 'Internetdienstleistungsgesellschaft Nordfriesland mbH & Co. KG', supportEmail: null },
    client: {
      name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      binding: 'bound',
    },
    message: `https://example.com/${'very-long-'.repeat(20)}\n\n${'We have looked after you for years. '.repeat(30)}`,
  }),
}

/** From the first control to the end without a pointer. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { args, canvasElement, canvas, userEvent } = context
    await tabTo(userEvent, await find(canvasElement, '[data-answer=decline]'))
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('alertdialog')
    await tabTo(userEvent, await find(canvasElement, 'dialog [type=submit] + button'))
    await userEvent.keyboard('{Enter}')
    const decline = await find(canvasElement, '[data-answer=decline]')
    await waitFor(() => expect(decline).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await tabTo(userEvent, await find(canvasElement, 'dialog textarea'))
    await userEvent.keyboard('We do this ourselves.')
    await tabTo(userEvent, await find(canvasElement, 'dialog [type=submit]'))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onDeclined).toHaveBeenCalledOnce())
    const heading = await canvas.findByRole('heading')
    await waitFor(() => expect(heading).toHaveFocus())
  },
}
