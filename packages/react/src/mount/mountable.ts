import type { ComponentPropsWithoutRef, ComponentType, RefAttributes } from 'react'
import type { AccessLevelPickerProps } from '../access-level-picker/access-level-picker.tsx'
import type { AccessPanelProps } from '../access-panel/access-panel.tsx'
import type { AccessRequestDialogProps } from '../access-request-dialog/access-request-dialog.tsx'
import type { AccessRequestLandingProps } from '../access-request-landing/access-request-landing.tsx'
import type { AccessRequestStatusProps } from '../access-request-status/access-request-status.tsx'
import { AddClientForm, type AddClientFormProps } from '../add-client-form/add-client-form.tsx'
import { ClientPanel, type ClientPanelProps } from '../client-panel/client-panel.tsx'
import { ClientTable, type ClientTableProps } from '../client-table/client-table.tsx'
import type { ManagedAccessProps } from '../managed-access/managed-access.tsx'
import { laterFile } from '../parts/later-file.ts'
import type { PropagationBadgeProps } from '../propagation-badge/propagation-badge.tsx'
import type { ResellerAccessProps } from '../reseller-access/reseller-access.tsx'
import type { ResellerAccessToggleProps } from '../reseller-access-toggle/reseller-access-toggle.tsx'
import type { WhyButtonProps } from '../why-button/why-button.tsx'

/** What can be mounted, by its name, and its props in React. */
export interface MountableProps {
  AddClientForm: AddClientFormProps
  ClientTable: ClientTableProps
  ClientPanel: ClientPanelProps
  AccessLevelPicker: AccessLevelPickerProps
  AccessRequestDialog: AccessRequestDialogProps
  AccessRequestStatus: AccessRequestStatusProps
  AccessRequestLanding: AccessRequestLandingProps
  ManagedAccess: ManagedAccessProps
  AccessPanel: AccessPanelProps
  ResellerAccess: ResellerAccessProps
  ResellerAccessToggle: ResellerAccessToggleProps
  PropagationBadge: PropagationBadgeProps
  WhyButton: WhyButtonProps
}

export type MountName = keyof MountableProps

/** The `onX` of a component's own; those of any `div` stay with React. */
export type EventProp<P> = Exclude<Extract<keyof P, `on${string}`>, keyof ComponentPropsWithoutRef<'div'>>

/**
 * `always`: an event of the DOM says it each time. `asked`: being listened to changes what the component shows (a
 * button, check boxes), so it happens only where the host names the prop.
 */
export type EventKind = 'always' | 'asked'

type Mounts<P> = ComponentType<P & RefAttributes<HTMLDivElement>>

interface Mountable<P> {
  /** What the first screen has is there; the others come when one of them is first mounted. */
  Component: Mounts<P> | Later<P>
  /** An `onX` that is missing does not compile. */
  events: { readonly [E in EventProp<P>]-?: EventKind }
  /** Props that the component hands to the host on change, and that the mount keeps for it, by the event that does so. */
  keeps?: { readonly [E in EventProp<P>]?: keyof P }
  /** It speaks of access, though it is there at once: always, or where a prop asks for it. */
  pack?: 'always' | keyof P
}

interface Later<P> {
  /** It is about access: its words come with the pack of the language. */
  load: () => Promise<Mounts<P>>
}

// one file for all of them: one each would cut what they share with the first screen into a dozen, each a request
const access = laterFile(() => import('./access-components.ts'))

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
      onAccessRequested: 'always',
    },
    pack: 'withAccess',
    keeps: { onQueryChange: 'query', onSelectionChange: 'selection' },
  },
  ClientPanel: {
    Component: ClientPanel,
    events: {
      onBeforeUpdate: 'always',
      onUpdated: 'always',
      onAccessRequested: 'always',
      onBeforeAccessChange: 'always',
      onAccessChanged: 'always',
      onAddProducts: 'asked',
    },
    pack: 'always',
  },
  AccessLevelPicker: {
    Component: { load: async () => (await access()).AccessLevelPicker },
    events: { onValueChange: 'always' },
  },
  AccessRequestDialog: {
    Component: { load: async () => (await access()).AccessRequestDialog },
    events: { onClose: 'always', onBeforeSend: 'always', onSent: 'always' },
  },
  AccessRequestStatus: {
    Component: { load: async () => (await access()).AccessRequestStatus },
    events: { onBeforeChange: 'always', onChanged: 'always', onAddProducts: 'asked' },
  },
  AccessRequestLanding: {
    Component: { load: async () => (await access()).AccessRequestLanding },
    events: {
      onBeforeAnswer: 'always',
      onAccepted: 'always',
      onDeclined: 'always',
      onAskedAgain: 'always',
      onSignIn: 'asked',
      onSignUp: 'asked',
    },
  },
  ManagedAccess: {
    Component: { load: async () => (await access()).ManagedAccess },
    events: { onBeforeChange: 'always', onChanged: 'always', onLinkReplaced: 'always', onSignIn: 'asked' },
  },
  AccessPanel: {
    Component: { load: async () => (await access()).AccessPanel },
    events: { onBeforeChange: 'always', onChanged: 'always', onDirtyChange: 'always' },
  },
  ResellerAccess: {
    Component: { load: async () => (await access()).ResellerAccess },
    events: {
      onBeforeChange: 'always',
      onChanged: 'always',
      onAccessRequested: 'always',
      onAddProducts: 'asked',
    },
  },
  ResellerAccessToggle: {
    Component: { load: async () => (await access()).ResellerAccessToggle },
    events: { onBeforeSave: 'always', onSaved: 'always', onDirtyChange: 'always' },
  },
  PropagationBadge: {
    Component: { load: async () => (await access()).PropagationBadge },
    events: {},
  },
  WhyButton: {
    Component: { load: async () => (await access()).WhyButton },
    events: { onOpened: 'always' },
  },
}
