import { accessLevels } from '@clientele/contract'
import { mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { levels, manage, purchase } from '../../../../.storybook/request-fixtures.ts'
import { AccessLevelPicker } from './access-level-picker.tsx'

const meta = {
  title: 'Components/AccessLevelPicker',
  component: AccessLevelPicker,
  args: { onValueChange: fn() },
} satisfies Meta<typeof AccessLevelPicker>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const radio = ({ canvasElement }: Context, level = purchase) =>
  find<HTMLInputElement>(canvasElement, `[type=radio][value='${level.id}']`)

/** R13: nothing is chosen beforehand. The higher level says what it adds to the lower one (R12). */
export const NoneChosen: Story = {
  tags: ['modes'],
  play: async (context) => {
    await expect(await radio(context)).not.toBeChecked()
    await expect(await radio(context, manage)).not.toBeChecked()
  },
}

export const Chosen: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await radio(context))
    await find(context.canvasElement, '[data-state=chosen] [data-part=level][data-checked]')
    await expect(context.args.onValueChange).toHaveBeenCalledWith(purchase)
  },
}

/** Sentence by sentence, and what each level still does not allow. */
export const ComparisonOpen: Story = {
  tags: ['modes'],
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, 'summary'))
    await expect((await find(canvasElement, 'details')).querySelectorAll('tbody tr')).toHaveLength(6)
  },
}

/** R7: it can be asked for all the same; only buying has to wait. */
export const NeedsPaymentMethod: Story = {
  tags: ['modes'],
  args: { paymentMethodOnFile: false },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=hint][data-tone=warning]')),
}

/** What was chosen is not what would be agreed to now: it has to be read and chosen anew. */
export const RetiredVersion: Story = {
  tags: ['modes'],
  args: { defaultValue: 'manage@1' },
  parameters: { answers: () => [levels({ ...manage, id: 'manage@2', version: 2 }, purchase)] },
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[data-state=retired] [role=status]')
    await expect(canvasElement.querySelector('input:checked')).toBeNull()
  },
}

/** One that is waiting for an answer cannot be asked for again. */
export const AlreadyAskedFor: Story = { args: { askedFor: manage.id } }

/** To ask for more: what there is already says so. */
export const PresentLevel: Story = {
  tags: ['modes'],
  args: { present: manage.id },
  play: async ({ canvasElement }) => {
    await find(canvasElement, '[data-level=manage] [data-part=level-present]')
    await expect(canvasElement.querySelectorAll('[data-part=level-present]')).toHaveLength(1)
  },
}

/** What was agreed to is an earlier version of what can be asked for. */
export const PresentLevelIsOlder: Story = {
  args: { present: manage.id },
  parameters: { answers: () => [levels({ ...manage, id: 'manage@2', version: 2 }, purchase)] },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=level-present]')),
}

/** What is missing is said at the field. */
export const WithAnError: Story = { args: { error: 'Choose a level.' } }

/** Texts that the language has not are in English, and say so to those who read them out. */
export const TextsInEnglishOnly: Story = {
  globals: { language: 'de' },
  parameters: {
    answers: () => [levels({ ...manage, texts: { en: manage.texts['en']! } }, purchase)],
  },
  play: async ({ canvasElement }) => {
    await expect(await find(canvasElement, '[data-level=manage] [data-part=choice-label]')).toHaveAttribute(
      'lang',
      'en',
    )
  },
}

export const Loading: Story = { parameters: { answers: () => [unanswered(accessLevels.list)] } }

export const Empty: Story = { parameters: { answers: () => [levels()] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(accessLevels.list, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: { answers: () => [mockError(accessLevels.list, 'permission_denied', { right: 'self.read' })] },
}

/** Tab to the levels, arrows between them. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { userEvent } = context
    await tabTo(userEvent, await radio(context, manage))
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(async () => expect(await radio(context)).toBeChecked())
  },
}
