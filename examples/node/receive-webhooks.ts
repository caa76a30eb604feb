import { isClienteleError } from '@clientele/sdk'
import { verifyWebhook } from '@clientele/sdk/webhooks'
import type { WebhookMessage } from '@clientele/contract'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

// the secret was shown once, when the endpoint was made. While it is being replaced there are two, with a space between
const { CLIENTELE_WEBHOOK_SECRET: secrets = '', PORT: port = '8788' } = process.env
const longest = 1_000_000
const taken = new Set<string>()
if (!secrets)
  throw new Error('CLIENTELE_WEBHOOK_SECRET is needed to tell who sends: whsec_…, as shown when the endpoint was made.')

const server = createServer((request, response) => {
  void take(request).then((status) => response.writeHead(status).end())
})
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`Listening at http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
process.once('SIGTERM', () => server.close())

/** Takes one message, and gives the status that says so. It comes again until the answer is 2xx. */
async function take(request: IncomingMessage): Promise<number> {
  try {
    const body = await read(request)
    if (body === undefined) return 413
    const { id, payload } = await verifyWebhook(body, request.headers, secrets.split(' '))
    // it may come twice: a real host keeps the ids where its data is, and in the same transaction
    if (taken.has(id)) return 204
    const { type, timestamp, data } = payload as WebhookMessage
    console.log([timestamp, data.id, type, data.actor.display ?? data.actor.type].join('\t'))
    taken.add(id)
    return 204
  } catch (error) {
    // whoever sent it is not who they should be; a secret of ours that is none is our own fault
    if (isClienteleError(error) && error.kind === 'protocol') return 400
    console.error(error instanceof Error ? error.message : error)
    return 500
  }
}

/** The body as it came, for it is what was signed; nothing where it is longer than any message is. */
async function read(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longest) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
