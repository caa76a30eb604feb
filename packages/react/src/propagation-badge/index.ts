export { PropagationBadge, type PropagationBadgeProps } from './propagation-badge.tsx'
export type { PropagationBadgeStrings } from './propagation-badge.strings.ts'
export {
  usePropagationBadge,
  type PropagationBadgeModel,
  type PropagationBadgeOptions,
} from './use-propagation-badge.ts'
