import { createClient, type Clientele } from '@clientele/sdk'
import type { CreateAccessRequest } from '@clientele/contract'
import { baseUrl } from './test-server.ts'
import type { TestPlatform } from './test-platform.ts'

/** The host's pages that links lead to. */
export const pages = {
  requestUrl: 'https://panel.example.com/access',
  manageUrl: 'https://panel.example.com/access/manage',
}

/** Tells the platform where links lead to: without that, nothing is sent. */
export async function setPages({ admin }: Pick<TestPlatform, 'admin'>): Promise<void> {
  await admin.settings.update({ links: pages })
}

/** A valid request, but for the client. */
export function asking(clientId: string, with_: Partial<CreateAccessRequest> = {}): CreateAccessRequest {
  return {
    clientId,
    level: 'manage',
    // a mailbox of its own: one is not asked often
    recipientEmail: `${clientId.toLowerCase()}@mail.example.org`,
    message: 'Hello {client_first_name}, may I look after your products?',
    ...with_,
  }
}

/** Whoever follows a link: alone, or signed in with a session from the host's page. */
export function byLink(
  { server }: Pick<TestPlatform, 'server'>,
  token: string,
  session?: { token: string; origin: string },
): Clientele {
  return createClient({
    baseUrl,
    link: token,
    retries: 0,
    ...(session && { token: session.token }),
    fetch: (request) => {
      if (session) request.headers.set('origin', session.origin)
      return server.fetch(request)
    },
  })
}

/** What follows the `#` of a link. */
export function tokenIn(link: string | null | undefined): string {
  return new URL(String(link)).hash.slice(1)
}

/** The token in the newest mail of a kind to a mailbox. */
export async function mailedToken(
  { server }: Pick<TestPlatform, 'server'>,
  to: string,
  template = 'access_request',
): Promise<string> {
  const mail = (await server.mailbox.list()).find((one) => one.to.email === to && one.template === template)
  const body = mail && (await server.mailbox.get(mail.id))?.body
  const token = /#(cl_[\w-]+)/.exec(body?.text ?? '')?.[1]
  if (token === undefined) throw new Error(`No ${template} with a link was mailed to ${to}.`)
  return token
}
