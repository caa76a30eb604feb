import type { ClienteleServer } from '@clientele/server'

/** What stands in the links of a server's mails. Once a request is answered the server forgets its mail, a mailbox does not. */
export function linksMailedBy(server: ClienteleServer) {
  const known = new Map<string, string>()
  return {
    async request(to: string): Promise<string> {
      const token = await tokenOf(server, 'access_request', to)
      if (token !== '') known.set(to, token)
      return known.get(to) ?? ''
    },
    manage: () => tokenOf(server, 'manage_link'),
  }
}

async function tokenOf(server: ClienteleServer, template: string, to?: string): Promise<string> {
  const mails = await server.mailbox.list()
  const mail = mails.find((one) => one.template === template && (to === undefined || one.to.email === to))
  const { body } = (mail && (await server.mailbox.get(mail.id))) ?? {}
  return /#(cl_[\w-]+)/.exec(body?.text ?? '')?.[1] ?? ''
}
