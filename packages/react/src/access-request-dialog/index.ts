export { AccessRequestDialog, type AccessRequestDialogProps } from './access-request-dialog.tsx'
export type { AccessRequestDialogStrings } from './access-request-dialog.strings.ts'
export type { AccessRequestField, AccessRequestValues } from './request-values.ts'
export {
  useAccessRequestDialog,
  type AccessRequestDialogModel,
  type AccessRequestDialogOptions,
} from './use-access-request-dialog.ts'
