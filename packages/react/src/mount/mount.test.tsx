import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Client } from '@clientele/contract'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as access from '../access.ts'
import * as clients from '../index.ts'
import { startServer, type Visitor } from '../testing/start-server.ts'
import { languages, mount, type Mounted, type MountName, type MountProps } from './index.ts'
import { mountable } from './mountable.ts'

const server = startServer()
const mounted: { unmount(): void }[] = []

beforeEach(() => {
  document.body.innerHTML = '<main><div id="one">A moment …</div><div id="two"></div></main>'
})
afterEach(() => act(() => mounted.splice(0).forEach((one) => one.unmount())))

function put<N extends MountName>(target: string, name: N, props: MountProps<N>): Mounted<N> {
  let one: Mounted<N> | undefined
  act(() => {
    one = mount(target, name, props)
    mounted.push(one)
  })
  return one!
}

async function withClients(...lastNames: string[]): Promise<[Visitor, Client[]]> {
  const visitor = await server.visitor()
  const made: Client[] = []
  for (const lastName of lastNames) {
    made.push(await visitor.client.clients.create({ form: 'quick', person: { firstName: 'Ada', lastName } }))
  }
  return [visitor, made]
}

const one = () => within(document.querySelector<HTMLElement>('#one')!)
const two = () => within(document.querySelector<HTMLElement>('#two')!)

test('every component of the kit can be mounted', () => {
  const components = Object.entries({ ...clients, ...access }).filter(
    ([, value]) => typeof value === 'object' && '$$typeof' in value,
  )
  expect(Object.keys(mountable).toSorted()).toEqual(components.map(([name]) => name).toSorted())
})

test('shows a component in place of what stood in the element, and takes it away again', async () => {
  const [{ client }] = await withClients('Byron')
  const table = put('#one', 'ClientTable', { client, className: 'mine' })
  await one().findByText('Ada Byron')
  const element = document.querySelector('#one')!
  expect(element.textContent).not.toContain('A moment')
  expect(element.firstElementChild?.className).toBe('mine')
  expect(element.firstElementChild?.getAttribute('data-clientele')).toBe('client-table')
  act(() => table.unmount())
  expect(element.childNodes).toHaveLength(0)
  expect(() => table.update({ theme: 'dark' })).toThrow('update() came after unmount()')
  put('#one', 'ClientTable', { client })
  await one().findByText('Ada Byron')
})

test('tells what a person does by events that bubble, and by functions', async () => {
  const [{ client }, [byron]] = await withClients('Byron')
  const said: [string, unknown][] = []
  for (const name of ['clientele:open', 'clientele:query-change', 'clientele:selection-change'] as const) {
    document.body.addEventListener(name, (event) => said.push([event.type, event.detail]), { once: true })
  }
  const onOpen = vi.fn<(id: string) => void>()
  put('#one', 'ClientTable', { client, onOpen, onSelectionChange: true })
  const user = userEvent.setup()
  await user.click(await one().findByRole('button', { name: 'Ada Byron' }))
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(byron?.id)
  expect(said).toEqual([['clientele:open', byron?.id]])
  await user.click(one().getByRole('checkbox', { name: /Ada Byron/ }))
  expect(said[1]).toEqual(['clientele:selection-change', { ids: [byron?.id] }])
  await user.type(one().getByRole('searchbox'), 'a')
  await waitFor(() => expect(said[2]).toEqual(['clientele:query-change', { q: 'a' }]))
})

test('shows what only a listener wants where it is asked for by name', async () => {
  const [{ client }] = await withClients('Byron')
  put('#one', 'ClientTable', { client })
  await one().findByText('Ada Byron')
  expect(one().queryByRole('button', { name: 'Ada Byron' })).toBeNull()
  expect(one().queryByRole('checkbox')).toBeNull()
  put('#two', 'AddClientForm', { client, onCancel: true })
  const heard = vi.fn<(event: CustomEvent<null>) => void>()
  document.querySelector('#two')!.addEventListener('clientele:cancel', (event) => heard(event as CustomEvent<null>))
  await userEvent.click(await two().findByRole('button', { name: 'Cancel' }))
  expect(heard.mock.lastCall?.[0].detail).toBeNull()
})

test('preventDefault on a before-event stops what it announces, and what was typed stays', async () => {
  const visitor = await server.visitor()
  put('#one', 'AddClientForm', { client: visitor.client })
  const stop = (event: Event) => event.preventDefault()
  document.addEventListener('clientele:before-create', stop)
  const user = userEvent.setup()
  await user.type(await one().findByLabelText('First name'), 'Grace')
  await user.type(one().getByLabelText('Last name'), 'Hopper')
  await user.click(one().getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(one().getByRole('button', { name: 'Save' })).toBeTruthy())
  expect(one().getByLabelText<HTMLInputElement>('Last name').value).toBe('Hopper')
  expect(visitor.requests.some(({ name }) => name === 'POST /clients')).toBe(false)
  document.removeEventListener('clientele:before-create', stop)
  const created: string[] = []
  document.addEventListener('clientele:created', ({ detail }) => created.push(detail.name), { once: true })
  await user.click(one().getByRole('button', { name: 'Save' }))
  await one().findByRole('heading', { name: 'Grace Hopper was added' })
  expect(created).toEqual(['Grace Hopper'])
})

test('a query that was given is where the table begins; a person moves on, and update() moves it', async () => {
  const [{ client }] = await withClients('Byron', 'Lovelace')
  const table = put('#one', 'ClientTable', { client, query: { q: 'byron' } })
  await one().findByText('1 client')
  const user = userEvent.setup()
  await user.clear(one().getByRole('searchbox'))
  await one().findByText('2 clients')
  act(() => table.update({ query: { q: 'lovelace' } }))
  await one().findByText('1 client')
  expect(one().getByText('Ada Lovelace')).toBeTruthy()
})

test('two tenants on one page stay apart, and what one component changes, others of its tenant show', async () => {
  const [first] = await withClients('Byron')
  const [second] = await withClients('Hopper')
  document.body.insertAdjacentHTML('beforeend', '<div id="three"></div>')
  put('#one', 'ClientTable', { client: first.client })
  put('#two', 'ClientTable', { client: second.client })
  put('#three', 'AddClientForm', { client: first.client })
  await one().findByText('Ada Byron')
  await two().findByText('Ada Hopper')
  const form = within(document.querySelector<HTMLElement>('#three')!)
  const user = userEvent.setup()
  await user.type(await form.findByLabelText('First name'), 'Mary')
  await user.type(form.getByLabelText('Last name'), 'Jackson')
  await user.click(form.getByRole('button', { name: 'Save' }))
  await one().findByText('Mary Jackson')
  expect(one().queryByText('Ada Hopper')).toBeNull()
  expect(two().queryByText(/Ada Byron|Mary Jackson/)).toBeNull()
})

test('a component that is loaded later takes the place of what stood there once it has come', async () => {
  const [{ client }, [byron]] = await withClients('Byron')
  const why = put('#one', 'WhyButton', { client, clientId: byron!.id, capability: 'products.view', label: 'Wieso?' })
  expect(document.querySelector('#one')?.textContent).toBe('A moment …')
  why.update({ label: 'Why not?' })
  const heard = vi.fn<() => void>()
  document.addEventListener('clientele:opened', heard, { once: true })
  await userEvent.click(await one().findByRole('button', { name: 'Why not?' }))
  await one().findByText('Its access is switched on')
  expect(heard).toHaveBeenCalledOnce()
})

test('a component that is taken away before it has come does not appear', async () => {
  const [{ client }, [byron]] = await withClients('Byron')
  const question = { client, clientId: byron!.id, capability: 'products.view' }
  act(() => put('#one', 'WhyButton', question).unmount())
  put('#two', 'WhyButton', question)
  await two().findByRole('button', { name: 'Why?' })
  expect(document.querySelector('#one')?.childElementCount).toBe(0)
})

test('another tenant in the same place begins anew', async () => {
  const [first] = await withClients('Byron')
  const [second] = await withClients('Hopper')
  const table = put('#one', 'ClientTable', { client: first.client, onSelectionChange: true })
  await userEvent.click(await one().findByRole('checkbox', { name: /Ada Byron/ }))
  act(() => table.update({ client: second.client }))
  await one().findByText('Ada Hopper')
  expect(one().queryByText('Ada Byron')).toBeNull()
  expect(one().queryByRole('checkbox', { checked: true })).toBeNull()
  expect(table.client).toBe(second.client)
})

test('cells, actions and toolbar may be elements of the page', async () => {
  const [{ client }] = await withClients('Byron')
  const link = ({ name }: Client) =>
    Object.assign(document.createElement('a'), { href: '/i', textContent: `Bill ${name}` })
  put('#one', 'ClientTable', {
    client,
    columns: ['name', { key: 'plan', header: 'Plan', cell: () => 'Gold' }],
    rowActions: link,
    toolbar: Object.assign(document.createElement('button'), { textContent: 'Import' }),
  })
  expect(await one().findByRole('link', { name: 'Bill Ada Byron' })).toBeTruthy()
  expect(one().getByText('Gold')).toBeTruthy()
  expect(one().getByRole('button', { name: 'Import' })).toBeTruthy()
})

describe('languages', () => {
  test('each of the kit can be asked for by its code, with or without a region', async () => {
    const files = readdirSync(join(import.meta.dirname, '../locales')).map((file) => file.replace('.ts', ''))
    expect([...languages].toSorted()).toEqual(files.filter((file) => !file.endsWith('-access')).toSorted())
    const { client } = await server.visitor()
    for (const code of languages) {
      const form = put('#one', 'AddClientForm', { client, locale: `${code}-CH` })
      await waitFor(() => expect(document.querySelector('#one [data-clientele]')?.getAttribute('lang')).toBe(code))
      act(() => form.unmount())
    }
  })

  test('a component for access brings what the language says about access', async () => {
    const [{ client }, [byron]] = await withClients('Byron')
    put('#one', 'AccessPanel', { client, clientId: byron!.id, locale: 'de-AT' })
    await one().findByRole('heading', { name: 'Wer Zugriff auf Ihr Konto hat' })
    expect(await one().findByText(/hat keinen Zugriff, dem Sie zugestimmt haben/)).toBeTruthy()
  })

  test('one that the kit does not speak is English, and the console says so', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { client } = await server.visitor()
    put('#one', 'AddClientForm', { client, locale: 'tlh' })
    await one().findByLabelText('First name')
    expect(said.mock.lastCall?.[0]).toContain("no texts for the locale 'tlh': the kit speaks en, de")
    said.mockRestore()
  })
})

describe('says what is wrong', () => {
  const access = { baseUrl: 'http://clientele.test', token: 'token' }
  const bad = (target: unknown, name: unknown, props: unknown) => () =>
    mount(target as string, name as 'ClientPanel', props as MountProps<'ClientPanel'>)

  test.each<[string, () => unknown, RegExp]>([
    [
      'a name',
      bad('#one', 'ClientTabel', access),
      /no such component. There are AddClientForm, ClientTable, ClientPanel/,
    ],
    ['a name of Object', bad('#one', 'toString', access), /no such component/],
    ['an element', bad('#nowhere', 'ClientTable', access), /nothing on the page matches '#nowhere'/],
    ['a selector', bad('##', 'ClientTable', access), /'##' is no selector/],
    ['null for an element', bad(null, 'ClientTable', access), /the first argument is null/],
    ['no token', bad('#one', 'ClientTable', { baseUrl: '/clientele' }), /no `token`.*clientele-session/s],
    ['no props', bad('#one', 'ClientTable', undefined), /no `token`/],
    ['no address', bad('#one', 'ClientTable', { token: 'token' }), /needs `baseUrl`/],
    ['a secret key', bad('#one', 'ClientTable', { ...access, token: 'ck_live_1' }), /secret API key in a browser/],
  ])('%s', (_what, act, message) => {
    expect(act).toThrow(message)
  })

  test('an element that is taken', async () => {
    const { client } = await server.visitor()
    put('#one', 'AddClientForm', { client })
    expect(bad('#one', 'AddClientForm', { client })).toThrow('the element has a component already')
    await screen.findByLabelText('First name')
  })
})
