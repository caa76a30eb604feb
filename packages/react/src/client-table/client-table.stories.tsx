import { clients } from '@clientele/contract'
import { aClient, aPage, mock, mockError, refuse } from '@clientele/mocks'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { find, tabTo } from '../../../../.storybook/find.ts'
import { manyClients, pagesOf, unanswered } from '../../../../.storybook/fixtures.ts'
import { Button } from '../parts/button.tsx'
import { ClientTable } from './client-table.tsx'

const named = [
  aClient({ name: 'Ahlers & Söhne', subscriptionState: 'active' }),
  aClient({ name: 'Bäckerei Lindqvist', subscriptionState: 'trial', description: 'Asks for invoices on paper.' }),
  aClient({ name: 'Cortés Arquitectos', status: 'provisioning' }),
  aClient({ form: 'quick', person: { firstName: 'Dagny', lastName: 'Ferrari' }, subscriptionState: 'mixed' }),
  aClient({ name: 'Eisenbahnfreunde Niederrhein e. V.', status: 'suspended', subscriptionState: 'suspended' }),
  aClient({ form: 'quick', person: { firstName: 'Fatou', lastName: 'Ndiaye' }, description: 'By phone, after five.' }),
  aClient({ name: 'Großhandel Pfeiffer', status: 'provisioning_failed' }),
  aClient({ name: 'Hotel zur Post', subscriptionState: 'ended', status: 'closed' }),
]

const meta = {
  title: 'Components/ClientTable',
  component: ClientTable,
  args: { onOpen: fn() },
  parameters: { api: () => ({ data: { clients: named } }) },
} satisfies Meta<typeof ClientTable>

export default meta
type Story = StoryObj<typeof meta>

/** Search, filters, order and the next page are the kit's; where a name leads is the host's. */
export const Filled: Story = { tags: ['modes'] }

/** Grey lines where rows will be, so that nothing jumps when they come. */
export const Loading: Story = {
  parameters: { answers: () => [unanswered(clients.list)] },
}

/** Nothing there yet: the form that adds the first one opens by itself (R16). */
export const Empty: Story = {
  tags: ['modes'],
  parameters: { api: () => ({ data: { clients: [] } }) },
  play: async ({ canvas }) => void (await canvas.findByRole('form')),
}

/** With `onAdd` the host opens its own way to add. */
export const EmptyWithOwnWayToAdd: Story = {
  args: { onAdd: fn() },
  parameters: { api: () => ({ data: { clients: [] } }) },
}

/** Empty for somebody who may not add clients: the button says why. */
export const EmptyWithoutTheRightToAdd: Story = {
  parameters: { api: () => ({ data: { clients: [] }, role: 'reseller_support' }) },
}

export const NothingMatches: Story = {
  args: { defaultQuery: { q: 'zzz' } },
  parameters: { api: () => ({ data: { clients: [] } }) },
}

/** With the request id, for whoever is asked for help. */
export const Failed: Story = {
  tags: ['modes'],
  parameters: { answers: () => [mockError(clients.list, 'maintenance')] },
  play: async ({ canvas }) => void (await canvas.findByRole('alert')),
}

export const Forbidden: Story = {
  parameters: { answers: () => [mockError(clients.list, 'permission_denied', { right: 'clients.read' })] },
}

/** Equal names show their ids, to read and to copy (R52, R53). */
export const EqualNames: Story = {
  tags: ['modes'],
  parameters: {
    api: () => {
      const maria = { form: 'quick', person: { firstName: 'Maria', lastName: 'Schmidt' }, nameIsShared: true } as const
      return {
        data: {
          clients: [
            aClient({ ...maria, description: 'From the fair in March.' }),
            aClient(maria),
            aClient({ name: 'Schmidt Möbel' }),
          ],
        },
      }
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('Schmidt Möbel')
    const ids = [...canvasElement.querySelectorAll('[data-part=code]')].map((code) => code.textContent)
    await expect(new Set(ids).size).toBe(2)
    await expect(canvas.getAllByRole('button', { name: new RegExp(ids.join('|')) })).toHaveLength(2)
  },
}

export const French: Story = { globals: { language: 'fr' } }

/**
 * Columns give way one after another, and what stood in them comes to stand beneath the name: at no width is anything
 * cut off, said twice or missing, and the place of what is loading is as wide as what comes.
 */
export const AtEveryWidth: Story = {
  tags: ['modes', '!autodocs'],
  args: { onSelectionChange: fn(), rowActions: () => <Button look="link">Invoice</Button> },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('Ahlers & Söhne')
    const table = await find(canvasElement, '[data-clientele=client-table]')
    const place = table.parentElement ?? canvasElement
    const row = (await canvas.findByText('Hotel zur Post')).closest<HTMLElement>('[data-part=row]') ?? table
    const isSeen = (element: Element) => element.getBoundingClientRect().width > 0
    for (let width = place.clientWidth; width >= 360; width -= 20) {
      place.style.width = `${width}px`
      const cut = [...table.querySelectorAll('[data-part=head-cell], [data-part=cell]')]
        .filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.querySelector('[data-part=hidden-text]') === null,
        )
        .map((cell) => `${cell.textContent} at ${width}`)
      await expect(cut).toEqual([])
      const said = ['domain', 'product', 'subscription'].map((name) => {
        const cell = row.querySelector(`[data-column=${name}]`)
        const facts = [...row.querySelectorAll('[data-part=fact]')].filter(isSeen).map((fact) => fact.textContent)
        const isFact = facts.some((fact) => fact.endsWith(cell?.textContent ?? ''))
        return `${name} at ${width}: ${[cell && isSeen(cell), isFact].filter(Boolean).length}`
      })
      await expect(said).toEqual(['domain', 'product', 'subscription'].map((name) => `${name} at ${width}: 1`))
      if (width >= 480) await expect(row.querySelector('[data-column=name]')?.clientWidth).toBeGreaterThanOrEqual(160)
    }
    place.style.width = ''
  },
}

/** The line above the list counts them, and holds what the host can do with them. */
export const SomeSelected: Story = {
  tags: ['modes'],
  args: { onSelectionChange: fn(), selectionActions: () => <Button>Suspend</Button> },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await canvas.findByText('Ahlers & Söhne')
    const rows = [...canvasElement.querySelectorAll('[data-part=row]')]
    const places = rows.map((row) => row.getBoundingClientRect().top)
    for (const row of rows.slice(0, 3)) await userEvent.click(await find(row, '[data-part=checkbox]'))
    await expect(rows.map((row) => row.getBoundingClientRect().top)).toEqual(places)
    await expect(await find(canvasElement, 'thead [data-part=checkbox]')).toBePartiallyChecked()
  },
}

/** All that match are offered, and still are when the next page has come by itself. */
export const AllShownSelected: Story = {
  tags: ['modes'],
  args: { onSelectionChange: fn(), pageSize: 30 },
  parameters: { answers: () => [pagesOf(manyClients(90))] },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await canvas.findByText('Client 00001')
    const rows = () => canvasElement.querySelectorAll('[data-part=row]').length
    const shown = rows()
    await userEvent.click(await find(canvasElement, 'thead [data-part=checkbox]'))
    canvasElement.querySelector('[data-part=foot]')?.scrollIntoView()
    await waitFor(() => expect(rows()).toBeGreaterThan(shown))
    await expect(canvasElement.querySelectorAll('[data-part=summary] [data-look=link]')).toHaveLength(2)
    await expect(args.onSelectionChange).toHaveBeenCalledOnce()
    window.scrollTo(0, 0)
  },
}

/** Shown rows, then all that match: what is selected is `{ query, except }` and holds for rows never loaded. */
export const SelectionAcrossPages: Story = {
  tags: ['modes'],
  args: { onSelectionChange: fn() },
  parameters: { api: () => ({ data: { clients: manyClients(90) } }) },
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await canvas.findByText('Client 00001')
    await userEvent.click(await find(canvasElement, 'thead [data-part=checkbox]'))
    await userEvent.click(
      await find(canvasElement, '[data-part=summary][data-selection] [data-look=link]:not(:last-of-type)'),
    )
    await expect(args.onSelectionChange).toHaveBeenLastCalledWith({ query: {}, except: [] })
    await userEvent.click((await canvas.findAllByRole('checkbox'))[2]!)
    await waitFor(() => {
      const [, second] = manyClients(2)
      return expect(args.onSelectionChange).toHaveBeenLastCalledWith({ query: {}, except: [second?.id] })
    })
  },
}

/** Only the rows in view are drawn; the next pages come as one scrolls. */
export const TenThousandRows: Story = {
  args: { pageSize: 200 },
  parameters: { answers: () => [pagesOf(manyClients(10_000))] },
  play: async ({ canvas }) => void (await canvas.findByText('Client 00001')),
}

export const FiltersOpen: Story = {
  tags: ['modes'],
  args: { defaultQuery: { status: ['active', 'suspended'] } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await canvas.findByText('Ahlers & Söhne')
    await userEvent.click(await find(canvasElement, '[data-part=search] button[aria-expanded=false]'))
    await find(canvasElement, '[data-part=filters]:not([hidden]) input:checked')
  },
}

/** What narrows the list stands above it, each to be taken away; by keyboard the next one is at hand. */
export const FiltersSet: Story = {
  tags: ['modes'],
  args: { defaultQuery: { q: 'e', status: ['active', 'suspended', 'closed'], subscriptionState: ['active'] } },
  parameters: { answers: () => [pagesOf(named)] },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await canvas.findByText('Ahlers & Söhne')
    const chips = () => [...canvasElement.querySelectorAll('[data-part=chip]')]
    await expect(chips()).toHaveLength(4)
    const [, suspended, closed] = chips()
    await tabTo(userEvent, suspended!)
    await userEvent.keyboard('{Enter}')
    await expect(chips()).toHaveLength(3)
    await expect(closed).toHaveFocus()
  },
}

/** Columns, row actions and toolbar of the host stand beside the kit's. */
export const WithTheHostsOwnParts: Story = {
  args: {
    columns: [
      'name',
      'status',
      { key: 'revenue', header: 'Revenue', cell: (client) => (client.form === 'quick' ? '€ 240.00' : '€ 1,980.00') },
    ],
    rowActions: (client) => (
      <Button look="link" aria-label={`Invoice for ${client.name}`}>
        Invoice
      </Button>
    ),
    toolbar: <Button>Export</Button>,
  },
}

/** What access there is to each client, and the way to ask for it or to the request that waits (R21). */
export const WithAccess: Story = {
  tags: ['modes'],
  args: { withAccess: true, onAccessRequested: fn() },
  parameters: {
    answers: () => {
      const refused = (code: 'access_request_pending' | 'permission_denied') => ({
        requestAccess: { allowed: false, code },
      })
      const actions = { requestAccess: { allowed: true } }
      const states = ['none', 'requested', 'active', 'paused', 'expiring', 'ended', 'declined', 'none'] as const
      const list = named.map((client, index) => ({
        ...client,
        accessState: states[index] ?? 'none',
        actions: { ...client.actions!, ...actions, ...(index === 1 ? refused('access_request_pending') : {}) },
      }))
      return [mock(clients.list, aPage(list))]
    },
  },
  play: async ({ canvasElement, userEvent }) => {
    const row = await find(canvasElement, `[data-client='${named[0]?.id}']`)
    await find(row, '[data-column=access]')
    await userEvent.click(await find(row, '[data-column=actions] button'))
    await find(canvasElement, '[data-clientele=access-request-dialog] [type=radio]')
    await userEvent.click(await find(canvasElement, '[data-part=dialog-head] button'))
    await waitFor(() => expect(canvasElement.querySelector('dialog')).toBeNull())
    await expect(await find(row, '[data-column=actions] button')).toHaveFocus()
  },
}

/** The rows that are there stay; the button tries again. */
export const NextPageFailed: Story = {
  args: { pageSize: 20 },
  parameters: {
    answers: () => [
      mock(clients.list, ({ query }) => {
        if (query.cursor !== undefined) refuse('internal')
        return aPage(manyClients(20), { nextCursor: 'next', total: 60 })
      }),
    ],
  },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText('Client 00001')
    canvasElement.querySelector('[data-part=foot]')?.scrollIntoView()
    await canvas.findByRole('alert')
  },
}

/** The search field, the filters, a column's order, a name: all by Tab, Space and Enter. */
export const ByKeyboard: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await canvas.findByText('Ahlers & Söhne')
    await tabTo(userEvent, canvas.getByRole('searchbox'))
    const filters = await find(canvasElement, '[data-part=search] button[aria-expanded]')
    await tabTo(userEvent, filters)
    await userEvent.keyboard('{Enter}')
    await expect(filters).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Enter}')
    const name = await find(canvasElement, '[data-column=name] [data-part=sort]')
    await tabTo(userEvent, name)
    await userEvent.keyboard(' ')
    await waitFor(() => expect(name.closest('th')).toHaveAttribute('aria-sort', 'descending'))
    await tabTo(userEvent, await canvas.findByRole('button', { name: 'Ahlers & Söhne' }))
    await userEvent.keyboard('{Enter}')
    await expect(args.onOpen).toHaveBeenCalledWith(named[0]?.id)
  },
}
