'use client'

import type { ManagedAccess } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { useSubmissionKey } from '../query/use-submission-key.ts'
import { levelTextsIn } from '../words/level-texts.ts'
import { managedStateOf } from './managed-state.ts'

/** What can be done with the link alone. */
export type ManagedChange = 'pause' | 'resume' | 'end'

export interface ManagedAccessOptions {
  /** Runs before a change is sent, and stops it with `false`. */
  onBeforeChange?:
    | ((change: ManagedChange, managed: ManagedAccess) => boolean | void | Promise<boolean | void>)
    | undefined
  onChanged?: ((managed: ManagedAccess, change: ManagedChange) => void) | undefined
}

/** How often what is on its way is looked at again, in milliseconds. */
const soon = 15_000

const rows = { pause: 'pauseManaged', resume: 'resumeManaged', end: 'endManaged' } as const

/**
 * The page behind the manage link, without its looks: what a client has allowed one reseller, and how to stop it. The
 * client of the provider has to be made with the link: `createClient({ baseUrl, link: takeLink() })`.
 *
 * @example
 * const { access, run } = useManagedAccess()
 * <button onClick={() => run('pause')}>Stop {access?.reseller.name}</button>
 */
export function useManagedAccess({ onBeforeChange, onChanged }: ManagedAccessOptions = {}) {
  const { client, queryClient, locale } = useClientele()
  const row = rowQuery(client, 'access', 'managed')
  const { data, isError, error, refetch } = useQuery(
    {
      ...row,
      refetchInterval: ({ state }) => (state.data && isOnItsWay(state.data) ? soon : false),
    },
    queryClient,
  )
  const [running, setRunning] = useState<ManagedChange>()
  const [failure, setFailure] = useState<unknown>()
  const isBusy = useRef(false)
  const submission = useSubmissionKey()

  const attempt = async (change: ManagedChange, from: ManagedAccess): Promise<boolean> => {
    if ((await onBeforeChange?.(change, from)) === false) return false
    const idempotencyKey = submission.keyFor([change, from.access.etag])
    const changed = await client.access[rows[change]]({ idempotencyKey })
    submission.release()
    queryClient.setQueryData(row.queryKey, changed)
    onChanged?.(changed, change)
    return true
  }

  const isInvalid = isError && isApiError(error, 'link_invalid')
  return {
    state: isInvalid ? 'invalid' : data ? managedStateOf(data.access) : isError ? 'failed' : 'loading',
    managed: data,
    access: data?.access,
    /** A level of a grant, in the reader's language or the closest it has. */
    levelOf: (id: string) => {
      const level = data?.levels.find((one) => one.id === id)
      return level && { level, texts: levelTextsIn(level.texts, locale.code) }
    },
    /** A subscription that a grant names; one that is no more keeps its id. */
    subscriptionOf: (id: string) => data?.subscriptions.find((one) => one.id === id)?.name ?? id,
    error,
    reload: () => void refetch(),
    /** What is being done. */
    running,
    /** What the last change was refused with. */
    failure,
    /** Resolves with whether it was done. A second call while one runs does nothing. */
    async run(change: ManagedChange): Promise<boolean> {
      if (isBusy.current || !data) return false
      isBusy.current = true
      setRunning(change)
      setFailure(undefined)
      try {
        return await attempt(change, data)
      } catch (thrown) {
        setFailure(thrown)
        // it is not what was on the screen any more
        if (isApiError(thrown, 'invalid_state_transition') || isApiError(thrown, 'link_invalid')) await refetch()
        return false
      } finally {
        isBusy.current = false
        setRunning(undefined)
      }
    },
  } as const
}

/** What {@link useManagedAccess} gives. */
export type ManagedAccessModel = ReturnType<typeof useManagedAccess>

function isOnItsWay({ access }: ManagedAccess): boolean {
  const state = managedStateOf(access)
  return state === 'waiting' || state === 'ending' || access.allow.propagation !== 'in_sync'
}
