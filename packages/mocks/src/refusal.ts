import type { ErrorCode, ErrorData, FieldError } from '@clientele/contract'

/** Codes whose answer names fields. */
type FieldErrorCode = 'validation_failed' | 'filter_invalid'

/** What comes with a code: its data, or for what is wrong with fields, these. */
export type RefusalData<C extends ErrorCode> = C extends FieldErrorCode
  ? { errors: readonly (Omit<FieldError, 'detail'> & { detail?: string })[] }
  : ErrorData[C]

/** A "no" with its code. Thrown by {@link refuse}. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCode
  readonly data: Record<string, unknown> | undefined
  readonly errors: readonly FieldError[] | undefined

  constructor(code: ErrorCode, detail: string, given: unknown) {
    super(detail)
    this.code = code
    const isAboutFields = code === 'validation_failed' || code === 'filter_invalid'
    const errors = isAboutFields ? (given as RefusalData<FieldErrorCode> | undefined)?.errors : undefined
    this.errors = errors?.map((error) => ({ detail: `Not valid: ${error.code}.`, ...error }))
    this.data = isAboutFields ? undefined : (given as Record<string, unknown> | undefined)
  }
}

/**
 * Refuses a call from inside the answer of a {@link mock}, as the server would.
 *
 * @example
 * mock(clients.create, ({ input }) =>
 *   input.form === 'quick' ? refuse('quota_exceeded', { limit: 5, used: 5, missing: 1 }) : aClient(),
 * )
 */
export function refuse<C extends ErrorCode>(
  code: C,
  ...[data, detail]: undefined extends RefusalData<C>
    ? [data?: RefusalData<C>, detail?: string]
    : [data: RefusalData<C>, detail?: string]
): never {
  throw new Refusal(code, detail ?? 'A mock refused this.', data)
}
