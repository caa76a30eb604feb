import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a receiver was sent. */
export interface Taken {
  headers: IncomingMessage['headers']
  body: string
}

/** A program of a host that takes webhooks on loopback. */
export interface Receiver {
  url: string
  port: number
  /** In the order in which they came. */
  taken: Taken[]
  /** How it answers from now on. @default 204 */
  answerWith(answer: Answer): void
}

type Answer = number | ((response: ServerResponse, request: IncomingMessage) => void)

/** Starts a receiver; it is stopped with the test. */
export async function startReceiver(answer: Answer = 204): Promise<Receiver> {
  const taken: Taken[] = []
  let current = answer
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push({ headers: request.headers, body })
      if (typeof current === 'function') current(response, request)
      else response.writeHead(current).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    taken,
    answerWith: (answer) => (current = answer),
  }
}
