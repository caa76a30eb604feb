import { parentPort } from 'node:worker_threads'
import { createClient } from '@clientele/sdk'
import { createServer, demoConnector } from '@clientele/server'
import type { Answered, Asked } from './messages.ts'

// The real server in a thread of its own: the one the tests run in has a browser's globals in place of Node's.

const baseUrl = 'http://clientele.test'
const server = createServer({ database: 'memory:', connector: demoConnector(), jobs: false })
const platform = await server.bootstrap({ name: 'Example Hosting' })
const admin = createClient({ baseUrl, apiKey: platform?.secret ?? '', fetch: (request) => server.fetch(request) })
// where links lead to: without that, nothing is sent
await admin.settings.update({ links: { requestUrl: `${baseUrl}/access`, manageUrl: `${baseUrl}/access/manage` } })
let resellers = 0

parentPort?.on('message', (message: Asked) => {
  void answer(message).then((answered) => parentPort?.postMessage(answered, []))
})

async function answer(message: Asked): Promise<Answered> {
  const { id } = message
  switch (message.kind) {
    case 'request': {
      const { url, method, headers, body } = message
      const response = await server.fetch(new Request(url, { method, headers, body }))
      return { id, status: response.status, headers: [...response.headers], body: await response.text() }
    }
    case 'visitor': {
      const publicIdentifier = `reseller-${++resellers}`
      const displayName = message.name ?? `Reseller ${resellers}`
      const given = message.accountId === 'platform' ? platform?.accountId : message.accountId
      const accountId = given ?? (await admin.resellers.create({ displayName, publicIdentifier })).id
      const viewer = { id: 'viewer-1', name: 'Vera Viewer' }
      const origins = [message.origin]
      const { role, administers } = message
      const session = await admin.sessions.create({
        accountId,
        viewer,
        role,
        origins,
        ...(administers && { administers }),
      })
      return { id, accountId, token: session.token }
    }
    case 'settings':
      await admin.settings.update({ client: { companyRequired: message.companyRequired } })
      return { id }
    case 'level':
      await admin.accessLevels.publish({ key: message.key }, message.level)
      return { id }
    case 'mailed': {
      const mails = await server.mailbox.list()
      const mail = mails.find(({ to, template }) => to.email === message.to && template === message.template)
      const body = mail && (await server.mailbox.get(mail.id))?.body
      return { id, ...(body && { token: /#(cl_[\w-]+)/.exec(body.text)?.[1] ?? '' }) }
    }
    case 'due':
      await server.runDue()
      return { id }
    case 'close':
      await server.close()
      return { id }
    default:
      return { id }
  }
}
