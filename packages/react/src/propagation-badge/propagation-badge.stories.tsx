import { access } from '@clientele/contract'
import { mockError } from '@clientele/mocks'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { anAccess, answersOf, late, onItsWay, pair } from '../../../../.storybook/access-fixtures.ts'
import { find } from '../../../../.storybook/find.ts'
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
