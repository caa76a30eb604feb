import { addClientFormStrings } from '../add-client-form/add-client-form.strings.ts'
import { clientPanelStrings } from '../client-panel/client-panel.strings.ts'
import { clientTableStrings } from '../client-table/client-table.strings.ts'
import { commonStrings } from '../words/common.strings.ts'
import { errorStrings, fieldErrorStrings } from '../words/error.strings.ts'
import { fieldStrings } from '../words/field.strings.ts'
import type { Locale } from '../words/locale.ts'
import {
  accessStateStrings,
  clientFormStrings,
  clientStatusStrings,
  customerTypeStrings,
  roleStrings,
  subscriptionStateStrings,
  verificationStrings,
} from '../words/name.strings.ts'
import { terms } from '../words/terms.strings.ts'

/** English. It is what the kit speaks when it is told nothing else. */
export const en: Locale = {
  code: 'en',
  dir: 'ltr',
  terms,
  common: commonStrings,
  fields: fieldStrings,
  errors: errorStrings,
  fieldErrors: fieldErrorStrings,
  clientStatus: clientStatusStrings,
  subscriptionState: subscriptionStateStrings,
  accessState: accessStateStrings,
  verification: verificationStrings,
  clientForm: clientFormStrings,
  customerType: customerTypeStrings,
  roles: roleStrings,
  addClientForm: addClientFormStrings,
  clientTable: clientTableStrings,
  clientPanel: clientPanelStrings,
}
