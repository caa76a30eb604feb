#!/usr/bin/env node
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { noConnector, type Connector } from './connector/connector.ts'
import { immediateConnector } from './connector/immediate-connector.ts'
import { createServer, type ClienteleServer, type ServerOptions } from './create-server.ts'
import { receiptKeysCommand } from './receipt-keys-command.ts'

const usage = `clientele-server                          starts the API
clientele-server bootstrap NAME           makes the platform's account and prints its first key, once
clientele-server receipt-keys             prints the keys that consent receipts are signed with
clientele-server receipt-keys rotate      makes a new one; what the old ones signed stays good
clientele-server receipt-keys revoke KID [SINCE]
                                          says that one was stolen, and when (now); one in use is replaced

DATABASE_URL          postgres://…, a folder, or memory:      (./clientele-data)
CLIENTELE_MASTER_KEY  32 random bytes in base64; needed with postgres://
SMTP_URL              smtps://user:password@host; without it, mails stay in the database
MAIL_FROM             whom mails are from, as in "Example Hosting <access@example.com>"
ACCESS_EFFECT         who brings access into effect: reported, your program says when it is so (propagations.observed);
                      immediate, at once: for panels that ask access.check on each click      (reported)
WEBHOOKS_ALLOW_PRIVATE  1 sends webhooks to private addresses too: for tests alone
HOST, PORT            where to listen                         (127.0.0.1, 8787)
LOG_LEVEL             info, warn, error or silent             (info)
`

// files of settings and panels that start containers write what is left open as an empty text
const settings: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))

// standard output belongs to what a command prints
const log = pino({ level: settings['LOG_LEVEL'] ?? 'info' }, pino.destination(2))

const [command, ...words] = process.argv.slice(2)
const commands: Record<string, () => Promise<void>> = {
  start,
  bootstrap: () => bootstrap(words.join(' ')),
  'receipt-keys': () =>
    briefly(async ({ receiptKeys }) => void process.stdout.write(await receiptKeysCommand(receiptKeys, words))),
}
const run = commands[command ?? 'start']
if (run) {
  await run().catch((error: unknown) => {
    log.fatal({ err: error }, error instanceof Error ? error.message : 'failed')
    process.exitCode = 1
  })
} else {
  process.stderr.write(usage)
  process.exitCode = command === 'help' || command === '--help' ? 0 : 2
}

async function start(): Promise<void> {
  const server = createServer(options())
  await server.start().catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  const http = serve({
    fetch: server.fetch,
    hostname: settings['HOST'] ?? '127.0.0.1',
    port: Number(settings['PORT'] ?? 8787),
  })
  http.once('listening', () => {
    log.info({ address: http.address() }, 'listening')
    if (settings['SMTP_URL'] === undefined) {
      log.warn('No mail leaves this server: SMTP_URL is not set. What would be sent is kept in the table mails.')
    }
  })
  http.once('error', (error) => {
    log.fatal({ err: error }, 'Clientele: cannot listen. Another program may hold the port: set PORT.')
    process.exitCode = 1
    void server.close()
  })
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // a second signal means it
      if (isStopping) process.exit(1)
      isStopping = true
      log.info({ signal }, 'stopping')
      http.close()
      void server.close().then(() => {
        log.info('stopped')
        process.exit(0)
      })
    })
  }
}

async function bootstrap(name: string): Promise<void> {
  if (name === '')
    throw new Error('Clientele: the platform has no name. Give it: clientele-server bootstrap "Example Hosting"')
  await briefly(async (server) => {
    const made = await server.bootstrap({ name })
    if (!made)
      throw new Error(
        'Clientele: the platform is there already. Its first key was shown when it was made and cannot be shown again; make another with apiKeys.create.',
      )
    process.stdout.write(`account ${made.accountId}\nkey     ${made.secret}\n`)
    process.stderr.write('Keep the key: it is shown this once.\n')
  })
}

/** A server for one command: it listens nowhere and leaves what is due to others. */
async function briefly(run: (server: ClienteleServer) => Promise<void>): Promise<void> {
  const server = createServer({ ...options(), jobs: false })
  try {
    await run(server)
  } finally {
    await server.close()
  }
}

function options(): ServerOptions {
  const { DATABASE_URL: database, CLIENTELE_MASTER_KEY: masterKey, WEBHOOKS_ALLOW_PRIVATE: allowPrivate } = settings
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = settings
  return {
    ...(database === undefined ? {} : { database }),
    ...(masterKey === undefined ? {} : { masterKey }),
    mail: { ...(smtpUrl === undefined ? {} : { smtpUrl }), ...(from === undefined ? {} : { from }) },
    webhooks: { allowPrivateAddresses: allowPrivate === '1' },
    connector: connectorOf(settings['ACCESS_EFFECT'] ?? 'reported'),
    log: ({ error, ...record }) => {
      if (error === undefined) log.info(record)
      else log.error({ ...record, error })
    },
  }
}

function connectorOf(effect: string): Connector {
  const connectors: Record<string, Connector> = { reported: noConnector, immediate: immediateConnector }
  const connector = connectors[effect]
  if (!connector)
    throw new Error(
      `Clientele: ACCESS_EFFECT is “${effect}”, so it is not known who brings access into effect. Set it to reported or to immediate.`,
    )
  return connector
}
