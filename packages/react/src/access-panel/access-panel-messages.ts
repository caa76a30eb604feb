import type { ResellerAccessToggleStrings } from '../reseller-access-toggle/reseller-access-toggle.strings.ts'
import type { AccessActivityStrings } from './access-activity.strings.ts'
import type { AccessGrantsStrings } from './access-grants.strings.ts'
import type { AccessPanelStrings } from './access-panel.strings.ts'

/** The texts of the whole panel that a host can replace: of its frame, of switches, of grants, of what was done. */
export type AccessPanelMessages = Partial<
  AccessPanelStrings & ResellerAccessToggleStrings & AccessGrantsStrings & AccessActivityStrings
>
