'use client'

import type { AccessRequest, AccessRequestAction, ActionState, ResendAccessRequest } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useAttempt } from '../parts/use-attempt.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { requestChanged } from '../query/request-changed.ts'
import { rowQuery } from '../query/row-query.ts'
import { levelTextsIn } from '../words/level-texts.ts'
import { requestStateOf } from './request-state.ts'

/** What is about to be done with a request. */
export type AccessRequestChange =
  | { action: 'send' | 'remind' | 'cancel' }
  | { action: 'resend'; input: ResendAccessRequest }

export interface AccessRequestStatusOptions {
  requestId: string
  /** Runs before a change is sent, and stops it with `false`. */
  onBeforeChange?:
    | ((change: AccessRequestChange, request: AccessRequest) => boolean | void | Promise<boolean | void>)
    | undefined
  onChanged?: ((request: AccessRequest, change: AccessRequestChange) => void) | undefined
}

/** How often a request that waits for an answer is looked at again, in milliseconds. */
const again = 30_000

/**
 * One request for access without its looks: how it stands, and what can be done about it. While it waits for an answer
 * it is looked at again and again, so that the answer shows by itself.
 *
 * @example
 * const { request, refusalOf, run } = useAccessRequestStatus({ requestId })
 * <button disabled={!!refusalOf('remind')} onClick={() => run({ action: 'remind' })}>Remind</button>
 */
export function useAccessRequestStatus(options: AccessRequestStatusOptions) {
  const { requestId, onBeforeChange, onChanged } = options
  const { client, queryClient, locale } = useClientele()
  const record = useQuery(
    {
      ...rowQuery(client, 'accessRequests', 'get', requestId),
      refetchInterval: ({ state }) => (state.data?.status === 'pending' ? again : false),
    },
    queryClient,
  )
  const request = record.data
  const level = useQuery(
    {
      ...rowQuery(client, 'accessLevels', 'get', request?.level ?? ''),
      ...(request ? {} : { queryFn: skipToken }),
      staleTime: Infinity, // a version never changes
    },
    queryClient,
  )
  const grant = useQuery(
    {
      ...rowQuery(client, 'accessGrants', 'get', request?.grantId ?? ''),
      ...(request?.grantId ? {} : { queryFn: skipToken }),
    },
    queryClient,
  )
  const { running, failure, clearFailure, attempt } = useAttempt<AccessRequestAction>()
  const [done, setDone] = useState<AccessRequestAction>()

  const sent = (change: AccessRequestChange, ifMatch: string): Promise<AccessRequest> => {
    if (change.action === 'resend') return client.accessRequests.resend(requestId, change.input, { ifMatch })
    return client.accessRequests[change.action](requestId, { ifMatch })
  }

  const make = async (change: AccessRequestChange, from: AccessRequest): Promise<boolean> => {
    if ((await onBeforeChange?.(change, from)) === false) return false
    const changed = await sent(change, from.etag)
    requestChanged({ clientele: client, queryClient }, changed)
    onChanged?.(changed, change)
    setDone(change.action)
    return true
  }

  return {
    state: request
      ? requestStateOf(request, record.dataUpdatedAt)
      : record.isError
        ? isForbidden(record.error)
          ? 'forbidden'
          : 'failed'
        : 'loading',
    request,
    /** The level in the version that was asked for. */
    levelTexts: level.data && levelTextsIn(level.data.texts, locale.code),
    /** What came of it, once it was accepted. */
    grant: grant.data,
    error: record.error,
    reload: () => void record.refetch(),
    /** Why a thing cannot be done; `undefined` where it can. */
    refusalOf: (action: AccessRequestAction): ActionState | undefined => {
      const state = request?.actions?.[action]
      return state?.allowed === false ? state : undefined
    },
    /** What is being done. */
    running,
    /** What was done last, while it is looked at. */
    done,
    /** What the last change was refused with. */
    failure,
    /** Somebody else changed the request first: it stands there as it is now, and nothing was done. */
    isStale: isApiError(failure, 'etag_mismatch'),
    clearFailure,
    /** Resolves with whether it was done. A second call while one runs does nothing. */
    async run(change: AccessRequestChange): Promise<boolean> {
      if (!request) return false
      const isMade = await attempt(change.action, async () => {
        setDone(undefined)
        return make(change, request).catch(async (thrown: unknown) => {
          // it is not what was on the screen any more
          if (isApiError(thrown) && [409, 412].includes(thrown.status)) await record.refetch()
          throw thrown
        })
      })
      return isMade ?? false
    },
  } as const
}

/** What {@link useAccessRequestStatus} gives. */
export type AccessRequestStatusModel = ReturnType<typeof useAccessRequestStatus>
