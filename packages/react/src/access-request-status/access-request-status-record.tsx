'use client'

import type { AccessRequest } from '@clientele/contract'
import { Badge } from '../parts/badge.tsx'
import { Facts, ltr } from '../parts/facts.tsx'
import { LinkToCopy } from '../parts/link-to-copy.tsx'
import { useNearbyFocus } from '../parts/use-nearby-focus.ts'
import { requestStatusStrings } from '../words/access.strings.ts'
import { useDurations } from '../words/use-durations.ts'
import { useFormats } from '../words/use-formats.ts'
import { useAccessWords, type AccessWords } from '../words/use-words.ts'
import { AccessRequestStatusCommands } from './access-request-status-commands.tsx'
import { AccessRequestStatusNow } from './access-request-status-now.tsx'
import { toneOfRequest, type RequestState } from './request-state.ts'
import { scopeText } from './scope-text.ts'
import type { AccessRequestStatusModel } from './use-access-request-status.ts'

export interface AccessRequestStatusRecordProps {
  t: AccessWords<'accessRequestStatus'>
  status: AccessRequestStatusModel
  request: AccessRequest
  onAddProducts?: ((request: AccessRequest) => void) | undefined
}

/*
  level   [state]
  how it stands, and what that means
  facts
  link for the client  [Copy]
  [Send again] [Change the address] [Remind] [Take back]
*/
export function AccessRequestStatusRecord({ t, status, request, onAddProducts }: AccessRequestStatusRecordProps) {
  const names = useAccessWords('requestStatus', requestStatusStrings)
  const { levelTexts } = status
  const kept = useNearbyFocus()
  return (
    <section ref={kept} data-part="request" aria-label={t('title')}>
      <div data-part="request-head">
        <strong data-part="request-level" lang={levelTexts?.language}>
          {levelTexts?.name ?? request.level}
        </strong>
        <Badge tone={toneOfRequest(status.state as RequestState)}>
          {status.state === 'bounced' ? t('undelivered') : names(request.status)}
        </Badge>
      </div>
      <AccessRequestStatusNow {...{ t, status, request, onAddProducts }} />
      <RequestFacts {...{ t, request }} />
      {/* what the mail leads to, for other ways than mail */}
      {request.copyableLink ? <LinkToCopy label={t('link')} link={request.copyableLink} hint={t('linkHint')} /> : null}
      <AccessRequestStatusCommands {...{ t, status, request }} />
    </section>
  )
}

function RequestFacts({ t, request }: Pick<AccessRequestStatusRecordProps, 't' | 'request'>) {
  const formats = useFormats()
  const durations = useDurations()
  const { scope, duration, autoExtend, remindedAt, attempt, attemptsLeft } = request
  const lasts = duration && durations(duration)
  return (
    <Facts
      facts={[
        [t('recipient'), ltr(request.recipientEmail)],
        [t('scope'), scopeText(t, scope)],
        [
          t('lasts'),
          lasts && (autoExtend ? t('lastsExtended', { duration: lasts, extension: durations(autoExtend) }) : lasts),
        ],
        [t('attempt'), attempt > 0 && t('attempts', { count: attempt, left: attemptsLeft })],
        [t('reminded'), remindedAt.map(formats.dateTime).join('; ')],
      ]}
    />
  )
}
