export { access } from './resources/access.routes.ts'
export { accessGrants } from './resources/access-grants.routes.ts'
export { accessLevels } from './resources/access-levels.routes.ts'
export { accessRequests } from './resources/access-requests.routes.ts'
export { orders } from './resources/orders.routes.ts'
export { propagations } from './resources/propagations.routes.ts'
export { subscriptions } from './resources/subscriptions.routes.ts'
export { suggestions } from './resources/suggestions.routes.ts'
export { webhookEndpoints } from './resources/webhook-endpoints.routes.ts'
export { apiKeys } from './resources/api-keys.routes.ts'
export { clients } from './resources/clients.routes.ts'
export { events } from './resources/events.routes.ts'
export { me } from './resources/me.routes.ts'
export { productFamilies } from './resources/product-families.routes.ts'
export { resellers } from './resources/resellers.routes.ts'
export { sessions } from './resources/sessions.routes.ts'
export { settings } from './resources/settings.routes.ts'
export { resources, type ResourceName, type Resources } from './resources.ts'
export {
  route,
  type Input,
  type Item,
  type LinkPurpose,
  type Output,
  type Params,
  type Parsed,
  type Query,
  type Row,
  type Rows,
  type RowSchemas,
} from './route.ts'
export { commonErrors, errors, fieldCodes, type ErrorCode, type FieldCode, type FieldError } from './errors.ts'
export { accountKindOf, reachOf, rights, roleCovers, roles, type Reach, type Right, type Role } from './rights.ts'
export type { ErrorData } from './errors.schema.ts'
export { problemOf, type Refused } from './problem.ts'
export { canonicalWording } from './canonical-wording.ts'
export { capabilities, neverDelegable, purchasing, type Capability, type NeverDelegable } from './capabilities.ts'
export type { Problem } from './problem.schema.ts'
export type { ActionState } from './action.schema.ts'
export type { ApiKey, CreateApiKey, NewApiKey } from './resources/api-keys.schema.ts'
export type {
  CreateClient,
  ExternalId,
  OrganizationClient,
  QuickClient,
  UpdateClient,
} from './resources/clients.input.schema.ts'
export type {
  AccountRef,
  Client,
  ClientAction,
  ClientCheck,
  ClientDraft,
  ClientQuery,
  DuplicateCandidate,
} from './resources/clients.schema.ts'
export type { Actor, Event } from './resources/events.schema.ts'
export type { Me } from './resources/me.schema.ts'
export type { ProductFamily, Sku } from './resources/product-families.schema.ts'
export type { CreateReseller, Reseller } from './resources/resellers.schema.ts'
export type { CreateSession, Session, Viewer } from './resources/sessions.schema.ts'
export type { Settings } from './resources/settings.schema.ts'
export type { AccessLevel, LevelTexts, PublishLevel } from './resources/access-levels.schema.ts'
export type {
  AccessScope,
  CreateAccessRequest,
  NamedSubscription,
  ResendAccessRequest,
} from './resources/access-requests.input.schema.ts'
export type {
  AcceptedRequest,
  AccessRequest,
  AccessRequestAction,
  LinkedRequest,
} from './resources/access-requests.schema.ts'
export type {
  AccessGrant,
  AccessGrantAction,
  ConsentReceipt,
  Receipt,
  ReceiptKey,
} from './resources/access-grants.schema.ts'
export type {
  AccessAnswer,
  AccessExplanation,
  AccessQuestion,
  ClientAccess,
  ClientAccessList,
  DirectSubscription,
  ManagedAccess,
  ReplacedLinks,
  Propagating,
  SaveAccess,
} from './resources/access.schema.ts'
export type { Propagation } from './resources/propagations.schema.ts'
export type { Subscription, SubscriptionAction } from './resources/subscriptions.schema.ts'
export type { CreateSuggestion, Suggestion } from './resources/suggestions.schema.ts'
export type { CreateOrder, Order } from './resources/orders.schema.ts'
export type {
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointWithSecret,
  WebhookMessage,
} from './resources/webhook-endpoints.schema.ts'
export type { Notice } from './resources/settings.schema.ts'
