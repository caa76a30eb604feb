'use client'

import type { AccessGrant, ClientAccess, ClientAccessList, SaveAccess } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from '../query/access-changed.ts'
import { rowQuery } from '../query/row-query.ts'
import { useLevelTexts } from '../query/use-level-texts.ts'

/** What a person decides here. */
export type AccessChange =
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'save'; resellerId: string; input: SaveAccess }
  | { kind: 'end'; grant: AccessGrant }
  | { kind: 'lower'; grant: AccessGrant; level: string }
  | { kind: 'acceptVersion'; grant: AccessGrant; level: string }

export interface AccessPanelOptions {
  /** Whose account. */
  clientId: string
  /** Runs before a decision is sent, and stops it with `false`. */
  onBeforeChange?: ((change: AccessChange) => boolean | void | Promise<boolean | void>) | undefined
  onChanged?: ((change: AccessChange) => void) | undefined
}

/**
 * Who has access to a client's account, and all that the client can do about it, without the looks.
 *
 * @example
 * const { list, decide } = useAccessPanel({ clientId })
 * <button onClick={() => decide({ kind: 'pause' })}>Stop everybody</button>
 */
export function useAccessPanel({ clientId, onBeforeChange, onChanged }: AccessPanelOptions) {
  const { client: clientele, queryClient } = useClientele()
  const row = rowQuery(clientele, 'access', 'list', clientId)
  const { data: list, isError, error, refetch } = useQuery(row, queryClient)
  const levels = useLevelTexts()
  const [isResuming, setResuming] = useState(false)
  const [resumeError, setResumeError] = useState<unknown>()
  const running = useRef(false)
  const loaded = { clientele, queryClient }

  const putList = (answer: ClientAccessList) => {
    queryClient.setQueryData(row.queryKey, answer)
    accessChanged(loaded, ...answer.resellers)
  }
  const putGrant = (grant: AccessGrant) => {
    const { queryKey } = rowQuery(clientele, 'access', 'get', { id: clientId, resellerId: grant.reseller.id })
    queryClient.setQueryData<ClientAccess>(
      queryKey,
      (access) => access && { ...access, grants: access.grants.map((one) => (one.id === grant.id ? grant : one)) },
    )
    accessChanged(loaded)
  }

  /** Sends a decision of the switch by itself: that has a form of its own. */
  const send = async (change: Exclude<AccessChange, { kind: 'save' }>): Promise<void> => {
    const { access, accessGrants } = clientele
    if (change.kind === 'pause' || change.kind === 'resume') return putList(await access[change.kind](clientId))
    const { id, etag: ifMatch } = change.grant
    if (change.kind === 'end') return putGrant(await accessGrants.end(id, { ifMatch }))
    return putGrant(await accessGrants[change.kind](id, { level: change.level }, { ifMatch }))
  }

  /** Resolves with `false` where the host stopped it. What changed meanwhile is loaded again before it throws. */
  const decide = async (change: Exclude<AccessChange, { kind: 'save' }>): Promise<boolean> => {
    if ((await onBeforeChange?.(change)) === false) return false
    try {
      await send(change)
    } catch (thrown) {
      if (isApiError(thrown, 'etag_mismatch') || isApiError(thrown, 'invalid_state_transition')) accessChanged(loaded)
      throw thrown
    }
    onChanged?.(change)
    return true
  }

  return {
    state: list ? stateOf(list) : isError ? (isForbidden(error) ? 'forbidden' : 'failed') : 'loading',
    list,
    levels,
    error,
    reload: () => void refetch(),
    decide,
    isResuming,
    resumeError,
    /** Resuming asks nothing: it only brings back what was there. */
    resume: async () => {
      if (running.current) return
      running.current = true
      setResuming(true)
      setResumeError(undefined)
      try {
        await decide({ kind: 'resume' })
      } catch (thrown) {
        setResumeError(thrown)
      } finally {
        running.current = false
        setResuming(false)
      }
    },
  } as const
}

/** What {@link useAccessPanel} gives. */
export type AccessPanelModel = ReturnType<typeof useAccessPanel>

function stateOf({ resellers, pausedAt }: ClientAccessList) {
  if (resellers.length === 0) return 'empty'
  return pausedAt === null ? 'filled' : 'paused'
}
