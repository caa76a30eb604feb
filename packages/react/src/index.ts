export { ClienteleProvider, type ClienteleProviderProps } from './provider/clientele-provider.tsx'
export { useClientele, type ClienteleContextValue, type Density, type Theme } from './provider/clientele-context.ts'
export {
  AddClientForm,
  useAddClientForm,
  type AddClientField,
  type AddClientFormModel,
  type AddClientFormOptions,
  type AddClientFormProps,
  type AddClientFormStrings,
  type AddClientValues,
  type FieldProblem,
} from './add-client-form/index.ts'
export {
  ClientTable,
  useClientTable,
  type ClientColumn,
  type ClientColumnName,
  type ClientSelection,
  type ClientTableModel,
  type ClientTableOptions,
  type ClientTableProps,
  type ClientTableQuery,
  type ClientTableStrings,
} from './client-table/index.ts'
export {
  ClientPanel,
  useClientPanel,
  type ClientChange,
  type ClientPanelModel,
  type ClientPanelOptions,
  type ClientPanelProps,
  type ClientPanelStrings,
} from './client-panel/index.ts'
export {
  AccessPanel,
  useAccessPanel,
  type AccessChange,
  type AccessPanelModel,
  type AccessPanelOptions,
  type AccessPanelProps,
  type AccessPanelStrings,
} from './access-panel/index.ts'
export {
  ResellerAccessToggle,
  useResellerAccessToggle,
  type AccessDraft,
  type ResellerAccessToggleModel,
  type ResellerAccessToggleOptions,
  type ResellerAccessToggleProps,
  type ResellerAccessToggleStrings,
} from './reseller-access-toggle/index.ts'
export {
  PropagationBadge,
  usePropagationBadge,
  type PropagationBadgeModel,
  type PropagationBadgeOptions,
  type PropagationBadgeProps,
  type PropagationBadgeStrings,
} from './propagation-badge/index.ts'
export {
  useWhyButton,
  WhyButton,
  type WhyButtonModel,
  type WhyButtonOptions,
  type WhyButtonProps,
  type WhyButtonStrings,
} from './why-button/index.ts'
export {
  AccessLevelPicker,
  useAccessLevelPicker,
  type AccessLevelPickerModel,
  type AccessLevelPickerOptions,
  type AccessLevelPickerProps,
  type AccessLevelPickerStrings,
  type PickedLevel,
} from './access-level-picker/index.ts'
export {
  AccessRequestDialog,
  useAccessRequestDialog,
  type AccessRequestDialogModel,
  type AccessRequestDialogOptions,
  type AccessRequestDialogProps,
  type AccessRequestDialogStrings,
  type AccessRequestField,
  type AccessRequestValues,
} from './access-request-dialog/index.ts'
export {
  AccessRequestStatus,
  useAccessRequestStatus,
  type AccessRequestChange,
  type AccessRequestStatusModel,
  type AccessRequestStatusOptions,
  type AccessRequestStatusProps,
  type AccessRequestStatusStrings,
} from './access-request-status/index.ts'
export {
  AccessRequestLanding,
  useAccessRequestLanding,
  type AccessRequestLandingModel,
  type AccessRequestLandingOptions,
  type AccessRequestLandingProps,
  type AccessRequestLandingStrings,
  type LandingAnswer,
} from './access-request-landing/index.ts'
export {
  ManagedAccess,
  useManagedAccess,
  type ManagedAccessModel,
  type ManagedAccessOptions,
  type ManagedAccessProps,
  type ManagedAccessStrings,
  type ManagedChange,
  type ManagedState,
} from './managed-access/index.ts'
export { takeLink } from './provider/take-link.ts'
export { queryKeyOf } from './query/query-key.ts'
export { useFailureWords, type FailureWords, type Reason } from './words/use-failure-words.ts'
export type { AccessLocale, AccessMessages, Locale, MessageOverrides, Messages } from './words/locale.ts'
export { useAccessFailureWords } from './words/use-access-failure-words.ts'
export type { Plural, Text } from './words/text.ts'
