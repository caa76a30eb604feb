import type { AddClientFormStrings } from '../add-client-form/add-client-form.strings.ts'
import type { ClientPanelStrings } from '../client-panel/client-panel.strings.ts'
import type { ClientTableStrings } from '../client-table/client-table.strings.ts'
import type { CommonStrings } from './common.strings.ts'
import type { ErrorStrings, FailureCode, FieldErrorStrings } from './error.strings.ts'
import type { FieldStrings } from './field.strings.ts'
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

/** One language: import it from `@clientele/react/locales/…` and hand it to the provider. */
export interface Locale extends Messages {
  /** BCP 47. Dates, numbers, lists and plurals follow it. */
  readonly code: string
  readonly dir: 'ltr' | 'rtl'
}

/** Texts that replace those of the language: any of them, in any group; of errors, also those that share a sentence. */
export type MessageOverrides = { readonly [G in keyof Messages]?: Partial<Messages[G]> } & {
  readonly errors?: Readonly<Partial<Record<FailureCode, string>>>
}
