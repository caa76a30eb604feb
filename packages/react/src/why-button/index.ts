export { WhyButton, type WhyButtonProps } from './why-button.tsx'
export type { WhyButtonStrings } from './why-button.strings.ts'
export { useWhyButton, type WhyButtonModel, type WhyButtonOptions } from './use-why-button.ts'
