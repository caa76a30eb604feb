import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as a server saw it. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface TestServer {
  readonly baseUrl: string
  /** In the order in which they came. */
  readonly requests: readonly Seen[]
  /** Resolves when that many requests have come. */
  received(count: number): Promise<void>
}

type Answerer = (response: ServerResponse, request: Seen, count: number) => void

/** Starts a server on a socket that answers as it is told, well or badly. It ends with the test. */
export async function startServer(answer: Answerer): Promise<TestServer> {
  const requests: Seen[] = []
  const watchers = new Set<() => void>()
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request
    void text(request).then((body) => {
      const seen = { method, url, headers, body }
      requests.push(seen)
      answer(response, seen, requests.length)
      for (const look of watchers) look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    received: (count) =>
      new Promise((resolve) => {
        const look = () => requests.length >= count && resolve()
        watchers.add(look)
        look()
      }),
  }
}

/** An address where nobody listens: one that was just given back. */
export async function unusedAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

/** Answers as the API does. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_1', ...headers })
  response.end(JSON.stringify(body))
}

/** Refuses as the API does. */
export function problem(
  response: ServerResponse,
  status: number,
  code: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): void {
  const body = {
    type: 'about:blank',
    title: 'A title',
    status,
    code,
    detail: 'A detail.',
    requestId: 'req_1',
    retryable: false,
  }
  json(response, status, { ...body, ...more }, { 'content-type': 'application/problem+json', ...headers })
}
