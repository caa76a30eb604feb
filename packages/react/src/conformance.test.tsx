import { createClient } from '@clientele/sdk'
import { act, render } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRef, forwardRef, version, type ComponentType, type RefAttributes } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import * as access from './access.ts'
import * as clients from './index.ts'

const kit = { ...clients, ...access }

interface Shared extends RefAttributes<HTMLDivElement> {
  className?: string
  id?: string
  'data-testid'?: string
}

/** What each component needs besides what all share. */
const clientId = 'acc_01J9Z3K4M5N6P7Q8R9S0T1V2W3'
const pair = { clientId, resellerId: 'acc_01J9Z3K4M5N6P7Q8R9S0T1V2W4' }
const components: Record<string, { Component: ComponentType<Shared>; hook: string; state?: string }> = {
  'add-client-form': { Component: kit.AddClientForm, hook: 'useAddClientForm' },
  'client-table': { Component: kit.ClientTable, hook: 'useClientTable' },
  'client-panel': {
    Component: given(kit.ClientPanel, { clientId }),
    hook: 'useClientPanel',
  },
  'access-level-picker': { Component: kit.AccessLevelPicker, hook: 'useAccessLevelPicker' },
  'access-request-dialog': {
    Component: given(kit.AccessRequestDialog, { clientId, onClose: () => {} }),
    hook: 'useAccessRequestDialog',
  },
  'access-request-status': {
    Component: given(kit.AccessRequestStatus, { requestId: 'arq_01JNDMDNRPTD99ERSDRK33Z6M3' }),
    hook: 'useAccessRequestStatus',
  },
  'access-request-landing': { Component: kit.AccessRequestLanding, hook: 'useAccessRequestLanding' },
  'managed-access': { Component: kit.ManagedAccess, hook: 'useManagedAccess' },
  'access-panel': { Component: given(kit.AccessPanel, { clientId }), hook: 'useAccessPanel' },
  'reseller-access': { Component: given(kit.ResellerAccess, { clientId }), hook: 'useResellerAccess' },
  'reseller-access-toggle': { Component: given(kit.ResellerAccessToggle, pair), hook: 'useResellerAccessToggle' },
  'propagation-badge': { Component: given(kit.PropagationBadge, pair), hook: 'usePropagationBadge' },
  'why-button': {
    Component: given(kit.WhyButton, { clientId, capability: 'products.view' }),
    hook: 'useWhyButton',
    state: 'closed',
  },
}

// a service that never answers: what is drawn is drawn without it
const client = createClient({ baseUrl: 'http://clientele.test', token: 'token', fetch: () => new Promise(() => {}) })

test('every exported component is looked at here', () => {
  const exported = Object.entries(kit).filter(([, value]) => typeof value === 'object' && '$$typeof' in value)
  expect(exported).toHaveLength(Object.keys(components).length)
})

test('runs on the React that this project is about', ({ task }) => {
  const wanted = task.file.projectName === 'dom-react-18' ? '18.2.0' : '19.'
  expect(version.startsWith(wanted)).toBe(true)
})

test('without a provider a component says what to do', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<kit.ClientTable />)).toThrow('wrap the app in `<ClienteleProvider client={createClient(…)}>`')
  said.mockRestore()
})

describe.each(Object.entries(components))('%s', (name, { Component, hook, state = 'loading' }) => {
  const page = (props: Shared = {}) => (
    <kit.ClienteleProvider client={client} theme="dark">
      <Component {...props} />
    </kit.ClienteleProvider>
  )

  test('gives ref, class name and rest props to its root, and names it', () => {
    const ref = createRef<HTMLDivElement>()
    const { container } = render(page({ ref, className: 'mine', id: 'here', 'data-testid': 'x' }))
    const root = container.firstElementChild
    expect(ref.current).toBe(root)
    expect(root?.className).toBe('mine')
    expect(root?.id).toBe('here')
    expect(root?.getAttribute('data-testid')).toBe('x')
    expect(root?.getAttribute('data-clientele')).toBe(name)
    expect(root?.getAttribute('data-state')).toBe(state)
    expect(root?.getAttribute('data-theme')).toBe('dark')
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).toEqual(['en', 'ltr'])
  })

  test('has data-part on each element it draws, so that the styles of the host do not reach them', () => {
    const { container } = render(page())
    const bare = [...container.querySelectorAll('[data-clientele] *:not([data-part]):not([data-clientele])')]
    expect(bare.map((element) => element.outerHTML)).toEqual([])
  })

  test('draws on the server without a window, styles in attributes or scripts', () => {
    vi.stubGlobal('window', undefined)
    vi.stubGlobal('document', undefined)
    const html = renderToString(page())
    vi.unstubAllGlobals()
    expect(html).toContain(`data-clientele="${name}"`)
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son\w+=/)
  })

  test('comes alive on what the server drew, without a warning', async () => {
    const place = document.createElement('div')
    document.body.append(place)
    place.innerHTML = renderToString(page())
    const drawn = place.innerHTML
    const problems: unknown[] = []
    const root = await act(async () =>
      hydrateRoot(place, page(), { onRecoverableError: (error) => problems.push(error) }),
    )
    expect(problems).toEqual([])
    // what only a browser can do: popovers know their buttons, dialogs open
    expect(place.innerHTML.replaceAll(/ popovertarget="[^"]*"|(?<=<dialog[^>]*) open=""/g, '')).toBe(drawn)
    act(() => root.unmount())
    place.remove()
  })

  test.each([['dark'], ['light'], ['auto']] as const)('takes the theme %s and compact rows by attribute', (theme) => {
    const { container } = render(
      <kit.ClienteleProvider client={client} theme={theme} density="compact">
        <Component />
      </kit.ClienteleProvider>,
    )
    const root = container.firstElementChild
    expect([root?.getAttribute('data-theme'), root?.getAttribute('data-density')]).toEqual([theme, 'compact'])
  })

  test('is a client component, with its hook beside it', () => {
    expect(kit).toHaveProperty(hook)
    for (const file of [`${name}.tsx`, `${kebab(hook)}.ts`]) {
      const source = readFileSync(join(import.meta.dirname, name, file), 'utf8')
      expect(source.startsWith("'use client'")).toBe(true)
    }
  })
})

/** A component with what it cannot do without. */
function given<P extends object>(Component: ComponentType<P & Shared>, props: P): ComponentType<Shared> {
  return forwardRef<HTMLDivElement, Omit<Shared, 'ref'>>(function Given(more, ref) {
    return <Component {...props} {...more} ref={ref} />
  })
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
