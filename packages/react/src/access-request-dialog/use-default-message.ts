'use client'

import type { AccessLevel } from '@clientele/contract'
import { useClientele } from '../provider/clientele-context.ts'
import { fill } from '../words/fill.ts'
import { languageOfLevel } from '../words/level-texts.ts'
import { useAccessWords } from '../words/use-words.ts'
import { accessRequestDialogStrings, type AccessRequestDialogStrings } from './access-request-dialog.strings.ts'
import {
  defaultMessageStrings,
  frenchMessage,
  germanMessage,
  type DefaultMessageStrings,
} from './default-message.strings.ts'

const byLanguage: Readonly<Record<string, DefaultMessageStrings>> = {
  en: defaultMessageStrings,
  de: germanMessage,
  fr: frenchMessage,
}

interface MessageOptions {
  family: AccessLevel['family']
  /** Who signs it. */
  sender: string
  messages: Partial<AccessRequestDialogStrings> | undefined
}

/**
 * The message that stands there at first, in the language of the mail. The words of a host count for the language of its
 * page; a language that nobody has a message in gets that of the page.
 */
export function useDefaultMessage({ family, sender, messages }: MessageOptions) {
  const { locale } = useClientele()
  const t = useAccessWords('accessRequestDialog', accessRequestDialogStrings, messages)
  const isHosts = Object.values(byLanguage).every(({ defaultMessage }) => defaultMessage !== t('defaultMessage'))
  const ofPage = t('defaultMessage', { scope: t(family), sender_name: sender })
  const known = Object.entries(byLanguage).map(([language, texts]) => {
    const values = { scope: texts[family], sender_name: sender }
    return { language, text: fill(texts.defaultMessage, values, locale.terms, language) }
  })
  const ownLanguage = languageOfLevel(byLanguage, locale.code)
  return {
    messageIn: (wanted: string): string => {
      const language = languageOfLevel(byLanguage, wanted)
      if (isHosts && language === ownLanguage) return ofPage
      return known.find((one) => one.language === language)?.text ?? ofPage
    },
    /** The language it really is in. */
    languageFor: (wanted: string): string => languageOfLevel(byLanguage, wanted) ?? locale.code,
    /** Nobody has changed it. */
    isDefault: (text: string): boolean => text === ofPage || known.some((one) => one.text === text),
  }
}
