import { serve } from '@hono/node-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** Serves on the loopback interface; port 0 is any that is free. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
): Promise<{ address: string; close: () => void }> {
  const http = serve({ fetch, hostname: '127.0.0.1', port })
  await once(http, 'listening')
  return { address: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close: () => http.close() }
}
