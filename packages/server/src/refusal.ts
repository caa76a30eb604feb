import type { ErrorCode, ErrorData, FieldError } from '@clientele/contract'

/** A "no" with its code. The HTTP layer turns it into problem+json; thrown inside a write, it undoes the write. */
export class Refusal<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'Refusal'
  readonly code: C
  readonly data: ErrorData[C] | undefined
  readonly errors: readonly FieldError[] | undefined

  constructor(
    code: C,
    detail: string,
    more: { data?: ErrorData[C]; errors?: readonly FieldError[]; cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.data = more.data
    this.errors = more.errors
  }
}

/** One answer for what is not there and for what belongs to others: the difference is nobody's business. */
export function notFound(): Refusal<'not_found'> {
  return new Refusal(
    'not_found',
    'There is nothing at this address for this caller. Check the id and whose key is used.',
  )
}

/** Refuses a request for what is wrong with its fields, if anything is. */
export function refuseInvalid(errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  const list = errors.map(({ pointer, detail }) => `${pointer || 'The body'}: ${detail}`)
  throw new Refusal('validation_failed', ['Nothing was changed.', ...list].join(' '), { errors })
}
