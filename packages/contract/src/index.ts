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
