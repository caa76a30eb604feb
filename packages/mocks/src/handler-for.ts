import { http, type HttpHandler, type HttpResponseResolver } from 'msw/http'
import type { Matched } from './answers/answer-request.ts'
import type { Endpoint } from './contract-table.ts'

/** Where the API is. */
export interface Place {
  /** Its address without `/v1`, as the SDK takes it. @default '*', any */
  baseUrl?: string
}

/** An MSW handler of one row. An answer of `undefined` leaves the request to the handlers after it. */
export function handlerFor(
  { row }: Pick<Endpoint, 'row'>,
  place: Place,
  answer: (matched: Matched) => Promise<Response | undefined>,
  options: { once?: boolean } = {},
): HttpHandler {
  const method = row.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
  const resolver: HttpResponseResolver = ({ request, params }) =>
    answer({ request, params: params as Record<string, string> })
  return http[method](addressOf(row.path, place), resolver, options)
}

const allowedHeaders = 'Authorization, Clientele-Link, Content-Type, Idempotency-Key, If-Match, X-Request-Id'

/** Handlers of what browsers ask before a call to another origin, and happy-dom with them. */
export function preflightHandlers(endpoints: readonly Pick<Endpoint, 'row'>[], place: Place): HttpHandler[] {
  const paths = new Set(endpoints.map(({ row }) => row.path))
  return [...paths].map((path) => {
    const methods = endpoints.filter(({ row }) => row.path === path).map(({ row }) => row.method)
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': allowedHeaders,
      'access-control-max-age': '7200',
    }
    return http.options(addressOf(path, place), () => new Response(null, { status: 204, headers }))
  })
}

function addressOf(path: string, { baseUrl = '*' }: Place): string {
  return `${baseUrl.replace(/\/+$/, '')}/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}
