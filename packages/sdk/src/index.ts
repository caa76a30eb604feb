export { createClient, type CreateClientOptions } from './client.ts'
export { clientOver, type Clientele, type ResourceFunctions } from './client-over.ts'
export type { RequestHooks } from './ky-fetch.ts'
export { call, type CallArgs, type CallResult } from './call.ts'
export { createTransport, type Answer, type ResponseFacts, type Transport, type TransportRequest } from './transport.ts'
export type { ClientOptions } from './client-options.ts'
export type { CallOptions } from './call-options.ts'
export type { Token } from './token.ts'
export type { Call } from './call-promise.ts'
export type { Page, PagedCall } from './paged-call.ts'
export {
  ApiError,
  ClienteleError,
  isApiError,
  isClienteleError,
  type AnyErrorCode,
  type DataOf,
  type ErrorKind,
  type FailureFacts,
} from './errors.ts'
