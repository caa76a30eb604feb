import { access, propagations } from '@clientele/contract'
import { mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import type { HttpHandler } from 'msw'
import { expect } from 'storybook/test'
import { anAccess, answersOf, late, onItsWay, pair } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { PropagationBadge } from './propagation-badge.tsx'

const meta = {
  title: 'Components/PropagationBadge',
  component: PropagationBadge,
  args: pair,
  parameters: { answers: () => answersOf() },
} satisfies Meta<typeof PropagationBadge>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const state = (name: string) => ({
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) =>
    void (await find(canvasElement, `[data-clientele=propagation-badge][data-state=${name}]`)),
})

export const InSync: Story = state('in_sync')

/** Switched on a few minutes ago: both values, since when, and how long it may take (R165). */
export const Pending: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersOf({ allow: { ...anAccess.allow, observed: false, ...onItsWay } }) },
  ...state('pending'),
}

/** Nobody knows yet how long it usually takes. */
export const PendingWithoutExperience: Story = {
  parameters: {
    answers: () =>
      answersOf({
        allow: { ...anAccess.allow, wanted: false, ...onItsWay },
        propagation: { max: 'PT24H', typical: null },
      }),
  },
  ...state('pending'),
}

/** Longer than it may take. It is no failure, and is not shown as one (R211). */
export const Overdue: Story = {
  parameters: { answers: () => answersOf({ allow: { ...anAccess.allow, observed: false, ...late } }) },
  ...state('overdue'),
}

const overdue = (...more: readonly HttpHandler[]) => ({
  answers: () => [...more, ...answersOf({ allow: { ...anAccess.allow, observed: false, ...late } })],
})
const checkAgain = async ({ canvasElement, userEvent }: Context) =>
  userEvent.click(await find(canvasElement, '[data-part=recheck] button'))

/** N7: whoever waits need not wait for the next try. */
export const CheckedAgain: Story = {
  tags: ['modes'],
  parameters: overdue(mock(propagations.recheck, { asked: 2 })),
  play: async (context) => {
    await checkAgain(context)
    const said = await find(context.canvasElement, '[data-part=recheck] [role=status]:not(:empty)')
    await expect(said).toBeVisible()
  },
}

/** It was tried within the last minute. */
export const CheckedAMomentAgo: Story = {
  parameters: overdue(mock(propagations.recheck, { asked: 0 })),
  play: CheckedAgain.play!,
}

export const CheckFailed: Story = {
  parameters: overdue(mockError(propagations.recheck, 'internal')),
  play: async (context) => {
    await checkAgain(context)
    await context.canvas.findByRole('alert')
  },
}

export const CheckedByKeyboard: Story = {
  tags: ['!autodocs'],
  parameters: overdue(mock(propagations.recheck, { asked: 1 })),
  play: async ({ canvasElement, userEvent }) => {
    await tabTo(userEvent, await find(canvasElement, '[data-part=recheck] button'))
    await userEvent.keyboard('{Enter}')
    await find(canvasElement, '[data-part=recheck] [role=status]:not(:empty)')
  },
}

/** Of a single subscription below the switch. */
export const OfOneSubscription: Story = {
  args: { subscriptionId: anAccess.direct[0]!.subscription.id },
  play: async ({ canvas }) => void expect(await canvas.findByRole('status')).toBeVisible(),
}

export const NotThere: Story = {
  args: { subscriptionId: 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RD' },
  ...state('missing'),
}

export const Loading: Story = { parameters: { answers: () => [unanswered(access.get)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(access.get, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: { answers: () => [mockError(access.get, 'permission_denied')] },
  ...state('forbidden'),
}
