export { AccessPanel } from '../access-panel/access-panel.tsx'
export { PropagationBadge } from '../propagation-badge/propagation-badge.tsx'
export { ResellerAccessToggle } from '../reseller-access-toggle/reseller-access-toggle.tsx'
export { WhyButton } from '../why-button/why-button.tsx'
