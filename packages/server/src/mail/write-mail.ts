import { writeLetter } from './letter.ts'
import type { MailData, TemplateName } from './mail-data.ts'
import type { MailTemplates, WrittenMail } from './mail-templates.ts'
import { singleLine, singleLines } from './single-line.ts'
import { languages } from './templates/template.ts'
import { templates } from './templates/templates.ts'

/** Writes a mail in the language asked for, else in that language without its region, else in English. */
export function writeMail<T extends TemplateName>(
  template: T,
  languageCode: string,
  data: MailData[T],
  overrides: MailTemplates,
): WrittenMail & { languageCode: string } {
  const own: Readonly<Record<string, (data: MailData[T]) => WrittenMail>> = overrides[template] ?? {}
  const clean = singleLines(data)
  for (const language of [languageCode, languageCode.split('-')[0] ?? '', 'en']) {
    const ours = languages.find((one) => one === language)
    const written = own[language]?.(clean) ?? (ours && writeLetter(templates[template][ours](clean), ours))
    if (written) return { ...written, subject: singleLine(written.subject), languageCode: language }
  }
  throw new Error(`Clientele: the mail template ${template} has no English version.`)
}
