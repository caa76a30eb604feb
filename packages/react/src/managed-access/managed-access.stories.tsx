import { access, type ClientAccess, type ManagedAccess as Managed } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { late, onItsWay } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { ManagedAccess } from './managed-access.tsx'

const { managed, pauseManaged, resumeManaged, endManaged, replaceManagedLink, managedReceipt } = examples.access
const active: Managed = managed.output
const [grant = null] = active.access.grants

const given = (changes: Partial<ClientAccess>): Managed => ({ ...active, access: { ...active.access, ...changes } })
const shows = (page: Managed) => ({ answers: () => [mock(access.managed, page)] })
const inStatus = (status: 'activating' | 'paused' | 'ended' | 'failed') =>
  grant ? [{ ...grant, status, lastUsedAt: null }] : []

const meta = {
  title: 'Components/ManagedAccess',
  component: ManagedAccess,
  args: { onChanged: fn() },
  parameters: {
    answers: () => [
      mock(access.managed, active),
      mock(access.pauseManaged, pauseManaged.output),
      mock(access.resumeManaged, resumeManaged.output),
      mock(access.endManaged, endManaged.output),
      mock(access.replaceManagedLink, replaceManagedLink.output),
      mock(access.managedReceipt, managedReceipt.output),
    ],
  },
} satisfies Meta<typeof ManagedAccess>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const button = ({ canvasElement }: Context, at: 'first-child' | 'last-child') =>
  find(canvasElement, `[data-part=actions] > button:${at}`)

/** What is allowed, and that it is in effect. */
export const Active: Story = {
  tags: ['modes'],
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=summary-line]'))
  },
}

/** Allowed and not in effect yet: both are said, and how long it can take (R165, R211). */
export const Waiting: Story = {
  tags: ['modes'],
  parameters: shows(
    given({ allow: { ...active.access.allow, observed: false, ...onItsWay }, grants: inStatus('activating') }),
  ),
}

export const Overdue: Story = {
  parameters: shows(
    given({ allow: { ...active.access.allow, observed: false, ...late }, grants: inStatus('activating') }),
  ),
}

/** Nowhere in effect any more. */
export const Paused: Story = {
  parameters: shows(
    given({
      pausedAt: '2025-03-12T21:47:09.383Z',
      allow: { ...active.access.allow, observed: false },
      grants: inStatus('paused'),
    }),
  ),
}

/** One press, and it counts at once; elsewhere that can take a while. */
export const Pausing: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await button(context, 'first-child'))
    await find(context.canvasElement, '[data-state=paused]')
    await expect(context.args.onChanged).toHaveBeenCalledOnce()
  },
}

/** On its way to being in effect again. */
export const Resumed: Story = {
  parameters: {
    answers: () => [mock(access.managed, pauseManaged.output), mock(access.resumeManaged, resumeManaged.output)],
  },
  play: async (context) => {
    await context.userEvent.click(await button(context, 'first-child'))
    await find(context.canvasElement, '[data-state=waiting]')
  },
}

/** What ending does, and what it leaves as it is, before it is done. */
export const AskingToEnd: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await button(context, 'last-child'))
    await screen.findByRole('alertdialog')
  },
}

export const Ending: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await button(context, 'last-child'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, '[data-state=ending]')
    const heading = await find(context.canvasElement, 'h2')
    await waitFor(() => expect(heading).toHaveFocus())
  },
}

/** It ran out, or somebody ended it. */
export const Ended: Story = {
  parameters: shows(
    given({
      grants: inStatus('ended').map((one) => ({
        ...one,
        endedAt: '2025-05-02T10:05:44.300Z',
        endReason: 'reseller_gave_back' as const,
      })),
    }),
  ),
}

/** Switched off by somebody who is signed in: by the link it cannot be switched on. */
export const SwitchedOff: Story = {
  parameters: shows(
    given({ allow: { ...active.access.allow, wanted: false, observed: false }, grants: inStatus('paused') }),
  ),
}

export const ChangeFailed: Story = {
  parameters: { answers: () => [mock(access.managed, active), mockError(access.pauseManaged, 'internal')] },
  play: async (context) => {
    await context.userEvent.click(await button(context, 'first-child'))
    await context.canvas.findByRole('alert')
  },
}

/** An organisation lets nobody back in by a link alone: what stops access is for whoever has it (R166). */
export const ResumeRefused: Story = {
  tags: ['modes'],
  args: { onSignIn: fn() },
  parameters: {
    answers: () => [
      mock(access.managed, pauseManaged.output),
      mockError(access.resumeManaged, 'actor_not_managed_identity', { identityKind: 'unknown' }),
    ],
  },
  play: async (context) => {
    await context.userEvent.click(await button(context, 'first-child'))
    const refusal = await find(context.canvasElement, '[data-state=paused] [role=alert]')
    await expect(await button(context, 'first-child')).toHaveAttribute('aria-describedby', refusal.id)
    await context.userEvent.click(await find(refusal, 'button'))
    await expect(context.args.onSignIn).toHaveBeenCalledOnce()
  },
}

/** Somebody else was faster: it is read again, and nothing more is done. */
export const EndedMeanwhile: Story = {
  parameters: {
    answers: () => [
      mock(access.managed, active, { once: true }),
      mock(access.managed, endManaged.output),
      mockError(access.endManaged, 'invalid_state_transition'),
    ],
  },
  play: async (context) => {
    await context.userEvent.click(await button(context, 'last-child'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, '[data-state=ending] [role=alert]')
  },
}

const askToReplace = async ({ canvasElement, userEvent }: Context) => {
  await userEvent.click(await find(canvasElement, 'section > [data-part=section-title] ~ button'))
  await screen.findByRole('alertdialog')
}

/** It was passed on by mistake: nobody who has it sees or stops anything any more. */
export const ReplacingTheLink: Story = { tags: ['modes'], play: askToReplace }

/** The link is dead, and so is the page: all that is said is where a new one went. */
export const LinkReplaced: Story = {
  tags: ['modes'],
  args: { onLinkReplaced: fn() },
  play: async (context) => {
    await askToReplace(context)
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    const notice = await find(context.canvasElement, '[data-state=replaced] [data-part=notice]')
    await waitFor(() => expect(notice).toHaveFocus())
    await expect(context.args.onLinkReplaced).toHaveBeenCalledOnce()
  },
}

/** No mailbox of the client is known. */
export const LinkReplacedWithoutMail: Story = {
  parameters: {
    answers: () => [mock(access.managed, active), mock(access.replaceManagedLink, { sentTo: null })],
  },
  play: async (context) => {
    await askToReplace(context)
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, '[data-state=replaced] [data-part=notice]')
  },
}

export const ReplacingFailed: Story = {
  parameters: { answers: () => [mock(access.managed, active), mockError(access.replaceManagedLink, 'internal')] },
  play: async (context) => {
    await askToReplace(context)
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, 'dialog [role=alert]')
  },
}

export const LinkInvalid: Story = { parameters: { answers: () => [mockError(access.managed, 'link_invalid')] } }

export const Loading: Story = { parameters: { answers: () => [unanswered(access.managed)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(access.managed, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

/** Pause, resume, and change one’s mind about ending, without a pointer. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvasElement, userEvent } = context
    const pause = await button(context, 'first-child')
    await tabTo(userEvent, pause)
    await userEvent.keyboard('{Enter}')
    await find(canvasElement, '[data-state=paused]')
    // the button has become the way back, and keeps the focus
    await waitFor(() => expect(pause).toHaveFocus())
    const end = await button(context, 'last-child')
    await tabTo(userEvent, end)
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('alertdialog')
    await tabTo(userEvent, await find(canvasElement, 'dialog [type=submit] + button'))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(end).toHaveFocus())
  },
}
