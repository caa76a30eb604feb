import { accessRequests, clients } from '@clientele/contract'
import { aClient, aPage, mock, mockError, refuse, theSettings } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { answersWith, aRequest, inDays, manage } from '../../../../.storybook/request-fixtures.ts'
import { AccessRequestDialog } from './access-request-dialog.tsx'

const client = aClient({
  form: 'quick',
  person: { firstName: 'Maria', lastName: 'Schmidt' },
  primaryEmail: 'maria@example.com',
  languageCode: 'de',
})

const sent = aRequest({ delivery: { state: 'queued', at: inDays(0), detail: null }, sentAt: inDays(0) })
const nothingBefore = mock(accessRequests.list, aPage([]))
const world = () => [nothingBefore, mock(accessRequests.create, sent)]

const meta = {
  title: 'Components/AccessRequestDialog',
  component: AccessRequestDialog,
  args: { clientId: client.id, onClose: fn(), onSent: fn() },
  parameters: {
    api: () => ({ data: { clients: [client] } }),
    answers: world,
    docs: { story: { inline: false, iframeHeight: 720 } },
  },
} satisfies Meta<typeof AccessRequestDialog>

export default meta
type Story = StoryObj<typeof meta>
type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

const submit = ({ canvasElement }: Context, step: 1 | 2) => find(canvasElement, `[data-step='${step}'] [type=submit]`)

async function choose(context: Context): Promise<void> {
  const { canvasElement, userEvent } = context
  await userEvent.click(await find(canvasElement, `[type=radio][value='${manage.id}']`))
  await userEvent.click(await submit(context, 1))
  await find(canvasElement, "[data-step='2']")
}

async function send(context: Context): Promise<void> {
  await choose(context)
  await context.userEvent.click(await submit(context, 2))
}

/** R22: the level first. */
export const Level: Story = {
  tags: ['modes'],
  play: async ({ canvasElement }) => void (await find(canvasElement, "[data-step='1'] [type=radio]")),
}

/** R13: it does not go on without a choice, and says so at the field. */
export const WithoutAChoice: Story = {
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await find(canvasElement, '[type=radio]')
    await userEvent.click(await submit(context, 1))
    await find(canvasElement, '[aria-invalid=true] [data-part=error]')
    await expect(document.activeElement).toHaveAttribute('type', 'radio')
  },
}

/** R23, R24: the address that is on file, and a message that can be sent as it is. */
export const AddressAndMessage: Story = { tags: ['modes'], play: choose }

/** What the client will read; what stands under the message cannot be edited away (R35). */
export const Preview: Story = {
  tags: ['modes'],
  play: async (context) => {
    await choose(context)
    const preview = await find(context.canvasElement, 'details:last-of-type')
    await context.userEvent.click(await find(preview, 'summary'))
    await expect(preview).toHaveTextContent('Maria')
    await expect(await find(preview, '[data-part=letter-fixed]')).toHaveAttribute('lang', 'de')
  },
}

/** Whatever the page speaks: a message of nobody's own is in the language of the mail. */
export const MessageFollowsTheMail: Story = {
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await choose(context)
    const message = await find<HTMLTextAreaElement>(canvasElement, '[name=message]')
    await expect(message.value).toMatch(/^Guten Tag/)
    await userEvent.selectOptions(await find(canvasElement, '[name=languageCode]'), 'fr')
    await waitFor(() => expect(message.value).toMatch(/^Bonjour/))
  },
}

/** What somebody has written is theirs: it stays, and it is said in which language. */
export const WrittenMessageStays: Story = {
  tags: ['modes'],
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await choose(context)
    const message = await find<HTMLTextAreaElement>(canvasElement, '[name=message]')
    await userEvent.type(message, ' Bis bald!')
    await userEvent.selectOptions(await find(canvasElement, '[name=languageCode]'), 'fr')
    await expect(message.value).toMatch(/^Guten Tag[^]*Bis bald!$/)
  },
}

/** What has ended is asked for as it was before; the level can still be another. */
export const AskedAgain: Story = {
  args: { again: aRequest({ status: 'accepted', duration: 'P90D', autoExtend: 'P90D' }) },
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await find(canvasElement, `[type=radio][value='${manage.id}']:checked`)
    await userEvent.click(await submit(context, 1))
    await expect(await find(canvasElement, '[name=message]')).toHaveValue(aRequest().message)
    await expect(await find(canvasElement, '[name=duration]')).toHaveValue('P90D')
    await expect(await find(canvasElement, '[data-step] [type=checkbox]')).toBeChecked()
  },
}

/** A level that has changed since is read again before it is asked for. */
export const AskedAgainForWhatChanged: Story = {
  args: { again: aRequest({ status: 'accepted', level: 'manage@7' }) },
  play: async (context) => {
    const { canvasElement } = context
    await find(canvasElement, '[data-clientele=access-level-picker][data-state=retired]')
    await expect(canvasElement.querySelector('[type=radio]:checked')).toBeNull()
  },
}

export const Invalid: Story = {
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await choose(context)
    await userEvent.clear(await find(canvasElement, '[name=message]'))
    await userEvent.clear(await find(canvasElement, '[name=recipientEmail]'))
    await userEvent.type(await find(canvasElement, '[name=recipientEmail]'), 'maria')
    await userEvent.click(await submit(context, 2))
    await waitFor(() => expect(canvasElement.querySelectorAll('[aria-invalid=true]')).toHaveLength(2))
    await expect(await find(canvasElement, '[name=recipientEmail]')).toHaveFocus()
  },
}

/** The longest that the platform allows stands there already; the end can be put off by itself. */
export const ForALimitedTime: Story = {
  parameters: {
    api: () => {
      const settings = theSettings()
      return {
        data: { clients: [client], settings: { ...settings, access: { ...settings.access, maxDuration: 'P1Y' } } },
      }
    },
  },
  play: async (context) => {
    await choose(context)
    await expect(await find(context.canvasElement, '[name=duration]')).toHaveValue('P1Y')
    await find(context.canvasElement, '[data-step] [type=checkbox]')
  },
}

/** A slow network: a second press does nothing. */
export const Sending: Story = {
  parameters: { answers: () => [unanswered(accessRequests.create), nothingBefore] },
  play: async (context) => {
    await send(context)
    await find(context.canvasElement, '[data-state=sending] [type=submit][aria-disabled=true]')
  },
}

/** What happens next, and the link, for other ways than mail. */
export const Sent: Story = {
  tags: ['modes'],
  play: async (context) => {
    await send(context)
    await find(context.canvasElement, '[data-state=sent] [data-part=link-line]')
    await expect(context.args.onSent).toHaveBeenCalledOnce()
  },
}

/** R34: one request at a time. It can be looked at, or another level asked for in its place. */
export const Pending: Story = {
  tags: ['modes'],
  parameters: { answers: () => answersWith() },
  play: async ({ canvasElement }) =>
    void (await find(
      canvasElement,
      '[data-state=pending] [data-clientele=access-request-status] [data-part=commands]',
    )),
}

export const AnotherLevelInstead: Story = {
  parameters: { answers: () => answersWith() },
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(await find(canvasElement, '[data-part=dialog-body] > [data-part=actions] button'))
    await expect(await find(canvasElement, `[type=radio][value='${manage.id}']`)).toBeDisabled()
  },
}

/** Somebody else asked while this was written: what the client has is shown in place of a second mail. */
export const AskedMeanwhile: Story = {
  parameters: {
    answers: () => {
      let isAsked = false
      const { id, level } = aRequest()
      return [
        mock(accessRequests.list, () => aPage(isAsked ? [aRequest()] : [])),
        mock(accessRequests.create, () => {
          isAsked = true
          return refuse('access_request_pending', { requestId: id, level })
        }),
        ...answersWith(),
      ]
    },
  },
  play: async (context) => {
    await send(context)
    await find(context.canvasElement, '[data-state=pending]')
  },
}

/** A week is left to a client that declined. */
export const DeclinedRecently: Story = {
  parameters: {
    answers: () =>
      answersWith({
        status: 'declined',
        decidedAt: inDays(-1),
        actions: {
          ...aRequest({ status: 'declined' }).actions!,
          resend: { allowed: false, code: 'declined_recently', data: { until: inDays(6) } },
        },
      }),
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-state=blocked]')),
}

export const AskedTooOften: Story = {
  parameters: {
    answers: () => [
      nothingBefore,
      mockError(accessRequests.create, 'access_request_attempts_exhausted', { max: 5, nextAt: inDays(9) }),
    ],
  },
  play: async (context) => {
    await send(context)
    await context.canvas.findByRole('alert')
  },
}

/** The server knows that mail does not get to this address: it says so at the field. */
export const AddressThatBounced: Story = {
  tags: ['modes'],
  parameters: {
    answers: () =>
      answersWith({
        status: 'expired',
        recipientEmail: 'maria@example.com',
        delivery: { state: 'bounced', at: inDays(-1), detail: null },
        actions: {
          ...aRequest({ status: 'expired' }).actions!,
          resend: { allowed: false, code: 'recipient_bounced', data: { email: 'maria@example.com' } },
        },
      }),
  },
  play: async (context) => {
    await choose(context)
    await find(context.canvasElement, '[name=recipientEmail][aria-invalid=true]')
  },
}

/** Text that was written is not lost by a slip. */
export const ClosingAsks: Story = {
  tags: ['modes'],
  play: async (context) => {
    const { canvasElement, userEvent, args } = context
    await choose(context)
    await userEvent.type(await find(canvasElement, '[name=message]'), ' More.')
    await userEvent.click(await find(canvasElement, '[data-part=dialog-head] button'))
    await find(canvasElement, '[role=alertdialog] [type=submit]')
    await expect(args.onClose).not.toHaveBeenCalled()
  },
}

export const LongNames: Story = {
  parameters: {
    api: () => ({
      data: { clients: [{ ...client, name: `Verein der Freunde und Förderer ${'der Kammermusik '.repeat(6)}e. V.` }] },
    }),
  },
  play: async (context) => {
    await choose(context)
    const message = await find<HTMLTextAreaElement>(context.canvasElement, '[name=message]')
    await context.userEvent.click(message)
    await context.userEvent.paste('x'.repeat(1900))
    await expect(message.value.length).toBeGreaterThan(1900)
  },
}

export const Loading: Story = { parameters: { answers: () => [unanswered(clients.get), nothingBefore] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(clients.get, 'internal'), nothingBefore] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: { api: () => ({ data: { clients: [client] }, role: 'platform_support' }) },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-state=forbidden]')),
}

/** Level, Next, Send: by Tab, Space and Enter. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvasElement, userEvent, args } = context
    await tabTo(userEvent, await find(canvasElement, `[type=radio][value='${manage.id}']`))
    await userEvent.keyboard(' {Enter}')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-step', '2'))
    await tabTo(userEvent, await submit(context, 2))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(args.onSent).toHaveBeenCalledOnce())
  },
}
