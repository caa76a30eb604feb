export { AccessRequestStatus, type AccessRequestStatusProps } from './access-request-status.tsx'
export type { AccessRequestStatusStrings } from './access-request-status.strings.ts'
export {
  useAccessRequestStatus,
  type AccessRequestChange,
  type AccessRequestStatusModel,
  type AccessRequestStatusOptions,
} from './use-access-request-status.ts'
