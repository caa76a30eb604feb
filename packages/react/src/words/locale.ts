import type { AccessLevelPickerStrings } from '../access-level-picker/access-level-picker.strings.ts'
import type { AccessActivityStrings } from '../access-panel/access-activity.strings.ts'
import type { AccessGrantsStrings } from '../access-panel/access-grants.strings.ts'
import type { AccessPanelStrings } from '../access-panel/access-panel.strings.ts'
import type { AccessRequestLandingStrings } from '../access-request-landing/access-request-landing.strings.ts'
import type { AccessRequestDialogStrings } from '../access-request-dialog/access-request-dialog.strings.ts'
import type { AccessRequestStatusStrings } from '../access-request-status/access-request-status.strings.ts'
import type { AddClientFormStrings } from '../add-client-form/add-client-form.strings.ts'
import type { ClientPanelStrings } from '../client-panel/client-panel.strings.ts'
import type { ClientTableStrings } from '../client-table/client-table.strings.ts'
import type { ManagedAccessStrings } from '../managed-access/managed-access.strings.ts'
import type { ManagedDetailsStrings } from '../managed-access/managed-details.strings.ts'
import type { PropagationBadgeStrings } from '../propagation-badge/propagation-badge.strings.ts'
import type { ResellerAccessStrings } from '../reseller-access/reseller-access.strings.ts'
import type { ResellerAccessToggleStrings } from '../reseller-access-toggle/reseller-access-toggle.strings.ts'
import type { WhyButtonStrings } from '../why-button/why-button.strings.ts'
import type { AccessErrorCode, AccessErrorStrings, AccessFieldErrorStrings } from './access-error.strings.ts'
import type { AccessStrings, grantStatusStrings, neverStrings, requestStatusStrings } from './access.strings.ts'
import type { AskingStrings } from './asking.strings.ts'
import type { CommonStrings } from './common.strings.ts'
import type { ErrorStrings, FailureCode, FieldErrorStrings } from './error.strings.ts'
import type { FieldStrings } from './field.strings.ts'
import type { LaterStrings } from './later.strings.ts'
import type { LinkStrings } from './link.strings.ts'
import type {
  accessStateStrings,
  clientFormStrings,
  clientStatusStrings,
  customerTypeStrings,
  roleStrings,
  subscriptionStateStrings,
  verificationStrings,
} from './name.strings.ts'
import type { Terms } from './terms.strings.ts'

/** Every text of the kit, in groups. A language that misses one does not compile. */
export interface Messages {
  readonly terms: Terms
  readonly common: CommonStrings
  readonly fields: FieldStrings
  readonly errors: ErrorStrings
  readonly fieldErrors: FieldErrorStrings
  readonly clientStatus: Readonly<typeof clientStatusStrings>
  readonly subscriptionState: Readonly<typeof subscriptionStateStrings>
  readonly accessState: Readonly<typeof accessStateStrings>
  readonly verification: Readonly<typeof verificationStrings>
  readonly clientForm: Readonly<typeof clientFormStrings>
  readonly customerType: Readonly<typeof customerTypeStrings>
  readonly roles: Readonly<typeof roleStrings>
  readonly addClientForm: AddClientFormStrings
  readonly clientTable: ClientTableStrings
  readonly clientPanel: ClientPanelStrings
}

/** The texts of the components for access. They are a pack of their own: pages without these components do not load it. */
export interface AccessMessages {
  readonly errors: AccessErrorStrings
  readonly fieldErrors: AccessFieldErrorStrings
  readonly access: AccessStrings
  readonly requestStatus: Readonly<typeof requestStatusStrings>
  readonly grantStatus: Readonly<typeof grantStatusStrings>
  readonly never: Readonly<typeof neverStrings>
  readonly asking: AskingStrings
  readonly later: LaterStrings
  readonly link: LinkStrings
  readonly accessLevelPicker: AccessLevelPickerStrings
  readonly accessRequestDialog: AccessRequestDialogStrings
  readonly accessRequestStatus: AccessRequestStatusStrings
  readonly accessRequestLanding: AccessRequestLandingStrings
  readonly managedAccess: ManagedAccessStrings
  readonly managedDetails: ManagedDetailsStrings
  readonly propagationBadge: PropagationBadgeStrings
  readonly whyButton: WhyButtonStrings
  readonly resellerAccess: ResellerAccessStrings
  readonly resellerAccessToggle: ResellerAccessToggleStrings
  readonly accessPanel: AccessPanelStrings
  readonly accessGrants: AccessGrantsStrings
  readonly accessActivity: AccessActivityStrings
}

/** The group of a component for access, as the locale of a page may have it. */
export type AccessGroup = Exclude<keyof AccessMessages, 'errors' | 'fieldErrors'>

/** What one language says about access: import it beside the language, and hand both to the provider. */
export interface AccessLocale extends AccessMessages {
  readonly code: string
}

/** One language: import it from `@clientele/react/locales/…` and hand it to the provider. */
export interface Locale extends Messages {
  /** BCP 47. Dates, numbers, lists and plurals follow it. */
  readonly code: string
  readonly dir: 'ltr' | 'rtl'
}

/** Texts that replace those of the language: any of them, in any group; of errors, also those that share a sentence. */
export type MessageOverrides = { readonly [G in keyof Messages]?: Partial<Messages[G]> } & {
  readonly [G in AccessGroup]?: Partial<AccessMessages[G]>
} & {
  readonly errors?: Readonly<Partial<Record<FailureCode | AccessErrorCode, string>>>
  readonly fieldErrors?: Readonly<Partial<AccessFieldErrorStrings>>
}

/** A language with the packs that came with it. */
export type FullLocale = Locale & { readonly [G in AccessGroup]?: AccessMessages[G] }

/** Puts a pack into its language. */
export function withPack(locale: Locale, pack: AccessLocale | undefined): FullLocale {
  if (!pack) return locale
  const { code: _code, errors, fieldErrors, ...groups } = pack
  return {
    ...locale,
    ...groups,
    errors: { ...locale.errors, ...errors },
    fieldErrors: { ...locale.fieldErrors, ...fieldErrors },
  }
}
