'use client'

import type { AccessRequest } from '@clientele/contract'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { AccessFailure } from '../parts/access-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice } from '../parts/notice.tsx'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessFailureWords } from '../words/use-access-failure-words.ts'
import { useAccessWords } from '../words/use-words.ts'
import { AccessRequestStatusRecord } from './access-request-status-record.tsx'
import { accessRequestStatusStrings, type AccessRequestStatusStrings } from './access-request-status.strings.ts'
import { useAccessRequestStatus, type AccessRequestChange } from './use-access-request-status.ts'

export interface AccessRequestStatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  requestId: string
  /** Runs before a change is sent. Return `false` to stop it. */
  onBeforeChange?: (change: AccessRequestChange, request: AccessRequest) => boolean | void | Promise<boolean | void>
  onChanged?: (request: AccessRequest, change: AccessRequestChange) => void
  /** Shows the next step once the client has accepted: adding products for it (R36). */
  onAddProducts?: (request: AccessRequest) => void
  /** Texts that replace those of the language. */
  messages?: Partial<AccessRequestStatusStrings>
}

/**
 * How a request for access stands, from the mail to the answer, and what its sender can do about it: send it again, to
 * another address too, remind, take it back, pass the link on. What cannot be done says why.
 *
 * @example
 * <AccessRequestStatus requestId="arq_01JNDMDNRPTD99ERSDRK33Z6M3" onChanged={(request) => console.log(request.status)} />
 */
export const AccessRequestStatus = forwardRef<HTMLDivElement, AccessRequestStatusProps>(
  function AccessRequestStatus(props, ref) {
    const { requestId, onBeforeChange, onChanged, onAddProducts, messages, ...rest } = props
    const t = useAccessWords('accessRequestStatus', accessRequestStatusStrings, messages)
    const words = useAccessFailureWords()
    const status = useAccessRequestStatus({ requestId, onBeforeChange, onChanged })
    const { request, state } = status
    return (
      <div {...rest} {...useRootProps('access-request-status', state)} ref={ref}>
        {request ? (
          <AccessRequestStatusRecord key={requestId} {...{ t, status, request, onAddProducts }} />
        ) : state === 'forbidden' ? (
          <Notice title={t('forbiddenTitle')}>{words.failure(status.error).text}</Notice>
        ) : state === 'failed' ? (
          <AccessFailure title={t('failedTitle')} error={status.error} onRetry={status.reload} />
        ) : (
          <Loading lines={4} />
        )}
      </div>
    )
  },
)
