import { isApiError } from '@clientele/sdk'

/** Whether the caller may not see this at all: nothing to try again. */
export function isForbidden(error: unknown): boolean {
  return isApiError(error) && error.status === 403
}
