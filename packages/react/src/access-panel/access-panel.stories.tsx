import { access, accessGrants, accessLevels, type AccessLevel, type ClientAccess } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { aPage, mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { aGrant, anAccess, answersOfAll, onItsWay, pair } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { AccessPanel } from './access-panel.tsx'

const other: ClientAccess = {
  ...anAccess,
  reseller: { id: 'acc_01JH0XC9PM5R2T7WBZ6E3KJQ4V', name: 'Elbnetz' },
  link: 'secondary',
  allow: { ...anAccess.allow, wanted: false, observed: false },
  direct: [],
  grants: [],
  pendingRequestId: 'arq_01JNDMDNRPTD99ERSDRK33Z6M3',
}

const meta = {
  title: 'Components/AccessPanel',
  component: AccessPanel,
  args: { clientId: pair.clientId, onChanged: fn(), onDirtyChange: fn() },
  parameters: { api: () => ({ role: 'client_admin' as const }), answers: () => answersOfAll([anAccess]) },
} satisfies Meta<typeof AccessPanel>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const grants = ({ canvasElement }: Context) => find(canvasElement, '[data-part=grant]')
const events = ({ canvasElement }: Context) => find(canvasElement, '[data-part=event]')
const action = async ({ canvasElement }: Context, at: 'last-child' | 'first-child') =>
  find(canvasElement, `[data-part=grant] > [data-part=actions] > button:${at}`)

export const OneReseller: Story = {
  tags: ['modes'],
  play: async (context) => {
    await grants(context)
    await events(context)
  },
}

/** Each has a switch of its own: what one says does not touch the other (R201). */
export const SeveralResellers: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersOfAll([anAccess, other]) },
  play: async (context) => {
    await grants(context)
    await find(context.canvasElement, 'select')
  },
}

/** Nobody looks after the account. */
export const Empty: Story = { parameters: { answers: () => answersOfAll([]) } }

/** There is a reseller, and it may do nothing. */
export const NobodyHasAccess: Story = {
  parameters: {
    answers: () => answersOfAll([{ ...other, reseller: anAccess.reseller, pendingRequestId: null }]),
  },
}

/** What will happen is said before it does. */
export const AskingToPause: Story = {
  tags: ['modes'],
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=access-head] button'))
    await screen.findByRole('alertdialog')
  },
}

const paused = examples.access.pause.output

export const Paused: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersOfAll(paused.resellers, paused) },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-state=paused] [data-tone=warning]')),
}

/** One press, one confirmation, and it says so. */
export const PauseAndResume: Story = {
  parameters: {
    answers: () => {
      let now = examples.access.list.output
      const put = (next: typeof now) => {
        now = next
        return now
      }
      return [
        mock(access.list, () => now),
        mock(access.get, () => now.resellers[0]!),
        mock(access.pause, () => put(paused)),
        mock(access.resume, () => put(examples.access.resume.output)),
      ]
    },
  },
  play: async ({ canvasElement, userEvent, args }) => {
    await userEvent.click(await find(canvasElement, '[data-part=access-head] button'))
    await userEvent.click(await find(canvasElement, '[role=alertdialog] [type=submit]'))
    await find(canvasElement, '[data-clientele=access-panel][data-state=paused]')
    await expect(args.onChanged).toHaveBeenCalledWith({ kind: 'pause' })
    await userEvent.click(await find(canvasElement, '[data-part=access] > [data-tone=warning] button'))
    await find(canvasElement, '[data-clientele=access-panel][data-state=filled]')
  },
}

export const AskingToEnd: Story = {
  play: async (context) => {
    await grants(context)
    await context.userEvent.click(await action(context, 'last-child'))
    await screen.findByRole('alertdialog')
  },
}

/** Somebody else was faster: it is said, and shown as it is now. */
export const EndFailed: Story = {
  parameters: { answers: () => [mockError(accessGrants.end, 'etag_mismatch'), ...answersOfAll([anAccess])] },
  play: async (context) => {
    await grants(context)
    await context.userEvent.click(await action(context, 'last-child'))
    await context.userEvent.click(await find(context.canvasElement, '[role=alertdialog] [type=submit]'))
    await find(context.canvasElement, '[role=alertdialog] [role=alert]')
  },
}

const levels = examples.accessLevels.list.output.data
const newer = (level: AccessLevel, version: number): AccessLevel => ({
  ...level,
  id: `${level.key}@${version}`,
  version,
  texts: Object.fromEntries(
    Object.entries(level.texts).map(([code, texts]) => [
      code,
      {
        ...texts,
        can: [...texts.can, code === 'de' ? 'Der Reseller legt Postfächer an.' : 'The reseller adds mailboxes.'],
      },
    ]),
  ),
})
const manage = levels.find(({ id }) => id === 'manage@1')!

export const AskingToAllowLess: Story = {
  parameters: {
    answers: () => [
      mock(accessLevels.list, aPage([{ ...manage, key: 'view', id: 'view@1', rank: 1 }, manage])),
      ...answersOfAll([anAccess]),
    ],
  },
  play: async (context) => {
    await grants(context)
    await waitFor(async () => {
      const buttons = context.canvasElement.querySelectorAll('[data-part=grant] > [data-part=actions] > button')
      await expect(buttons).toHaveLength(2)
    })
    await context.userEvent.click(await action(context, 'first-child'))
    await screen.findByRole('dialog')
  },
}

/** N5: a newer version of the level would allow more. Nothing changes unless the client agrees. */
export const NewerVersionOffered: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => {
      const offeredVersion = { level: 'manage@2', adds: ['licenses.assign' as const] }
      const offered = { ...aGrant, offeredVersion, actions: { ...aGrant.actions!, acceptVersion: { allowed: true } } }
      return [
        mock(accessLevels.list, aPage([manage, newer(manage, 2)])),
        ...answersOfAll([{ ...anAccess, grants: [offered] }]),
      ]
    },
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=offer-more]')),
}

/** Agreed, and not yet in effect: it is not shown as active (R211). The one before has ended. */
export const GrantOnItsWay: Story = {
  parameters: {
    answers: () =>
      answersOfAll([
        {
          ...anAccess,
          allow: { ...anAccess.allow, observed: false, ...onItsWay },
          grants: [
            { ...aGrant, status: 'activating', activatedAt: null, lastUsedAt: null, autoExtend: 'P180D' },
            {
              ...aGrant,
              id: 'agr_01JNG1MJG6XAZXT8GV34P3H0C1',
              status: 'ended',
              endedAt: '2025-01-12T10:05:44.300Z',
              endReason: 'reseller_gave_back',
            },
          ],
        },
      ]),
  },
  play: grants as never,
}

/** Who only uses the account sees all of it, and why it cannot be changed. */
export const ForUsers: Story = {
  parameters: {
    api: () => ({ role: 'client_user' as const }),
    answers: () => {
      const refused = { allowed: false, code: 'permission_denied', data: { right: 'access.change' } }
      const actions = { end: refused, lower: refused, extend: refused, acceptVersion: refused }
      const seen = {
        ...anAccess,
        actions: { ...anAccess.actions, save: refused },
        grants: anAccess.grants.map((grant) => ({ ...grant, actions })),
      }
      return answersOfAll([seen], { actions: { pause: refused, resume: refused } })
    },
  },
  play: async (context) => {
    await grants(context)
    await find(context.canvasElement, '[data-part=access-head] [aria-disabled=true]')
  },
}

export const NothingDoneYet: Story = {
  parameters: { answers: () => [mock(access.activity, aPage([])), ...answersOfAll([anAccess])] },
  play: grants as never,
}

export const ActivityFailed: Story = {
  parameters: { answers: () => [mockError(access.activity, 'internal'), ...answersOfAll([anAccess])] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Loading: Story = { parameters: { answers: () => [unanswered(access.list)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(access.list, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = { parameters: { answers: () => [mockError(access.list, 'permission_denied')] } }

/** From the page to the pause of everything, by keyboard alone. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  parameters: { answers: () => [mock(access.pause, paused), ...answersOfAll([anAccess])] },
  play: async ({ canvasElement, userEvent, args }) => {
    await tabTo(userEvent, await find(canvasElement, '[data-part=access-head] button'))
    await userEvent.keyboard('{Enter}')
    await tabTo(userEvent, await find(canvasElement, '[role=alertdialog] [type=submit]'))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledWith({ kind: 'pause' }))
  },
}
