import { access } from '@clientele/contract'
import { mock, mockError, refuse } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { anAccess, answersOf, late, onItsWay, pair } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { ResellerAccessToggle } from './reseller-access-toggle.tsx'

const meta = {
  title: 'Components/ResellerAccessToggle',
  component: ResellerAccessToggle,
  args: { ...pair, onSaved: fn(), onDirtyChange: fn() },
  parameters: { api: () => ({ role: 'client_admin' as const }), answers: () => answersOf() },
} satisfies Meta<typeof ResellerAccessToggle>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const [storage] = anAccess.direct
const off = { ...anAccess.allow, wanted: false, observed: false }
const ticked = [{ ...storage!, wanted: true, observed: true }]
const state = (name: string) => ({
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) =>
    void (await find(canvasElement, `[data-clientele=reseller-access-toggle][data-state=${name}]`)),
})
const theSwitch = ({ canvasElement }: Context) => find<HTMLInputElement>(canvasElement, '[role=switch]')
const theTick = ({ canvasElement }: Context) =>
  find<HTMLInputElement>(canvasElement, '[data-part=tick] [type=checkbox]')
const save = async ({ canvasElement, userEvent }: Context) =>
  userEvent.click(await find(canvasElement, '[type=submit]:not([aria-disabled])'))

export const On: Story = { tags: ['modes'], ...state('on') }

export const Off: Story = { parameters: { answers: () => answersOf({ allow: off }) }, ...state('off') }

/** Nothing is sent yet: it says what will happen, and that commerce stays (R170, R200). */
export const Unsaved: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await theSwitch(context))
    await find(context.canvasElement, '[data-state=unsaved] [data-part=effects]')
    await expect(context.args.onDirtyChange).toHaveBeenLastCalledWith(true)
  },
}

/** Saved is not in effect (R211): both values, and the time it may take (R165). */
export const SavedAndPending: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await theSwitch(context))
    await save(context)
    await find(context.canvasElement, '[data-state=pending] [data-tone=positive]')
    await expect(context.args.onDirtyChange).toHaveBeenLastCalledWith(false)
  },
}

export const Pending: Story = {
  parameters: { answers: () => answersOf({ allow: { ...anAccess.allow, observed: false, ...onItsWay } }) },
  ...state('pending'),
}

export const Overdue: Story = {
  parameters: { answers: () => answersOf({ allow: { ...anAccess.allow, observed: false, ...late } }) },
  ...state('overdue'),
}

/** The clause is named, and pausing is offered: that no contract prevents. */
export const LockedByContract: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersOf({ lockedByContract: '§ 7.2 of the service agreement' }) },
  play: async (context) => {
    const box = await theSwitch(context)
    await context.userEvent.click(box)
    await expect(box).toBeChecked()
    await expect(box).toHaveAccessibleDescription(/7\.2/)
  },
}

/** Ticks are kept, grey and without effect, while the switch is off (R173, R176). */
export const OffWithTicksKept: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersOf({ allow: off, direct: ticked }) },
  play: async (context) => {
    const tick = await theTick(context)
    await context.userEvent.click(tick)
    await expect(tick).toBeChecked()
    await expect(tick).toHaveAttribute('aria-disabled', 'true')
  },
}

/** A tick needs the reseller's agreement; the client can vouch for it in the same save (R171). */
export const TickWithoutAgreement: Story = {
  play: async (context) => {
    await context.userEvent.click(await theTick(context))
    await save(context)
    const agreed = await find(context.canvasElement, '[data-part=ticks] > label [type=checkbox][aria-invalid=true]')
    await waitFor(() => expect(agreed).toHaveFocus())
  },
}

export const TickPending: Story = {
  parameters: { answers: () => answersOf({ direct: [{ ...storage!, wanted: true, ...onItsWay }] }) },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=tick] [data-state=pending]')),
}

export const WithoutDirectSubscriptions: Story = {
  parameters: { answers: () => answersOf({ direct: [] }) },
  ...state('on'),
}

/** Everything stands still, whatever the switch says. */
export const Paused: Story = {
  parameters: {
    answers: () => answersOf({ pausedAt: '2025-03-12T21:47:09.383Z', allow: { ...anAccess.allow, observed: false } }),
  },
  ...state('on'),
}

/** Here it counts already; elsewhere it is on its way. */
export const Pausing: Story = {
  parameters: {
    answers: () => answersOf({ pausedAt: '2025-03-12T21:47:09.383Z', allow: { ...anAccess.allow, ...onItsWay } }),
  },
  ...state('pending'),
}

const readOnly = (code: 'actor_not_managed_identity' | 'permission_denied') => ({
  answers: () => answersOf({ actions: { ...anAccess.actions, save: { allowed: false, code } } }),
})

/** R166: an organization decides by an account of its own, not by a private mailbox. */
export const PrivateMailbox: Story = { parameters: readOnly('actor_not_managed_identity'), ...state('on') }

/** Who only uses the account may look. */
export const ReadOnly: Story = { parameters: readOnly('permission_denied'), ...state('on') }

/** Somebody else decided meanwhile (412): it is shown, and what was chosen stays to be looked at again. */
export const ChangedMeanwhile: Story = {
  parameters: {
    answers: () => {
      let isChanged = false
      const changed = { ...anAccess, lockedByContract: null, direct: ticked, etag: '"7"' }
      return [
        mock(access.get, () => (isChanged ? changed : anAccess)),
        mock(access.save, () => {
          isChanged = true
          return refuse('etag_mismatch', { etag: '"7"' })
        }),
      ]
    },
  },
  play: async (context) => {
    await context.userEvent.click(await theSwitch(context))
    await save(context)
    await context.canvas.findByRole('alert')
    await expect(await theSwitch(context)).not.toBeChecked()
  },
}

export const Saving: Story = {
  parameters: { answers: () => [unanswered(access.save), ...answersOf()] },
  play: async (context) => {
    await context.userEvent.click(await theSwitch(context))
    await save(context)
    await find(context.canvasElement, '[type=submit][aria-disabled=true]')
  },
}

export const SaveFailed: Story = {
  parameters: { answers: () => [mockError(access.save, 'internal'), ...answersOf()] },
  play: async (context) => {
    await context.userEvent.click(await theSwitch(context))
    await save(context)
    await context.canvas.findByRole('alert')
  },
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

/** Space moves the switch, Enter saves. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvasElement, userEvent, args } = context
    await tabTo(userEvent, await theSwitch(context))
    await userEvent.keyboard(' ')
    await tabTo(userEvent, await find(canvasElement, '[type=submit]'))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onSaved).toHaveBeenCalled())
  },
}
