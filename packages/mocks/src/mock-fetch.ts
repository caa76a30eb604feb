import { getResponse } from 'msw'
import type { HttpHandler } from 'msw/http'

/**
 * A `fetch` for one client that is answered by handlers: no service worker, nothing intercepted, and so nothing shared
 * with another test or story on the page.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://clientele.test', token: 'any', fetch: mockFetch(handlers()) })
 */
export function mockFetch(handlers: readonly HttpHandler[]): (request: Request) => Promise<Response> {
  const list = [...handlers]
  return async (request) => {
    const response = await heeding(request.signal, getResponse(list, request))
    if (!response) {
      throw new Error(
        `Clientele mocks: no handler answers ${request.method} ${request.url}. A test would wait for it in vain. Put \`...handlers()\` after your own, and look at \`baseUrl\`.`,
      )
    }
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}

function heeding<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, { once: true })
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
    if (signal.aborted) stop()
  })
}
