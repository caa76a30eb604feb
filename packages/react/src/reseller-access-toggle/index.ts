export { ResellerAccessToggle, type ResellerAccessToggleProps } from './reseller-access-toggle.tsx'
export type { ResellerAccessToggleStrings } from './reseller-access-toggle.strings.ts'
export type { AccessDraft } from './access-draft.ts'
export {
  useResellerAccessToggle,
  type ResellerAccessToggleModel,
  type ResellerAccessToggleOptions,
} from './use-reseller-access-toggle.ts'
