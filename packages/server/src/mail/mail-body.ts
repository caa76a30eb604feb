import type { MasterKey } from '../auth/master-key.ts'

export interface Attachment {
  filename: string
  contentType: string
  content: string
}

/** What lies sealed in the database until a mail is on its way: it holds links that let people in. */
export interface MailBody {
  text: string
  html: string
  attachments: Attachment[]
}

export function sealBody(master: MasterKey, body: MailBody): Buffer {
  return master.seal(Buffer.from(JSON.stringify(body)))
}

export function openBody(master: MasterKey, sealed: Buffer): MailBody {
  return JSON.parse(master.open(sealed).toString()) as MailBody
}
