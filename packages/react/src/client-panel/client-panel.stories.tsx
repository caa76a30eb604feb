import { access, clients, type Client } from '@clientele/contract'
import { aClient, aReseller, mock, mockError, scenarios } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { anAccess } from '../../../../.storybook/access-fixtures.ts'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { ClientPanel } from './client-panel.tsx'

const organization = aClient({
  name: 'Weingut Sonnenberg GmbH',
  subscriptionState: 'active',
  description: 'Harvest in September: no changes then.',
  tags: ['wine', 'priority'],
  lastComparedAt: '2025-02-11T08:30:00.000Z',
})
const person = aClient({ form: 'quick', person: { firstName: 'Maria', lastName: 'Schmidt' }, phone: '+4915123456789' })

/** The record that the panel reads. */
const record = (client: Client) => () => ({ data: { clients: [client] } })

const meta = {
  title: 'Components/ClientPanel',
  component: ClientPanel,
  args: { clientId: organization.id, onUpdated: fn() },
  parameters: { api: record(organization) },
} satisfies Meta<typeof ClientPanel>

export default meta
type Story = StoryObj<typeof meta>

export const Organization: Story = { tags: ['modes'] }

/** A person has little to say: what has no value is left out. */
export const Person: Story = {
  tags: ['modes'],
  args: { clientId: person.id },
  parameters: { api: record(person) },
}

const owned = { ...organization, accessState: 'active' } as const

/** R209: what was agreed, and what can be done about it. */
export const WithAccess: Story = {
  tags: ['modes'],
  args: { onAddProducts: fn() },
  parameters: {
    api: record(owned),
    answers: () => [mock(access.get, { ...anAccess, direct: [] })],
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '[data-part=grant]')),
}

export const Loading: Story = { parameters: { answers: () => [unanswered(clients.get)] } }

export const Failed: Story = {
  parameters: { answers: () => [mockError(clients.get, 'internal')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

/** Not there, or not one's own: both look the same. */
export const NotFound: Story = { parameters: { answers: () => [mockError(clients.get, 'not_found')] } }

export const Forbidden: Story = { parameters: { answers: () => [mockError(clients.get, 'account_suspended')] } }

/** Commands of a role that may not run them stand there with their reason. */
export const ForSupport: Story = {
  tags: ['modes'],
  parameters: { api: () => ({ ...record(organization)(), role: 'reseller_support' }) },
}

/** A reason names the roles that may. */
export const ForRolesOnly: Story = {
  parameters: {
    answers: () => {
      const roles = ['reseller_owner', 'reseller_manager']
      const refused = { allowed: false, code: 'role_required', data: { roles } } as const
      const actions = {
        update: refused,
        setDescription: refused,
        setTags: refused,
        setPaymentMethod: refused,
        setVerification: refused,
        requestAccess: refused,
      }
      return [mock(clients.get, { ...organization, actions })]
    },
  },
}

/** What a reseller keeps for itself is not shown to the client (R96). */
export const ForTheClientItself: Story = {
  parameters: {
    answers: () => {
      const { description: _, tags: __, otherDescriptions: ___, ...seen } = organization
      return [mock(clients.get, seen as Client)]
    },
  },
}

/** Descriptions of others above in the tree are read, not edited. */
export const WithDescriptionsOfOthers: Story = {
  parameters: {
    answers: () => {
      const { id, displayName } = aReseller({ displayName: 'Elbnetz' })
      const otherDescriptions = [{ account: { id, name: displayName }, text: 'Pays by bank transfer only.' }]
      return [mock(clients.get, { ...organization, otherDescriptions })]
    },
  },
}

/** R95: the button says “add” while there is none. */
export const AddDescription: Story = {
  parameters: { api: record({ ...organization, description: null }) },
  play: async (context) => {
    await open(context, 'description')
    await expect(context.canvas.getByRole('textbox')).toHaveValue('')
  },
}

export const EditDescription: Story = {
  tags: ['modes'],
  play: async (context) => {
    await open(context, 'description')
    await expect(context.canvas.getByRole('textbox')).toHaveValue(organization.description)
  },
}

export const EditContact: Story = {
  tags: ['modes'],
  play: (context) => open(context, 'contact'),
}

/** Sent and not yet answered. */
export const Saving: Story = {
  parameters: { answers: () => [unanswered(clients.setDescription)] },
  play: async (context) => {
    await writeDescription(context)
    await find(context.canvasElement, '[type=submit][aria-disabled=true]')
  },
}

/** Somebody else saved meanwhile (412): nothing is overwritten, what was typed stays, and both versions are shown. */
export const Conflict: Story = {
  tags: ['modes'],
  parameters: { world: () => scenarios.conflict(record(organization)()) },
  play: async (context) => {
    const { canvasElement, userEvent } = context
    await open(context, 'contact')
    await userEvent.type(await find(canvasElement, '[name=phone]'), '1')
    await userEvent.click(await find(canvasElement, '[type=submit]'))
    await find(canvasElement, '[role=alert] [type=radio]')
  },
}

export const SaveFailed: Story = {
  parameters: { answers: () => [mockError(clients.setDescription, 'internal')] },
  play: async (context) => {
    await writeDescription(context)
    await context.canvas.findByRole('alert')
  },
}

/** Open a section, type, save, and be back on the button that opened it. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async (context) => {
    const { canvas, canvasElement, userEvent } = context
    await tabTo(userEvent, await opener(context, 'description'))
    await userEvent.keyboard('{Enter}')
    const text = await find(canvasElement, 'textarea')
    await waitFor(() => expect(text).toHaveFocus())
    await userEvent.keyboard(' Later.')
    await tabTo(userEvent, await find(canvasElement, '[type=submit]'))
    await userEvent.keyboard('{Enter}')
    await canvas.findByText(/Later\./)
    const back = await opener(context, 'description')
    await waitFor(() => expect(back).toHaveFocus())
  },
}

type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

/** The sections of the record, in their order. */
const sections = { contact: 1, access: 2, description: 3, tags: 4 }

function opener({ canvasElement }: Context, section: keyof typeof sections): Promise<HTMLElement> {
  return find(canvasElement, `[data-part=section]:nth-of-type(${sections[section]}) [data-part=section-head] button`)
}

async function open(context: Context, section: keyof typeof sections): Promise<void> {
  await context.userEvent.click(await opener(context, section))
}

async function writeDescription(context: Context): Promise<void> {
  const { canvasElement, userEvent } = context
  await open(context, 'description')
  await userEvent.type(await find(canvasElement, 'textarea'), ' New hours.')
  await userEvent.click(await find(canvasElement, '[type=submit]'))
}
