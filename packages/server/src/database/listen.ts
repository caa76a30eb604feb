import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** Hears what is notified on a channel. `onSilence` is called whenever something may have been missed: at first, and after a lost connection. */
export type Listen = (
  channel: string,
  onNotification: (payload: string) => void,
  onSilence: () => void,
) => Promise<{ close(): Promise<void> }>

const again = 5_000

/** On a connection of its own, which is opened anew when it breaks. */
export function listenToServer(url: string): Listen {
  return async (channel, onNotification, onSilence) => {
    let client: pg.Client | undefined
    let timer: NodeJS.Timeout | undefined
    let isClosed = false
    const lost = () => {
      client = undefined
      if (!isClosed) timer ??= setTimeout(retry, again).unref()
    }
    const retry = () => {
      timer = undefined
      connect().catch(lost)
    }
    const connect = async () => {
      const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 })
      // what breaks also ends: without a listener it would end the process
      next.on('error', () => {})
      next.on('end', lost)
      next.on('notification', ({ payload = '' }) => onNotification(payload))
      try {
        await next.connect()
        await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      } catch (error) {
        next.removeListener('end', lost)
        await next.end().catch(() => {})
        throw error
      }
      if (isClosed) return next.end()
      client = next
      onSilence()
    }
    await connect()
    return {
      close: async () => {
        isClosed = true
        clearTimeout(timer)
        await client?.end()
      },
    }
  }
}

/** The embedded database has one session, and tells this process directly. */
export function listenTo(lite: PGlite, pool: pg.Pool): Listen {
  return async (channel, onNotification, onSilence) => {
    const name = pg.escapeIdentifier(channel)
    await pool.query(`listen ${name}`)
    const off = lite.onNotification((on, payload) => {
      if (on === channel) onNotification(payload)
    })
    onSilence()
    return {
      close: async () => {
        off()
        await pool.query(`unlisten ${name}`)
      },
    }
  }
}
