import type { MailData, TemplateName } from '../mail-data.ts'
import type { Letter } from '../letter.ts'

/** The languages that every template is written in. */
export const languages = ['en', 'de', 'fr'] as const
export type Language = (typeof languages)[number]

/** The language of ours that is closest to one that was asked for. */
export function languageOf(languageCode: string): Language {
  const candidates = [languageCode, languageCode.split('-')[0]]
  return languages.find((one) => candidates.includes(one)) ?? 'en'
}

/** One mail in all languages. */
export type Template<T extends TemplateName> = Record<Language, (data: MailData[T]) => Letter>
