// What is about access stands apart: pages that show clients alone do not load it.
export {
  AccessPanel,
  useAccessPanel,
  type AccessChange,
  type AccessPanelMessages,
  type AccessPanelModel,
  type AccessPanelOptions,
  type AccessPanelProps,
} from './access-panel/index.ts'
export {
  ResellerAccess,
  useResellerAccess,
  type ResellerAccessChange,
  type ResellerAccessModel,
  type ResellerAccessOptions,
  type ResellerAccessProps,
  type ResellerAccessStrings,
} from './reseller-access/index.ts'
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
  type ManagedDetailsStrings,
  type ManagedState,
} from './managed-access/index.ts'
export { takeLink } from './provider/take-link.ts'
export { useLink } from './provider/use-link.ts'
export { useAccessFailureWords } from './words/use-access-failure-words.ts'
