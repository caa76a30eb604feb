'use client'

import type { AccessGrant, ClientAccess } from '@clientele/contract'
import { accessRequestStatusStrings } from '../access-request-status/access-request-status.strings.ts'
import { scopeText } from '../access-request-status/scope-text.ts'
import { Facts } from '../parts/facts.tsx'
import { accessStrings } from '../words/access.strings.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'

interface FactsProps {
  t: AccessWords<'resellerAccess'>
  access: ClientAccess
  grant: AccessGrant
}

/** For what, until when, and whether it was ever used. */
export function ResellerAccessFacts({ t, grant }: FactsProps) {
  const shared = useAccessWords('access', accessStrings)
  const ofRequest = useAccessWords('accessRequestStatus', accessRequestStatusStrings)
  const durations = useDurations()
  const formats = useFormats()
  const { scope, endsAt, autoExtend, lastUsedAt } = grant
  const end = endsAt === null ? shared('noEnd') : formats.date(endsAt)
  const until =
    endsAt === null || autoExtend === null ? end : t('untilExtended', { date: end, duration: durations(autoExtend) })
  return (
    <Facts
      facts={[
        [ofRequest('scope'), scopeText(ofRequest, scope)],
        [t('until'), until],
        [t('used'), lastUsedAt === null ? t('notUsed') : formats.date(lastUsedAt)],
      ]}
    />
  )
}
