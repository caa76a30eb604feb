export { handlers, type HandlerOptions, type MockData } from './handlers.ts'
export { mock, mockError, type CallOf, type MockAnswer, type MockOptions } from './mock.ts'
export { refuse, type RefusalData } from './refusal.ts'
export {
  scenarios,
  type ConflictOptions,
  type RateLimitedOptions,
  type ScenarioOptions,
  type SlowOptions,
} from './scenarios.ts'
export { mockFetch } from './mock-fetch.ts'
export { aClient } from './factories/a-client.ts'
export { aMe, aNewApiKey, anApiKey, aReseller, aSession } from './factories/accounts-and-keys.ts'
export {
  aClientAccess,
  aDirectSubscription,
  aLinkedRequest,
  aManagedAccess,
  anAccessExplanation,
  anAccessGrant,
  anAccessLevel,
  anAccessRequest,
  aPropagation,
} from './factories/access.ts'
export { aFieldError, anEvent, aPage, aProblem } from './factories/events-and-pages.ts'
export {
  aClientCheck,
  aClientDraft,
  aDuplicate,
  anInput,
  anOrganizationClient,
  aQuickClient,
} from './factories/inputs.ts'
export { aProductFamily, aSku, theSettings } from './factories/products-and-settings.ts'
export { anOrder, aSubscription, aSuggestion } from './factories/selling.ts'
export { aNewWebhookEndpoint, aWebhookDelivery, aWebhookEndpoint, aWebhookMessage } from './factories/webhooks.ts'
export { resetFactories } from './factories/sequence.ts'
export type { AccountLike } from './factories/accounts.ts'
export type { Given } from './factories/made.ts'
