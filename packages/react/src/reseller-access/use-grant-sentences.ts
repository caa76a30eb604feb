'use client'

import type { AccessGrant, ClientAccess } from '@clientele/contract'
import { accessRequestStatusStrings } from '../access-request-status/access-request-status.strings.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'

interface Standing {
  t: AccessWords<'resellerAccess'>
  access: ClientAccess
  grant: AccessGrant
}

/** How a grant stands, and what there is to know about that. What waits is said to wait (R211). */
export function useGrantSentences(standing: Standing): string[] {
  const { date } = useFormats()
  const ofRequest = useAccessWords('accessRequestStatus', accessRequestStatusStrings)
  const { t, access, grant } = standing
  // the switch above it may say the same
  const isLate = grant.overdue && access.allow.propagation !== 'overdue'
  const more = [...(grant.expiring ? [t('expiring')] : []), ...(isLate ? [t('late')] : [])]
  return [standing.grant.status === 'failed' ? ofRequest('acceptedFailed') : sentenceOf(standing, date), ...more]
}

function sentenceOf({ t, access, grant }: Standing, date: (iso: string) => string): string {
  const { status, createdAt, activatedAt, endedAt, updatedAt, endReason } = grant
  switch (status) {
    case 'activating':
      return t('activating', { date: date(createdAt) })
    case 'active':
      return t('active', { date: date(activatedAt ?? createdAt) })
    case 'paused':
      if (access.pausedAt !== null) return t('pausedAll', { date: date(access.pausedAt) })
      return t(access.allow.wanted ? 'paused' : 'switchedOff')
    default:
      return t(status === 'ending' ? 'ending' : 'ended', {
        date: date(endedAt ?? updatedAt),
        reason: t(`ended_${endReason ?? 'expired'}`),
      })
  }
}
