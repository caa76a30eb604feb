export { AccessPanel, type AccessPanelProps } from './access-panel.tsx'
export type { AccessPanelStrings } from './access-panel.strings.ts'
export {
  useAccessPanel,
  type AccessChange,
  type AccessPanelModel,
  type AccessPanelOptions,
} from './use-access-panel.ts'
