export { ResellerAccess, type ResellerAccessProps } from './reseller-access.tsx'
export type { ResellerAccessStrings } from './reseller-access.strings.ts'
export {
  useResellerAccess,
  type ResellerAccessChange,
  type ResellerAccessModel,
  type ResellerAccessOptions,
} from './use-reseller-access.ts'
