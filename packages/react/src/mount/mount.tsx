import type { Clientele } from '@clientele/sdk'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { ClienteleProvider } from '../provider/clientele-provider.tsx'
import { componentLoader, isLater, type MaybeLater } from './load-component.ts'
import { localeLoader } from './load-locale.ts'
import { checkAccess, checkName, findElement, mountError } from './mount-error.ts'
import { handlerOf } from './mount-events.ts'
import { definedOf, partsOf, type AnyProps, type MountProps } from './mount-props.ts'
import { mountable, type EventKind, type MountName } from './mountable.ts'
import { enterTenant, isSame, leaveTenant } from './tenant.ts'

/** A component on the page. */
export interface Mounted<N extends MountName = MountName> {
  /** The client that the component calls the API with, for calls of your own. */
  readonly client: Clientele
  /** Changes the props that are named; `undefined` takes one away. */
  update(props: { [K in keyof MountProps<N>]?: MountProps<N>[K] | undefined }): void
  /** Takes the component off the page and empties its element. */
  unmount(): void
}

interface AnyMountable {
  Component: MaybeLater
  events: Readonly<Record<string, EventKind>>
  keeps?: Readonly<Record<string, string>>
  pack?: string
}

const taken = new WeakSet<Element>()

/**
 * Puts a component into an element of any page. What a person does there is told by events of the DOM, which bubble
 * (`clientele:created`, `clientele:query-change`), and to the `onX` functions, where some are given.
 *
 * `onOpen`, `onAdd`, `onSelectionChange`, `onCancel`, `onGoToList` and `onOpenClient` show what is not there else: name
 * them with a function, or with `true` for the event alone. `preventDefault()` on a `clientele:before-…` event stops
 * what it announces. `query` and `selection` are where the table begins: what a person changes is kept.
 *
 * @throws Error where element, name, `baseUrl` or `token` cannot be right.
 * @example
 * const table = mount('#clients', 'ClientTable', { baseUrl: '/clientele', token: getToken, locale: 'de', onOpen: true })
 * document.addEventListener('clientele:open', (event) => location.assign(`/clients/${event.detail}`))
 * table.update({ query: { q: 'mueller' } })
 */
export function mount<N extends MountName>(target: string | Element, name: N, props: MountProps<N>): Mounted<N> {
  checkName(name)
  checkAccess(name, props)
  const element = findElement(target, name)
  if (taken.has(element)) {
    throw mountError(
      name,
      'the element has a component already. Call update() of what mount() gave, or unmount() first',
    )
  }
  const { Component, events, keeps = {}, pack } = mountable[name] as unknown as AnyMountable
  let now = { ...props } as unknown as AnyProps
  let tenant = enterTenant(now)
  const root = createRoot(element)
  const localeNow = localeLoader(needsPack, draw)
  const componentNow = componentLoader(name, Component, draw)
  let isThere = true
  taken.add(element)
  draw()

  function draw(): void {
    if (!isThere) return
    const { asked, look, own } = partsOf(now)
    const [locale, Loaded] = [localeNow(asked), componentNow()]
    if (!locale || !Loaded) return
    const inside = createElement(Loaded, { ...own, ...handlers() })
    // a new caller begins anew: nothing that was chosen or typed for one tenant reaches another
    const { id, client, queryClient } = tenant
    root.render(createElement(ClienteleProvider, { key: id, client, queryClient, locale, ...look }, inside))
  }

  function needsPack(): boolean {
    return isLater(Component) || pack === 'always' || (pack !== undefined && now[pack] === true)
  }

  function handlers(): Record<string, unknown> {
    const heard = Object.keys(events).filter((prop) => events[prop] === 'always' || now[prop] !== undefined)
    return Object.fromEntries(heard.map((prop) => [prop, handlerOf(element, prop, keeping(prop))]))
  }

  /** The host's function, after the prop that follows it: a table stays where a person has brought it. */
  function keeping(prop: string): (...args: readonly unknown[]) => unknown {
    return (...args) => {
      const kept = keeps[prop]
      if (kept !== undefined && now[kept] !== undefined) {
        now = { ...now, [kept]: args[0] }
        draw()
      }
      const given = now[prop]
      return typeof given === 'function' ? (given as (...all: readonly unknown[]) => unknown)(...args) : undefined
    }
  }

  return {
    get client() {
      return tenant.client
    },
    update(changes) {
      if (!isThere) throw mountError(name, 'update() came after unmount(). Mount it again')
      const next = definedOf({ ...now, ...(changes as object) }) as unknown as AnyProps
      checkAccess(name, next)
      const left = tenant
      if (!isSame(now, next)) tenant = enterTenant(next)
      now = next
      draw()
      if (left !== tenant) leaveTenant(left)
    },
    unmount() {
      if (!isThere) return
      isThere = false
      root.unmount()
      taken.delete(element)
      leaveTenant(tenant)
    },
  }
}
