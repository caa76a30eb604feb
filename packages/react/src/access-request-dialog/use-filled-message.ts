'use client'

import { fillInMessage, type MessageVariable } from '@clientele/contract/forms'
import { useState } from 'react'
import { after } from '../parts/lengths.ts'
import { levelTextsIn } from '../words/level-texts.ts'
import { useFormats } from '../words/use-formats.ts'
import { firstNameOf } from './request-values.ts'
import type { AccessRequestDialogModel } from './use-access-request-dialog.ts'

/** The message as the client reads it, with the level in the language of the mail. */
export function useFilledMessage({ values, facts }: AccessRequestDialogModel) {
  const formats = useFormats()
  const [now] = useState(() => new Date())
  const level = levelTextsIn(values.level?.texts ?? {}, values.languageCode)
  const variables: Record<MessageVariable, string> = {
    client_first_name: facts.client ? firstNameOf(facts.client) : '',
    reseller_name: facts.me?.account.name ?? '',
    level_name: level.name,
    expiry_date: formats.date(after(now, facts.settings?.access.requestTtl ?? '').toISOString()),
  }
  return { text: fillInMessage(values.message.trim(), variables), level, variables }
}
