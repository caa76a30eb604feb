export { ManagedAccess, type ManagedAccessProps } from './managed-access.tsx'
export type { ManagedAccessStrings } from './managed-access.strings.ts'
export type { ManagedDetailsStrings } from './managed-details.strings.ts'
export type { ManagedState } from './managed-state.ts'
export {
  useManagedAccess,
  type ManagedAccessModel,
  type ManagedAccessOptions,
  type ManagedChange,
} from './use-managed-access.ts'
