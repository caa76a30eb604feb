import { access, type AccessExplanation } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { pair } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { WhyButton } from './why-button.tsx'

const open = async ({ canvasElement, userEvent }: Context) => {
  await userEvent.click(await find(canvasElement, '[data-clientele=why-button] > [data-part=button]'))
  await find(canvasElement, '[data-part=why]')
}

const meta = {
  title: 'Components/WhyButton',
  component: WhyButton,
  args: { ...pair, capability: 'products.manage', onOpened: fn() },
} satisfies Meta<typeof WhyButton>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]
type Step = AccessExplanation['steps'][number]

const order: Step['step'][] = ['link', 'switch', 'grant', 'never_list', 'payment_method', 'holds', 'role']

/** Blocked at a step, with what the server would say. */
function blockedBy(
  step: Step['step'],
  removableBy: AccessExplanation['removableBy'],
  code: NonNullable<Step['code']>,
  data: Record<string, unknown> = {},
): Partial<Story> {
  const why = { code, data }
  const passed = order.slice(0, order.indexOf(step)).map((one) => ({ step: one, ok: true }))
  const answer = { allowed: false, ...why, grantId: null, steps: [...passed, { step, ok: false, ...why }], removableBy }
  return {
    parameters: { answers: () => [mock(access.explain, answer)] },
    play: async (context) => {
      await open(context)
      await find(context.canvasElement, '[data-state=blocked] [data-part=step-reason]')
    },
  }
}

const asClient = { api: () => ({ role: 'client_admin' as const }) }
const { clientId, resellerId } = pair
const since = '2025-03-12T21:47:09.383Z'
const expectedBy = '2025-03-13T21:47:09.383Z'

/** Nothing is asked before it is opened. */
export const Closed: Story = {}

export const NoLink: Story = blockedBy('link', 'platform', 'link_missing', { clientId, resellerId })

export const SwitchedOff: Story = {
  tags: ['modes'],
  ...blockedBy('switch', 'client', 'access_switch_off', { clientId, resellerId }),
}

export const Paused: Story = blockedBy('switch', 'client', 'access_paused', { clientId, since })

/** The client itself asks: it can do something about it. */
export const PausedSeenByTheClient: Story = {
  ...blockedBy('switch', 'client', 'access_paused', { clientId, since }),
  parameters: { ...asClient, answers: () => [mock(access.explain, examples.access.explain.output)] },
}

export const OnItsWay: Story = blockedBy('switch', 'time', 'propagation_pending', {
  wanted: true,
  since,
  expectedBy,
  overdue: false,
})

export const Overdue: Story = blockedBy('switch', 'time', 'propagation_pending', {
  wanted: true,
  since,
  expectedBy,
  overdue: true,
})

export const NotGranted: Story = blockedBy('grant', 'reseller', 'access_not_granted', { clientId, requestId: null })

export const NotAnswered: Story = blockedBy('grant', 'client', 'access_not_granted', {
  clientId,
  requestId: 'arq_01JNDMDNRPTD99ERSDRK33Z6M3',
})

export const Ended: Story = blockedBy('grant', 'reseller', 'grant_ended', {
  grantId: 'agr_01JNG1MJG6XAZXT8GV34P3H0C0',
  endedAt: since,
  endReason: 'expired',
})

export const NotInLevel: Story = blockedBy('grant', 'reseller', 'capability_not_in_level', {
  capability: 'products.purchase',
  level: 'manage@1',
})

export const NotInScope: Story = blockedBy('grant', 'client', 'subscription_not_in_scope', {
  subscriptionId: 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RC',
})

export const NeverAllowed: Story = blockedBy('never_list', 'nobody', 'capability_never_delegable', {
  capability: 'payment_methods.read',
})

export const NoPaymentMethod: Story = blockedBy('payment_method', 'client', 'payment_method_missing', { clientId })

export const Suspended: Story = blockedBy('holds', 'platform', 'account_suspended')

export const WrongRole: Story = {
  tags: ['modes'],
  ...blockedBy('role', 'reseller', 'role_required', { roles: ['reseller_owner', 'reseller_manager'] }),
}

/** It was refused a moment ago, and is possible by now. */
export const Allowed: Story = {
  parameters: {
    answers: () => [
      mock(access.explain, {
        allowed: true,
        grantId: 'agr_01JNG1MJG6XAZXT8GV34P3H0C0',
        steps: order.map((step) => ({ step, ok: true })),
        removableBy: null,
      }),
    ],
  },
  play: open,
}

export const Loading: Story = { parameters: { answers: () => [unanswered(access.explain)] }, play: open }

export const Failed: Story = {
  parameters: { answers: () => [mockError(access.explain, 'internal')] },
  play: async (context) => {
    await open(context)
    await context.canvas.findByRole('alert')
  },
}

export const Forbidden: Story = {
  parameters: { answers: () => [mockError(access.explain, 'permission_denied')] },
  play: open,
}

/** Enter opens and moves into it, Escape closes and gives the focus back. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement, userEvent, args }) => {
    const button = await find(canvasElement, '[data-clientele=why-button] > [data-part=button]')
    await tabTo(userEvent, button)
    await userEvent.keyboard('{Enter}')
    const answer = await find(canvasElement, '[data-part=why]')
    await waitFor(() => expect(answer).toHaveFocus())
    await expect(args.onOpened).toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(button).toHaveFocus())
  },
}
