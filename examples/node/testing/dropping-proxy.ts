import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a server on which connections break. */
export interface DroppingProxy extends AsyncDisposable {
  url: string
  /** How many connections were reset so far. */
  dropped: { asking: number; answering: number }
}

/**
 * Passes bytes on, but resets the connection at each `asking`th piece on the way there (the server never saw it) and at
 * each `answering`th piece on the way back (the server has done it, and nobody learns).
 */
export async function startDroppingProxy(
  port: number,
  every: { asking: number; answering: number },
): Promise<DroppingProxy> {
  const seen = { asking: 0, answering: 0 }
  const dropped = { asking: 0, answering: 0 }
  const open = new Set<Socket>()
  const proxy = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    const ends = [near, far] as const
    const pass = (from: Socket, to: Socket, way: 'asking' | 'answering') => {
      from.on('data', (bytes) => {
        if (++seen[way] % every[way] === 0) {
          dropped[way]++
          for (const end of ends) end.resetAndDestroy()
        } else {
          to.write(bytes)
        }
      })
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    pass(near, far, 'asking')
    pass(far, near, 'answering')
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    dropped,
    async [Symbol.asyncDispose]() {
      const closed = once(proxy, 'close')
      proxy.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
