import { accessGrants, accessRequests } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { answersWith, aRequest, inDays } from '../../../../.storybook/request-fixtures.ts'
import { AccessRequestStatus } from './access-request-status.tsx'

const meta = {
  title: 'Components/AccessRequestStatus',
  component: AccessRequestStatus,
  args: { requestId: aRequest().id, onChanged: fn() },
  parameters: { answers: () => answersWith() },
} satisfies Meta<typeof AccessRequestStatus>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

/** A story of one state: it is reached, whatever else is drawn. */
const state = (name: string, given: Parameters<typeof answersWith>[0]) => ({
  parameters: { answers: () => answersWith(given) },
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) =>
    void (await find(canvasElement, `[data-clientele=access-request-status][data-state=${name}]`)),
})
const command = ({ canvasElement }: Context, place: number) =>
  find(canvasElement, `[data-part=commands] > [data-part=actions] > :nth-child(${place})`)

export const Pending: Story = { tags: ['modes'], ...state('pending', {}) }

/** The mail waits in the queue: nobody is said to have it (R211). */
export const Queued: Story = state('pending', { delivery: { state: 'queued', at: inDays(0), detail: null } })

export const Opened: Story = state('opened', { delivery: { state: 'opened', at: inDays(0), detail: null } })

const bounced = {
  delivery: { state: 'bounced' as const, at: inDays(-1), detail: '550 5.1.1 No such mailbox' },
  actions: {
    ...aRequest().actions!,
    resend: { allowed: false, code: 'recipient_bounced', data: { email: 'martha@example.com' } },
    remind: { allowed: false, code: 'recipient_bounced', data: { email: 'martha@example.com' } },
  },
}

/** Sending it there again is no use; another address is. */
export const Bounced: Story = { tags: ['modes'], ...state('bounced', bounced) }

export const Expiring: Story = { tags: ['modes'], ...state('expiring', { expiresAt: inDays(1.5) }) }

export const Expired: Story = state('expired', { status: 'expired', expiresAt: inDays(-2) })

/** On the expired page the client asked to be asked again. */
export const ExpiredAndAskedFor: Story = state('expired', {
  status: 'expired',
  expiresAt: inDays(-2),
  renewalAskedAt: inDays(-1),
})

/** With the reason, and from when on one may ask again. */
export const Declined: Story = {
  tags: ['modes'],
  ...state('declined', {
    status: 'declined',
    decidedAt: inDays(-1),
    decisionReason: 'We look after this ourselves.',
    actions: {
      ...aRequest({ status: 'declined' }).actions!,
      resend: { allowed: false, code: 'declined_recently', data: { until: inDays(6) } },
    },
  }),
}

const accepted = { status: 'accepted' as const, decidedAt: inDays(-1), grantId: examples.accessGrants.get.output.id }

/** Accepted is not yet in effect; what comes next stands there already (R36). */
export const Accepted: Story = { tags: ['modes'], args: { onAddProducts: fn() }, ...state('accepted', accepted) }

export const AcceptedAndInEffect: Story = {
  parameters: {
    answers: () => [
      mock(accessGrants.get, { ...examples.accessGrants.get.output, status: 'active' }),
      ...answersWith(accepted),
    ],
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-tone=positive][role=status]')),
}

/** It never took effect, and is not said to have ended. */
export const AcceptedButNotSetUp: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => [
      mock(accessGrants.get, { ...examples.accessGrants.get.output, status: 'failed', endedAt: inDays(0) }),
      ...answersWith(accepted),
    ],
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-tone=danger][role=status]')),
}

/** N13: for a telephone, by its camera. */
export const LinkAsCode: Story = {
  tags: ['modes'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const block = await find(canvasElement, '[data-part=link-block]')
    await userEvent.click(await find(block, '[aria-expanded=false]'))
    await expect(await canvas.findByRole('img')).toHaveAccessibleName()
  },
}

export const Canceled: Story = state('canceled', { status: 'canceled' })

export const Superseded: Story = state('superseded', { status: 'superseded' })

export const Draft: Story = state('draft', {
  status: 'draft',
  delivery: null,
  sentAt: null,
  expiresAt: null,
  attempt: 0,
  copyableLink: null,
  actions: { ...aRequest({ status: 'draft' }).actions!, send: { allowed: true }, cancel: { allowed: true } },
})

/** It says beforehand what becomes of the link that is out. */
export const ChangeAddress: Story = {
  tags: ['modes'],
  ...state('bounced', bounced),
  play: async (context) => {
    await context.userEvent.click(await command(context, 2))
    const email = await find(context.canvasElement, '[type=email]')
    await waitFor(() => expect(email).toHaveFocus())
  },
}

export const TakeBack: Story = {
  play: async (context) => {
    const { canvas, canvasElement, userEvent, args } = context
    await userEvent.click(await command(context, 4))
    await userEvent.click(await find(canvasElement, '[role=alertdialog] [type=submit]'))
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull())
  },
}

/** Why not stands beneath the commands, once for all that share it. */
export const ForSupport: Story = state('pending', {
  copyableLink: null,
  actions: {
    send: { allowed: false, code: 'permission_denied' },
    resend: { allowed: false, code: 'permission_denied' },
    remind: { allowed: false, code: 'permission_denied' },
    cancel: { allowed: false, code: 'permission_denied' },
  },
})

/** Somebody was quicker: what it is now stands there, and nothing was done. */
export const ChangedMeanwhile: Story = {
  parameters: { answers: () => [mockError(accessRequests.remind, 'etag_mismatch'), ...answersWith()] },
  play: async (context) => {
    await context.userEvent.click(await command(context, 3))
    await context.canvas.findByRole('alert')
  },
}

export const LongWords: Story = {
  tags: ['modes'],
  ...state('declined', {
    status: 'declined',
    decidedAt: inDays(-1),
    recipientEmail: `${'buchhaltung.und.verwaltung.'.repeat(3)}sued@${'weingut-'.repeat(5)}sonnenberg.example.com`,
    decisionReason: `Donaudampfschifffahrtsgesellschaft${'skapitän'.repeat(12)}. ${'We look after this ourselves. '.repeat(12)}`,
  }),
}

export const Loading: Story = { parameters: { answers: () => [unanswered(accessRequests.get)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(accessRequests.get, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: {
    answers: () => [mockError(accessRequests.get, 'permission_denied', { right: 'access_requests.read' })],
  },
}

export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { userEvent, args } = context
    await tabTo(userEvent, await command(context, 3))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
  },
}
