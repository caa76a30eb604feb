import { isApiError, type ApiError } from '@clientele/sdk'
import type { ErrorCode } from '@clientele/contract'

/** The refusal that a call ends with; anything else, an answer too, is thrown. */
export async function refusalOf(call: PromiseLike<unknown>): Promise<ApiError> {
  try {
    await call
  } catch (error) {
    if (isApiError(error)) return error
    throw error
  }
  throw new Error('The call was not refused.')
}

/** The code a call is refused with. */
export async function codeOf(call: PromiseLike<unknown>): Promise<ErrorCode | (string & {})> {
  return (await refusalOf(call)).code
}

/** What is wrong with which field: `/phone phone_not_international`. */
export async function fieldsOf(call: PromiseLike<unknown>): Promise<string[]> {
  const { code, errors } = await refusalOf(call)
  return code === 'validation_failed' ? errors.map(({ pointer, code }) => `${pointer} ${code}`) : [code]
}
