import { isApiError, type Clientele } from '@clientele/sdk'
import type { Event } from '@clientele/contract'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connect } from './connect.ts'
import { runScript } from './run-script.ts'

const usage = `node examples/node/ask-for-access.ts CLIENT_ID ADDRESS --message TEXT [--level KEY] [--duration P90D] [--every SECONDS]

Asks a client for access by mail, with the key of a reseller, and prints what happens until the access is in effect.

  --level      what is asked for; "manage" where it is left out
  --duration   how long it is to last, in ISO 8601; without an end where it is left out
  --every      how often the feed is read; 5 seconds where it is left out

Exit code: 0 in effect · 1 refused, declined or expired · 2 wrong arguments, or no server
`

/** What ends the wait: with the exit code. Everything else is told, and waited on. */
const ends: Partial<Record<Event['type'], number>> = {
  'access_grant.activated': 0,
  'access_grant.failed': 1,
  'access_request.declined': 1,
  'access_request.expired': 1,
  'access_request.canceled': 1,
  'access_request.superseded': 1,
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      message: { type: 'string' },
      level: { type: 'string', default: 'manage' },
      duration: { type: 'string' },
      every: { type: 'string', default: '5' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const [clientId, recipientEmail, ...more] = positionals
  const { message, level, duration } = values
  const every = Number(values.every)
  if (!clientId || !recipientEmail || !message || more.length > 0 || !(every > 0)) throw new Error(usage)
  const clientele = connect()
  try {
    const asked = { clientId, recipientEmail, message, level, ...(duration === undefined ? {} : { duration }) }
    const { id } = await clientele.accessRequests.create(asked)
    for await (const { id: eventId, type, occurredAt, actor } of happenings(clientele, clientId, id, every)) {
      process.stdout.write(`${[occurredAt, eventId, type, actor.display ?? actor.type].join('\t')}\n`)
      const code = ends[type]
      if (code !== undefined) return code
    }
    return 0
  } catch (error) {
    if (!isApiError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
})

/** What happens at a client from a request on. Who keeps the id of the last event misses none, not even over a restart. */
async function* happenings(clientele: Clientele, clientId: string, requestId: string, every: number) {
  const [first] = await clientele.events.list({ subject: requestId }).toArray({ limit: 1 })
  if (!first) throw new Error(`There is no event of ${requestId} yet, although it was made.`)
  yield first
  for (let after = first.id; ; await wait(every * 1000)) {
    for await (const event of clientele.events.list({ clientId, after })) {
      after = event.id
      yield event
    }
  }
}
