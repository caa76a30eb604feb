import type { TestPlatform } from './test-platform.ts'

/** One mail, as far as it matters who reads it. */
export interface ToldMail {
  to: string
  languageCode: string
  /** With the link by which the access is managed. */
  hasLink: boolean
}

let resellers = 0

/** Gives a reseller a mailbox that nobody else has: where it is told. */
export async function supportMailbox({ sql }: Pick<TestPlatform, 'sql'>, resellerId: string): Promise<string> {
  const mailbox = `help-${++resellers}@reseller.example.net`
  await sql('update accounts set support_email = $2 where id = $1', [resellerId, mailbox])
  return mailbox
}

/** Who was told by a kind of mail, of those who read these mailboxes, in their order. */
export async function told(
  { server }: Pick<TestPlatform, 'server'>,
  template: string,
  mailboxes: readonly string[],
): Promise<ToldMail[]> {
  const mails = (await server.mailbox.list()).filter((mail) => mail.template === template)
  const found: ToldMail[] = []
  for (const mailbox of mailboxes) {
    for (const { id, to, languageCode } of mails.filter((mail) => mail.to.email === mailbox)) {
      const text = (await server.mailbox.get(id))?.body?.text ?? ''
      found.push({ to: to.email, languageCode, hasLink: /#cl_/.test(text) })
    }
  }
  return found
}
