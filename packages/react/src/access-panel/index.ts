export { AccessPanel, type AccessPanelProps } from './access-panel.tsx'
export type { AccessPanelMessages } from './access-panel-messages.ts'
export {
  useAccessPanel,
  type AccessChange,
  type AccessPanelModel,
  type AccessPanelOptions,
} from './use-access-panel.ts'
