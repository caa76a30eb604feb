// A page of ten clients, from a process of its own: its CPU is not counted.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const data = Array.from({ length: 10 }, (_, i) => ({
  id: `acc_${i}`,
  form: 'quick',
  name: `Client ${i}`,
  owner: { id: 'acc_0', name: 'Reseller' },
  tags: ['a', 'b'],
}))
const body = JSON.stringify({ data, nextCursor: null })

const server = createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': body.length,
    'x-request-id': 'req_1',
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
