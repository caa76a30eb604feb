export { AccessRequestLanding, type AccessRequestLandingProps } from './access-request-landing.tsx'
export type { AccessRequestLandingStrings } from './access-request-landing.strings.ts'
export {
  useAccessRequestLanding,
  type AccessRequestLandingModel,
  type AccessRequestLandingOptions,
  type LandingAnswer,
} from './use-access-request-landing.ts'
