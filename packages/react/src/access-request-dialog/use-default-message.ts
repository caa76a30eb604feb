'use client'

import type { AccessLevel } from '@clientele/contract'
import { useClientele } from '../provider/clientele-context.ts'
import { fill } from '../words/fill.ts'
import { languageOfLevel } from '../words/level-texts.ts'
import { useAccessWords } from '../words/use-words.ts'
import { accessRequestDialogStrings, type AccessRequestDialogStrings } from './access-request-dialog.strings.ts'
import { defaultMessages } from './default-message.strings.ts'

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
  const isHosts = Object.values(defaultMessages).every(({ defaultMessage }) => defaultMessage !== t('defaultMessage'))
  const ofPage = t('defaultMessage', { scope: t(family), sender_name: sender })
  const known = Object.entries(defaultMessages).map(([language, texts]) => {
    const values = { scope: texts[family], sender_name: sender }
    return { language, text: fill(texts.defaultMessage, values, locale.terms, language) }
  })
  const ownLanguage = languageOfLevel(defaultMessages, locale.code)
  return {
    messageIn: (wanted: string): string => {
      const language = languageOfLevel(defaultMessages, wanted)
      if (isHosts && language === ownLanguage) return ofPage
      return known.find((one) => one.language === language)?.text ?? ofPage
    },
    /** The language it really is in. */
    languageFor: (wanted: string): string => languageOfLevel(defaultMessages, wanted) ?? locale.code,
    /** Nobody has changed it. */
    isDefault: (text: string): boolean => text === ofPage || known.some((one) => one.text === text),
  }
}
