import {
  access,
  accessGrants,
  accessLevels,
  settings,
  type AccessGrant,
  type AccessLevel,
  type ClientAccess,
} from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { aPage, mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { aGrant, anAccess, answersOfAll, onItsWay, pair } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { inDays } from '../../../../.storybook/request-fixtures.ts'
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
const commands = '[data-part=grant] > [data-part=actions] > button'
/** Extend, allow less, end: as many of them as there are. */
const action = async ({ canvasElement }: Context, at: 'first-of-type' | 'last-of-type' | 'nth-of-type(2)') =>
  find(canvasElement, `${commands}:${at}`)

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
    await context.userEvent.click(await action(context, 'last-of-type'))
    await screen.findByRole('alertdialog')
  },
}

/** Somebody else was faster: it is said, and shown as it is now. */
export const EndFailed: Story = {
  parameters: { answers: () => [mockError(accessGrants.end, 'etag_mismatch'), ...answersOfAll([anAccess])] },
  play: async (context) => {
    await grants(context)
    await context.userEvent.click(await action(context, 'last-of-type'))
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

/** N5: a newer version of the level, as the client has it before it. */
const withOffer = (offeredVersion: NonNullable<AccessGrant['offeredVersion']>) => {
  const allowed = { allowed: true }
  const actions = { ...anAccess.grants[0]!.actions!, acceptVersion: allowed, declineVersion: allowed }
  let offered = { ...aGrant, offeredVersion, actions }
  const now = (): ClientAccess => ({ ...anAccess, grants: [offered] })
  return [
    mock(accessGrants.declineVersion, () => {
      offered = { ...offered, offeredVersion: { ...offeredVersion, declinedAt: '2025-03-04T17:03:12.018Z' } }
      return offered
    }),
    mock(accessLevels.list, aPage([manage, newer(manage, 2)])),
    mock(access.list, () => ({ ...examples.access.list.output, resellers: [now()] })),
    mock(access.get, now),
    ...answersOfAll([]),
  ]
}

export const AskingToAllowLess: Story = {
  parameters: {
    answers: () => [
      mock(accessLevels.list, aPage([{ ...manage, key: 'view', id: 'view@1', rank: 1 }, manage])),
      ...answersOfAll([anAccess]),
    ],
  },
  play: async (context) => {
    await grants(context)
    await waitFor(() => expect(context.canvasElement.querySelectorAll(commands)).toHaveLength(3))
    await context.userEvent.click(await action(context, 'nth-of-type(2)'))
    await screen.findByRole('dialog')
  },
}

/** N5: a newer version of the level would allow more. Nothing changes unless the client agrees. */
export const NewerVersionOffered: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => withOffer({ level: 'manage@2', adds: ['licenses.assign'], declinedAt: null }),
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=offer-more]')),
}

/** The client has left things as they are: one quiet line, also for whoever comes back later, that opens it again. */
export const NewerVersionLeft: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => withOffer({ level: 'manage@2', adds: ['licenses.assign'], declinedAt: '2025-03-04T17:03:12.018Z' }),
  },
  play: async ({ canvasElement, userEvent, args }) => {
    const again = () => find(canvasElement, '[data-part=grant] > [data-part=hint] > button')
    await userEvent.click(await again())
    const offer = await find(canvasElement, '[data-part=grant] > [data-part=notice]')
    await waitFor(() => expect(offer).toHaveFocus())
    await userEvent.click(await find(offer, 'button + button'))
    // it was left before: nothing is sent
    await expect(args.onChanged).not.toHaveBeenCalled()
    const line = await again()
    await waitFor(() => expect(line).toHaveFocus())
  },
}

export const LeavingNewerVersion: Story = {
  parameters: {
    answers: () => withOffer({ level: 'manage@2', adds: ['licenses.assign'], declinedAt: null }),
  },
  play: async ({ canvasElement, userEvent, args }) => {
    await userEvent.click(await find(canvasElement, '[data-part=grant] > [data-part=notice] button + button'))
    const line = await find(canvasElement, '[data-part=grant] > [data-part=hint] > button')
    await waitFor(() => expect(line).toHaveFocus())
    await expect(args.onChanged).toHaveBeenCalledWith(expect.objectContaining({ kind: 'declineVersion' }))
  },
}

const withMax = (maxDuration: string | null) =>
  mock(settings.get, {
    ...examples.settings.get.output,
    access: { ...examples.settings.get.output.access, maxDuration },
  })
const soonOver: AccessGrant = { ...aGrant, endsAt: inDays(20), expiring: true, actions: anAccess.grants[0]!.actions! }
const extending = (maxDuration: string | null) => [
  withMax(maxDuration),
  ...answersOfAll([{ ...anAccess, grants: [soonOver] }]),
]

/** Each length of time says when it ends; without an end only where the platform allows it. */
export const Extending: Story = {
  tags: ['modes'],
  parameters: { answers: () => extending(null) },
  play: async (context) => {
    await context.userEvent.click(await action(context, 'first-of-type'))
    await screen.findByRole('dialog')
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(4))
  },
}

/** Nothing is chosen beforehand: it is said where the choice is missing. */
export const ExtendingByNothing: Story = {
  parameters: { answers: () => extending('P180D') },
  play: async (context) => {
    await context.userEvent.click(await action(context, 'first-of-type'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, 'dialog [data-part=choices][aria-invalid]')
  },
}

/** The setting was changed meanwhile: what is wrong is said at the choice. */
export const ExtendingTooLong: Story = {
  parameters: {
    answers: () => [
      mockError(accessGrants.extend, 'validation_failed', {
        errors: [{ pointer: '/duration', code: 'duration_out_of_range' }],
      }),
      ...extending('P1Y'),
    ],
  },
  play: async (context) => {
    await context.userEvent.click(await action(context, 'first-of-type'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [value=P1Y]'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await find(context.canvasElement, 'dialog [data-part=choices][aria-invalid] > [data-part=error]')
  },
}

export const Extended: Story = {
  parameters: {
    answers: () => [
      mock(accessGrants.extend, { ...soonOver, endsAt: inDays(90), expiring: false }),
      ...extending('P1Y'),
    ],
  },
  play: async (context) => {
    await context.userEvent.click(await action(context, 'first-of-type'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [value=P90D]'))
    await context.userEvent.click(await find(context.canvasElement, 'dialog [type=submit]'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(context.args.onChanged).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'extend', duration: 'P90D' }),
    )
  },
}

/** It goes on by itself, as was agreed: the client can take that back alone. */
export const LettingItEnd: Story = {
  parameters: {
    answers: () => {
      const goesOn = {
        ...soonOver,
        autoExtend: 'P180D',
        actions: { ...soonOver.actions!, letRunOut: { allowed: true } },
      }
      return answersOfAll([{ ...anAccess, grants: [goesOn] }])
    },
  },
  play: async (context) => {
    await context.userEvent.click(await action(context, 'nth-of-type(2)'))
    await screen.findByRole('alertdialog')
  },
}

/** What was agreed to, signed, as a file. */
export const ReceiptFailed: Story = {
  parameters: { answers: () => [mockError(accessGrants.receipt, 'internal'), ...answersOfAll([anAccess])] },
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=receipt] button'))
    await find(canvasElement, '[data-part=receipt] [role=alert]')
  },
}

const askForLinks = async ({ canvasElement, userEvent }: Context) => {
  await userEvent.click(await find(canvasElement, '[data-part=grants] > details > summary'))
  await userEvent.click(await find(canvasElement, '[data-part=links] button'))
  await screen.findByRole('alertdialog')
}

/** A link was passed on by mistake: all of them stop working. */
export const TakingBackLinks: Story = { tags: ['modes'], play: askForLinks }

const takeBackLinks = async (context: Context) => {
  await askForLinks(context)
  await context.userEvent.click(await find(context.canvasElement, '[role=alertdialog] [type=submit]'))
  await find(context.canvasElement, '[data-part=links] [role=status] [data-part=notice]')
}

export const LinksTakenBack: Story = { tags: ['modes'], play: takeBackLinks }

/** Nobody's mailbox is known: the links are dead all the same. */
export const LinksTakenBackWithoutMail: Story = {
  parameters: { answers: () => [mock(access.replaceLinks, { sentTo: null }), ...answersOfAll([anAccess])] },
  play: takeBackLinks,
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
      const actions = {
        end: refused,
        lower: refused,
        extend: refused,
        letRunOut: refused,
        acceptVersion: refused,
        declineVersion: refused,
      }
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
    // it begins at Cancel
    await find(canvasElement, '[role=alertdialog] [type=submit] + :focus')
    await userEvent.tab({ shift: true })
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledWith({ kind: 'pause' }))
  },
}
