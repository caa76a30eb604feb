import type { MasterKey } from '../auth/master-key.ts'
import type { MailTemplates } from './mail-templates.ts'
import { smtpServer, type MailServer } from './smtp.ts'

/** How mails are sent, and what is written in them. */
export interface MailOptions {
  /** As in `smtps://user:password@mail.example.com`. Without it, mails stay in the database, where `mailbox` reads them. */
  smtpUrl?: string
  /** Whom mails are from, as in `Example Hosting <access@example.com>`. Needed with `smtpUrl`. */
  from?: string
  /** The host's own texts, which come before ours. */
  templates?: MailTemplates
}

/** How mails are written, sealed and sent. */
export interface MailSurroundings {
  masterKey: MasterKey
  mailing: Mailing
}

interface Mailing {
  from: { name: string; email: string }
  /** The host's own templates, which come before ours. */
  templates: MailTemplates
  /** Takes the mails; without one they stay in the mailbox. */
  server: MailServer | undefined
}

export function createMailing({ smtpUrl, from, templates }: MailOptions): Mailing {
  if (smtpUrl !== undefined && from === undefined) {
    throw new Error(
      'Clientele: mails have no sender. A mail server was named, but not whom its mails are from. Set MAIL_FROM (or the option mail.from), as in "Example Hosting <access@example.com>".',
    )
  }
  return {
    from: senderIn(from ?? 'Clientele <clientele@localhost>'),
    templates: templates ?? {},
    server: smtpUrl === undefined ? undefined : smtpServer(smtpUrl),
  }
}

function senderIn(from: string): { name: string; email: string } {
  const [, name = '', named, bare] =
    /^(?:"?([^"<>]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/.exec(from.trim()) ?? []
  const email = named ?? bare
  if (email === undefined)
    throw new Error(
      `Clientele: “${from}” is no sender. Give an address, or a name and an address, as in "Example Hosting <access@example.com>".`,
    )
  return { name, email }
}
