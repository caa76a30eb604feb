import type { Density, Theme } from '../provider/clientele-context.ts'
import type { MessageOverrides } from '../words/locale.ts'
import { placesOf, type HostPlaces } from './host-content.tsx'
import type { AskedLocale } from './load-locale.ts'
import type { EventProp, MountableProps, MountName } from './mountable.ts'
import type { Access } from './tenant.ts'

/** What every mounted component takes beside its own props. */
interface Look {
  /** A language of the kit by its code, loaded when it is asked for, or a language itself. @default 'en' */
  locale?: AskedLocale
  /** Texts that replace those of the language: `{ terms: { client: 'customer' }, clientTable: { empty: '…' } }`. */
  messages?: MessageOverrides
  theme?: Theme
  /** @default 'comfortable' */
  density?: Density
}

type OwnProps<P> = Omit<P, EventProp<P> | 'messages' | keyof HostPlaces>
/** `true` asks for the event alone. */
type Handlers<P> = { [E in EventProp<P>]?: P[E] | true }
type Places<P> = Pick<HostPlaces, Extract<keyof P, keyof HostPlaces>>

/** The props of a component, as a page without React gives them. */
export type MountProps<N extends MountName> = Access &
  Look &
  OwnProps<MountableProps[N]> &
  Handlers<MountableProps[N]> &
  Places<MountableProps[N]>

/** The props of any component. */
export type AnyProps = Access & Look & HostPlaces & Record<string, unknown>

/** What is the provider's, and what the component's own. */
export function partsOf(props: AnyProps) {
  const {
    baseUrl: _baseUrl,
    token: _token,
    link: _link,
    client: _client,
    locale: asked,
    messages,
    theme,
    density,
    ...rest
  } = props
  const { columns, rowActions, toolbar, ...own } = rest
  const places = placesOf(definedOf({ columns, rowActions, toolbar }))
  return { asked, look: definedOf({ messages, theme, density }), own: { ...definedOf(own), ...places } }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** To a component, a prop that is undefined is not always the same as none. */
export function definedOf<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
