import { clients, settings, type ClientCheck } from '@clientele/contract'
import { aClient, aClientCheck, aDuplicate, mock, mockError, theSettings } from '@clientele/mocks'
import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { find } from '../../../../.storybook/find.ts'
import { unanswered } from '../../../../.storybook/fixtures.ts'
import { AddClientForm } from './add-client-form.tsx'

/** What the server says of what was typed. */
const check = (found: Parameters<typeof aClientCheck>[0]) => mock(clients.check, aClientCheck(found))

const maria = aClient({ form: 'quick', person: { firstName: 'Maria', lastName: 'Schmidt' } })

const meta = {
  title: 'Components/AddClientForm',
  component: AddClientForm,
  args: { onCreated: fn(), onCancel: fn(), onGoToList: fn(), onOpenClient: fn() },
} satisfies Meta<typeof AddClientForm>

export default meta
type Story = StoryObj<typeof meta>

/** A person: a name is enough, and nobody is told. */
export const Quick: Story = { tags: ['modes'] }

/** An organization: product first (R43), then the organization, then its administrator. */
export const Organization: Story = {
  tags: ['modes'],
  args: { defaultForm: 'organization' },
}

export const Loading: Story = {
  parameters: { answers: () => [unanswered(settings.get)] },
}

export const Failed: Story = {
  parameters: { answers: () => [mockError(settings.get, 'maintenance')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

/** Somebody who may not add clients reads why. */
export const Forbidden: Story = {
  parameters: { api: () => ({ role: 'reseller_support' }) },
}

/** Sent with nothing in it: each field says what it wants, and the first has the focus. */
export const Invalid: Story = {
  tags: ['modes'],
  args: { defaultForm: 'organization' },
  play: async (context) => {
    await save(context)
    const first = await find(context.canvasElement, '[name=productFamily]')
    await waitFor(() => expect(first).toHaveFocus())
  },
}

/** Where the platform asks for the company of a person as well. */
export const CompanyRequired: Story = {
  parameters: { api: () => ({ data: { settings: theSettings({ client: { companyRequired: true } }) } }) },
}

/** The customer is on an edition that a reseller cannot take over: said at the domain, before it is sent. */
export const Blocked: Story = {
  tags: ['modes'],
  args: { defaultForm: 'organization' },
  parameters: {
    answers: () => [
      check({ blockers: [{ code: 'customer_ineligible_nonprofit', data: { edition: 'Workspace for Nonprofits' } }] }),
    ],
  },
  play: async (context) => {
    await typeDomain(context, 'help.example.org')
    const domain = await find(context.canvasElement, '[name=primaryDomain][aria-invalid]')
    await context.userEvent.click(await find(context.canvasElement, '[data-part=notice][data-tone=danger] button'))
    await expect(domain).toHaveFocus()
  },
}

/** Clients like this one, with what tells them apart (R53). It can be added all the same. */
export const DuplicateFound: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => {
      const other = aClient({ name: 'Maria Schmidt', createdAt: '2024-11-03T09:12:00.000Z' })
      return [check({ duplicates: [aDuplicate(maria), aDuplicate(other)] })]
    },
  },
  play: async (context) => {
    await typePerson(context)
    await find(context.canvasElement, '[data-part=candidate]')
  },
}

const domainTaken = (found: Pick<ClientCheck, 'domain' | 'domainClientId'>): Story => ({
  args: { defaultForm: 'organization' },
  parameters: { answers: () => [check(found)] },
  play: async (context) => {
    await typeDomain(context, 'sonnenberg.example.com')
    await find(context.canvasElement, '[name=primaryDomain][aria-invalid]')
  },
})

/** The domain belongs to a client of one's own, which is one click away. */
export const DomainTakenByOwnClient: Story = {
  ...domainTaken({ domain: 'own', domainClientId: maria.id }),
  tags: ['modes'],
}

/** It belongs to a client of another reseller: whose it is stays unsaid. */
export const DomainTakenByAnotherReseller: Story = domainTaken({ domain: 'other' })

/** Its owner buys from the vendor. */
export const DomainTakenDirectly: Story = domainTaken({ domain: 'direct' })

/** Sent and not yet answered: the button waits, and a second press does nothing. */
export const Saving: Story = {
  parameters: { answers: () => [unanswered(clients.create)] },
  play: async (context) => {
    await typePerson(context)
    await save(context)
    await find(context.canvasElement, '[data-state=saving] [type=submit][aria-disabled=true]')
  },
}

/** Refused for a reason that belongs to no field. What was typed stays. */
export const Refused: Story = {
  parameters: { answers: () => [mockError(clients.create, 'quota_exceeded', { used: 500, limit: 500, missing: 1 })] },
  play: async (context) => {
    await typePerson(context)
    await save(context)
    await context.canvas.findByRole('alert')
  },
}

/** Being set up at the vendor: it is there already, and the ways on are the same. */
export const Provisioning: Story = {
  tags: ['modes'],
  parameters: {
    answers: () => {
      const client = { ...maria, status: 'provisioning' } as const
      return [mock(clients.create, client), mock(clients.get, client)]
    },
  },
  play: async (context) => {
    await typePerson(context)
    await save(context)
    await find(context.canvasElement, '[data-state=waiting]')
  },
}

/** What happened, and the ways on (R64). */
export const Created: Story = {
  tags: ['modes'],
  parameters: { answers: () => [mock(clients.create, maria)] },
  play: async (context) => {
    await created(context)
    await expect(context.args.onCreated).toHaveBeenCalledOnce()
  },
}

/** From the first choice to the last button without a pointer. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  parameters: { answers: () => [mock(clients.create, maria)] },
  play: async (context) => {
    const { canvas, userEvent } = context
    const [quick, organization] = await canvas.findAllByRole('radio')
    await userEvent.tab()
    await expect(quick).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(organization).toBeChecked()
    await userEvent.keyboard('{ArrowUp}')
    await expect(quick).toBeChecked()
    await userEvent.tab()
    await expect(context.canvasElement.querySelector('[name=firstName]')).toHaveFocus()
    await userEvent.keyboard('Maria')
    await userEvent.tab()
    await userEvent.keyboard('Schmidt{Enter}')
    await waitFor(() => expect(context.args.onCreated).toHaveBeenCalledOnce())
    // the focus is on what happened
    const heading = await canvas.findByRole('heading')
    await waitFor(() => expect(heading).toHaveFocus())
  },
}

type Context = StoryContext & Parameters<NonNullable<Story['play']>>[0]

async function typePerson({ canvasElement, userEvent }: Context): Promise<void> {
  await userEvent.type(await find(canvasElement, '[name=firstName]'), 'Maria')
  await userEvent.type(await find(canvasElement, '[name=lastName]'), 'Schmidt')
}

async function typeDomain({ canvasElement, userEvent }: Context, domain: string): Promise<void> {
  await userEvent.click(await find(canvasElement, '[type=radio][value=domain]'))
  await userEvent.type(await find(canvasElement, '[name=primaryDomain]'), domain)
  await userEvent.tab()
}

async function save({ canvasElement, userEvent }: Context): Promise<void> {
  await userEvent.click(await find(canvasElement, '[type=submit]'))
}

async function created(context: Context): Promise<void> {
  await typePerson(context)
  await save(context)
  await find(context.canvasElement, '[data-state=created]')
}
