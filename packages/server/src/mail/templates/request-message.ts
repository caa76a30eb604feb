import { fillInMessage } from '@clientele/contract/forms'
import type { MailData } from '../mail-data.ts'
import { day, levelIn } from './phrases.ts'
import type { Language } from './template.ts'

type Asked = Pick<MailData['access_request'], 'client' | 'reseller' | 'level' | 'message' | 'expiresAt' | 'timeZone'>

/** The message of a request as the client reads it, in the mail and on the page that the mail leads to. */
export function requestMessage(
  { client, reseller, level, message, expiresAt, timeZone }: Asked,
  language: Language,
): string {
  return fillInMessage(message, {
    client_first_name: client.firstName ?? client.name,
    reseller_name: reseller.name,
    level_name: levelIn(level, language).name,
    expiry_date: day(expiresAt, language, timeZone),
  })
}
