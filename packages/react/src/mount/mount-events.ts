import type { EventProp, MountableProps, MountName } from './mountable.ts'

type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Kebab<Rest>}`
    : `-${Lowercase<First>}${Kebab<Rest>}`
  : ''

/** `onQueryChange` → `clientele:query-change`. */
type MountEventName<E> = E extends `on${infer Name}` ? `clientele:${Kebab<Uncapitalize<Name>>}` : never

type Detail<F> =
  NonNullable<F> extends (...args: infer A) => unknown ? (A extends [infer First, ...unknown[]] ? First : null) : never

/** The events of the DOM that a mounted component sends from its element, with what they carry. */
export type MountEvents<N extends MountName = MountName> = {
  [E in Names<N>]: CustomEvent<DetailOf<N, E>>
}

type Names<N extends MountName> = N extends MountName ? MountEventName<EventProp<MountableProps[N]>> : never

type DetailOf<N extends MountName, Name> = N extends MountName
  ? {
      [E in EventProp<MountableProps[N]>]: Name extends MountEventName<E> ? Detail<MountableProps[N][E]> : never
    }[EventProp<MountableProps[N]>]
  : never

declare global {
  // they bubble, so documents and windows hear them too
  interface GlobalEventHandlersEventMap extends MountEvents {}
}

/** Turns what a component says by `prop` into an event of the DOM, and then calls the host's own way to hear it. */
export function handlerOf(element: Element, prop: string, tell: (...args: readonly unknown[]) => unknown) {
  const isVeto = prop.startsWith('onBefore')
  const type = `clientele:${prop
    .slice(2)
    .replaceAll(/(?<=.)[A-Z]/g, '-$&')
    .toLowerCase()}`
  return (...args: readonly unknown[]): unknown => {
    const event = new CustomEvent(type, {
      detail: isUiEvent(args[0]) ? undefined : args[0],
      bubbles: true,
      composed: true,
      cancelable: isVeto,
    })
    element.dispatchEvent(event)
    return event.defaultPrevented ? false : tell(...args)
  }
}

/** A click that a button hands on is nothing the host asked for. */
function isUiEvent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'nativeEvent' in value
}
