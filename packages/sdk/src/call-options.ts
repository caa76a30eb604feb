import { checkLimits, refuseUnknown, type CallLimits } from './client-options.ts'
import { usageError } from './error-text.ts'

/** Options of one call. What is not named is as the client has it. */
export interface CallOptions extends CallLimits {
  /** Ends the call at once, wherever it is: the error has kind `aborted` and the signal's reason as `cause`. */
  signal?: AbortSignal | undefined
  /** For writes: the same key and input are done once, however often they are sent. @default a new one each call */
  idempotencyKey?: string | undefined
  /** The `etag` of the resource as it was read: the call is refused when it has changed since. */
  ifMatch?: string | undefined
  /** Sent with this call, besides the client's. */
  headers?: Readonly<Record<string, string>>
}

const known = 'signal idempotencyKey ifMatch timeout totalTimeout retries headers'.split(' ')

export function checkCallOptions(name: string, options: CallOptions): void {
  refuseUnknown(name, options, known)
  checkLimits(name, options)
  const { idempotencyKey, ifMatch } = options
  if (idempotencyKey !== undefined && !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw usageError(
      name,
      'got an `idempotencyKey` that cannot be sent: it has to be 1 to 255 letters, digits and marks',
    )
  }
  if (ifMatch !== undefined && !/^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(ifMatch)) {
    throw usageError(
      name,
      'got an `ifMatch` that is no etag. Give the `etag` of the resource as it is, quotes included',
    )
  }
}
