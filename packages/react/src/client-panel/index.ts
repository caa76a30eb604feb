export { ClientPanel, type ClientPanelProps } from './client-panel.tsx'
export type { ClientPanelStrings } from './client-panel.strings.ts'
export type { ClientChange, ClientPanelOptions } from './use-client-record.ts'
export { useClientPanel, type ClientPanelModel } from './use-client-panel.ts'
