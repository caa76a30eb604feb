import {
  access,
  accessGrants,
  accessRequests,
  type AccessGrant,
  type AccessRequest,
  type ClientAccess,
} from '@clientele/contract'
import { aClient, aPage, aReseller, mock, mockError } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import type { HttpHandler } from 'msw'
import { expect, fn, waitFor } from 'storybook/test'
import { aGrant, anAccess, late, onItsWay } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { answersWith, aRequest, inDays, manage, purchase } from '../../../../.storybook/request-fixtures.ts'
import { ResellerAccess } from './reseller-access.tsx'

const client = { ...aClient({ name: 'Weingut Sonnenberg GmbH' }), id: anAccess.clientId }

const elbnetz = aReseller({ displayName: 'Elbnetz' })

interface Given {
  access?: Partial<ClientAccess>
  /** What was agreed; `null` for nothing. */
  grant?: Partial<AccessGrant> | null
  /** The last request, accepted if the story says nothing of it; `null` for none. */
  request?: Partial<AccessRequest> | null
}

const refused = { allowed: false, code: 'permission_denied' } as const
const accepted = { status: 'accepted', decidedAt: inDays(-20), copyableLink: null } as const

/** The API as the reseller sees it. */
function world({ access: changes = {}, grant = {}, request = {} }: Given = {}): HttpHandler[] {
  const last = request && aRequest({ ...accepted, grantId: aGrant.id, ...request })
  const given = grant && { ...aGrant, requestId: aRequest().id, endsAt: inDays(160), ...grant }
  let state: ClientAccess = { ...anAccess, direct: [], grants: given ? [given] : [], ...changes }
  const changed = (now: Partial<AccessGrant>) => {
    const grants = state.grants.map((one) => ({ ...one, ...now }))
    state = { ...state, grants }
    return grants[0]!
  }
  return [
    mock(access.get, () => state),
    mock(access.agree, () => (state = { ...state, agreement: { state: 'confirmed_by_reseller', at: inDays(0) } })),
    mock(accessGrants.end, () => changed(over('ending', 'reseller_gave_back'))),
    mock(accessGrants.lower, () => changed({ level: manage.id })),
    ...(last ? answersWith(last) : [mock(accessRequests.list, aPage([]))]),
  ]
}

function over(status: AccessGrant['status'], endReason: AccessGrant['endReason'], days = 0) {
  return { status, endReason, endedAt: inDays(-days) }
}

const meta = {
  title: 'Components/ResellerAccess',
  component: ResellerAccess,
  args: { clientId: client.id, onChanged: fn(), onAccessRequested: fn(), onAddProducts: fn() },
  parameters: { api: () => ({ data: { clients: [{ ...client, accessState: 'active' }] } }), answers: () => world() },
} satisfies Meta<typeof ResellerAccess>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

/** A story of one state: it is reached, whatever else is drawn. */
const state = (name: string, given: Given) => ({
  parameters: { answers: () => world(given) },
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    await find(canvasElement, `[data-clientele=reseller-access][data-state=${name}] [data-part=own-access]`)
  },
})

const command = ({ canvasElement }: Context, place: number) =>
  find(canvasElement, `[data-part=grant] > [data-part=actions] > :nth-child(${place} of [data-part=button])`)

export const None: Story = {
  tags: ['modes'],
  ...state('none', { grant: null, request: null }),
  parameters: {
    api: () => ({ data: { clients: [client] } }),
    answers: () => world({ grant: null, request: null }),
  },
}

/** R27: nothing is allowed before the client has answered. */
export const Requested: Story = state('requested', { grant: null, request: { status: 'pending', decidedAt: null } })

export const Bounced: Story = state('requested', {
  grant: null,
  request: {
    status: 'pending',
    decidedAt: null,
    delivery: { state: 'bounced', at: inDays(-1), detail: '550 5.1.1 No such mailbox' },
  },
})

/** R29: with the reason that the client gave. */
export const Declined: Story = {
  tags: ['modes'],
  ...state('over', {
    grant: null,
    request: {
      status: 'declined',
      decidedAt: inDays(-1),
      decisionReason: 'We look after this ourselves.',
      actions: {
        ...aRequest({ status: 'declined' }).actions!,
        resend: { allowed: false, code: 'declined_recently', data: { until: inDays(6) } },
      },
    },
  }),
}

/** The client was late, and would like to be asked again. */
export const AskedToAskAgain: Story = state('over', {
  grant: null,
  request: { status: 'expired', decidedAt: null, expiresAt: inDays(-2), renewalAskedAt: inDays(-1) },
})

const waiting = {
  access: { allow: { ...anAccess.allow, observed: false, ...onItsWay } },
  grant: { status: 'activating', activatedAt: null, lastUsedAt: null },
} as const

/** R36, R211: accepted, not in effect yet, and what comes next. */
export const Waiting: Story = { tags: ['modes'], ...state('waiting', waiting) }

export const Overdue: Story = {
  tags: ['modes'],
  ...state('waiting', {
    access: { allow: { ...anAccess.allow, observed: false, ...late } },
    grant: { ...waiting.grant, overdue: true },
  }),
}

export const Active: Story = {
  tags: ['modes'],
  ...state('active', { grant: { level: purchase.id, autoExtend: 'P180D' } }),
}

/** R5: what it allows, and what not. */
export const WhatItContains: Story = {
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, 'summary'))
    await expect(await find(canvasElement, '[data-part=limits]')).toBeVisible()
  },
}

export const Expiring: Story = state('active', { grant: { endsAt: inDays(6), expiring: true } })

export const SwitchedOff: Story = {
  tags: ['modes'],
  ...state('paused', {
    access: { allow: { ...anAccess.allow, wanted: false, observed: false } },
    grant: { status: 'paused' },
  }),
}

export const AllPaused: Story = state('paused', { access: { pausedAt: inDays(-1) }, grant: { status: 'paused' } })

export const Ending: Story = state('over', { grant: over('ending', 'client_ended') })

export const Ended: Story = { tags: ['modes'], ...state('over', { grant: over('ended', 'reseller_gave_back', 3) }) }

export const Expired: Story = state('over', { grant: over('expired', 'expired', 3) })

/** It never took effect, and is not said to have ended. */
export const CouldNotBeSetUp: Story = {
  tags: ['modes'],
  ...state('over', { grant: { ...over('failed', null), activatedAt: null } }),
}

const storage = anAccess.direct[0]!

/** R171: the client has ticked something, and said that the reseller agrees. */
export const TickedByTheClient: Story = {
  tags: ['modes'],
  ...state('active', {
    access: {
      direct: [{ ...storage, wanted: true, observed: false, ...onItsWay }],
      agreement: { state: 'attested_by_client', at: inDays(-1) },
    },
  }),
}

/** More was asked for, and declined: what there was stays. */
export const MoreWasDeclined: Story = state('active', {
  grant: { requestId: null },
  request: { status: 'declined', level: purchase.id, decidedAt: inDays(-1), decisionReason: 'This is enough.' },
})

/** Before it is done, what will happen and who is told. */
export const GiveBack: Story = {
  tags: ['modes'],
  play: async (context) => {
    const { canvas, canvasElement, userEvent, args } = context
    await userEvent.click(await command(context, 1))
    await userEvent.click(await find(canvasElement, '[role=alertdialog] [type=submit]'))
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
    await waitFor(() => expect(canvas.queryByRole('alertdialog')).toBeNull())
    await find(canvasElement, '[data-state=over]')
  },
}

export const GivingBackAsks: Story = {
  tags: ['modes'],
  play: async (context) => {
    await context.userEvent.click(await command(context, 1))
    await find(context.canvasElement, '[role=alertdialog] [type=submit]')
  },
}

/** R33: to a lesser level, without asking. */
export const Lower: Story = {
  parameters: { answers: () => world({ grant: { level: purchase.id } }) },
  play: async (context) => {
    const { canvasElement, userEvent, args } = context
    await userEvent.click(await command(context, 1))
    await userEvent.click(await find(canvasElement, '[role=dialog] [type=radio], dialog [type=radio]'))
    await userEvent.click(await find(canvasElement, 'dialog [type=submit]'))
    await waitFor(() =>
      expect(args.onChanged).toHaveBeenCalledWith(expect.objectContaining({ kind: 'lower', level: manage.key })),
    )
  },
}

/** R171: agreeing says what it is to. */
export const Agree: Story = {
  tags: ['modes'],
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=direct] button'))
    await find(canvasElement, '[role=alertdialog] [type=submit]')
  },
}

/** As it was asked for before: level, address and message stand there. */
export const AskAgain: Story = {
  ...state('over', { grant: over('expired', 'expired', 3) }),
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(
      await find(canvasElement, '[data-part=own-access] > [data-part=actions] > [data-look=primary]'),
    )
    await find(canvasElement, `[type=radio][value='${aRequest().level}']:checked`)
    await userEvent.click(await find(canvasElement, "[data-step='1'] [type=submit]"))
    await expect(await find(canvasElement, '[name=recipientEmail]')).toHaveValue(aRequest().recipientEmail)
    await expect(await find(canvasElement, '[name=message]')).toHaveValue(aRequest().message)
  },
}

/** Commands that a role may not give stand there with their reason. */
export const ForSupport: Story = {
  parameters: {
    api: () => ({ data: { clients: [client] }, role: 'reseller_support' }),
    answers: () =>
      world({
        access: { actions: { ...anAccess.actions, agree: refused } },
        grant: { level: purchase.id, actions: { ...aGrant.actions!, end: refused, lower: refused } },
      }),
  },
  play: async (context) => void expect(await command(context, 1)).toHaveAttribute('aria-disabled', 'true'),
}

/** Somebody was quicker: it says so, and shows what is. */
export const ChangedMeanwhile: Story = {
  parameters: { answers: () => [mockError(accessGrants.end, 'etag_mismatch'), ...world()] },
  play: async (context) => {
    await context.userEvent.click(await command(context, 1))
    await context.userEvent.click(await find(context.canvasElement, '[role=alertdialog] [type=submit]'))
    await find(context.canvasElement, '[role=alertdialog] [role=alert]')
  },
}

/** The client of another reseller below: there is nothing of one's own here. */
export const NotOnesOwn: Story = {
  parameters: {
    api: () => ({ data: { clients: [{ ...client, owner: { id: elbnetz.id, name: elbnetz.displayName } }] } }),
    answers: () => [mockError(access.get, 'not_found'), ...world({ request: null })],
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-state=none]')),
}

export const Loading: Story = { parameters: { answers: () => [unanswered(access.get), ...world()] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(access.get, 'internal'), ...world()] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: { answers: () => [mockError(access.get, 'permission_denied', { right: 'access.read' }), ...world()] },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-state=forbidden]')),
}

export const LongWords: Story = {
  tags: ['modes'],
  parameters: {
    api: () => ({
      data: { clients: [{ ...client, name: `Donaudampfschifffahrtsgesellschaft${'skapitän'.repeat(6)}` }] },
    }),
    answers: () =>
      world({
        access: {
          direct: [
            { ...storage, wanted: true, subscription: { ...storage.subscription, name: 'Speicher'.repeat(14) } },
          ],
        },
        grant: {
          scope: { kind: 'domains', names: ['weingut-'.repeat(6) + 'sonnenberg.example.com', 'a.example.com'] },
        },
      }),
  },
}

/** Give back: by Tab and Enter. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvasElement, userEvent, args } = context
    const button = await command(context, 1)
    await tabTo(userEvent, button)
    await userEvent.keyboard('{Enter}')
    // it begins at Cancel
    await find(canvasElement, '[role=alertdialog] [type=submit] + :focus')
    await userEvent.tab({ shift: true })
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce())
  },
}
