import type { ComponentPropsWithoutRef, ComponentType, RefAttributes } from 'react'
import { AddClientForm, type AddClientFormProps } from '../add-client-form/add-client-form.tsx'
import { ClientPanel, type ClientPanelProps } from '../client-panel/client-panel.tsx'
import { ClientTable, type ClientTableProps } from '../client-table/client-table.tsx'

/** What can be mounted, by its name, and its props in React. */
export interface MountableProps {
  AddClientForm: AddClientFormProps
  ClientTable: ClientTableProps
  ClientPanel: ClientPanelProps
}

export type MountName = keyof MountableProps

/** The `onX` of a component's own; those of any `div` stay with React. */
export type EventProp<P> = Exclude<Extract<keyof P, `on${string}`>, keyof ComponentPropsWithoutRef<'div'>>

/**
 * `always`: an event of the DOM says it each time. `asked`: being listened to changes what the component shows (a
 * button, check boxes), so it happens only where the host names the prop.
 */
export type EventKind = 'always' | 'asked'

interface Mountable<P> {
  Component: ComponentType<P & RefAttributes<HTMLDivElement>>
  /** An `onX` that is missing does not compile. */
  events: { readonly [E in EventProp<P>]-?: EventKind }
  /** Props that the component hands to the host on change, and that the mount keeps for it, by the event that does so. */
  keeps?: { readonly [E in EventProp<P>]?: keyof P }
}

export const mountable: { readonly [N in MountName]: Mountable<MountableProps[N]> } = {
  AddClientForm: {
    Component: AddClientForm,
    events: {
      onBeforeCreate: 'always',
      onCreated: 'always',
      onCancel: 'asked',
      onOrder: 'asked',
      onGoToList: 'asked',
      onOpenClient: 'asked',
    },
  },
  ClientTable: {
    Component: ClientTable,
    events: {
      onQueryChange: 'always',
      onSelectionChange: 'asked',
      onOpen: 'asked',
      onAdd: 'asked',
      onCreated: 'always',
    },
    keeps: { onQueryChange: 'query', onSelectionChange: 'selection' },
  },
  ClientPanel: {
    Component: ClientPanel,
    events: { onBeforeUpdate: 'always', onUpdated: 'always' },
  },
}
