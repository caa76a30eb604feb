import type { MasterKey } from '../auth/master-key.ts'
import type { MailTemplates } from './mail-templates.ts'
import type { MailServer } from './smtp.ts'

/** How mails are written, sealed and sent. */
export interface MailSurroundings {
  masterKey: MasterKey
  mailing: {
    from: { name: string; email: string }
    /** The host's own templates, which come before ours. */
    templates: MailTemplates
    /** Takes the mails; without one they stay in the mailbox. */
    server: MailServer | undefined
  }
}
