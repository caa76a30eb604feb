import ky, { isNetworkError, type Hooks } from 'ky'
import type { Settings } from './client-options.ts'

/**
 * What happens around each attempt: ky's own hooks, for tracing, logs and headers of the host's. The first may change
 * the request or answer in its place, the second may look at the response.
 */
export type RequestHooks = Pick<Hooks, 'beforeRequest' | 'afterResponse'>

/** Sends by ky. Retries, limits and refusals stay the transport's: it keeps the key of a write over a renewed token. */
export function kyFetch(fetch: Settings['fetch'], hooks: RequestHooks): Settings['fetch'] {
  const http = ky.create({
    fetch: (request) => fetch(request as Request),
    hooks,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
  })
  return async (request) => {
    try {
      return await http(request)
    } catch (error) {
      // ky's own error holds the request, and with it the token
      throw isNetworkError(error) ? error.cause : error
    }
  }
}
