'use client'

import type { ManagedAccess, ReplacedLinks } from '@clientele/contract'
import { isApiError } from '@clientele/sdk'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAttempt } from '../parts/use-attempt.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { rowQuery } from '../query/row-query.ts'
import { useSubmissionKey } from '../query/use-submission-key.ts'
import { levelTextsIn } from '../words/level-texts.ts'
import { managedStateOf } from './managed-state.ts'

/** What can be done with the link alone. */
export type ManagedChange = 'pause' | 'resume' | 'end' | 'replaceLink'

export interface ManagedAccessOptions {
  /** Runs before a change is sent, and stops it with `false`. */
  onBeforeChange?:
    | ((change: ManagedChange, managed: ManagedAccess) => boolean | void | Promise<boolean | void>)
    | undefined
  onChanged?: ((managed: ManagedAccess, change: Exclude<ManagedChange, 'replaceLink'>) => void) | undefined
  /** The link that this page was opened with does not work any more. */
  onLinkReplaced?: ((replaced: ReplacedLinks) => void) | undefined
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
export function useManagedAccess({ onBeforeChange, onChanged, onLinkReplaced }: ManagedAccessOptions = {}) {
  const { client, queryClient, locale } = useClientele()
  const row = rowQuery(client, 'access', 'managed')
  const [replaced, setReplaced] = useState<ReplacedLinks>()
  const { data, isError, error, refetch } = useQuery(
    {
      ...row,
      enabled: replaced === undefined,
      refetchInterval: ({ state }) => (state.data && isOnItsWay(state.data) ? soon : false),
    },
    queryClient,
  )
  const { running, failure, attempt } = useAttempt<keyof typeof rows>()
  const submission = useSubmissionKey()

  const change = async (what: keyof typeof rows, from: ManagedAccess): Promise<boolean> => {
    if ((await onBeforeChange?.(what, from)) === false) return false
    const changed = await client.access[rows[what]]({ idempotencyKey: submission.keyFor([what, from.access.etag]) })
    submission.release()
    queryClient.setQueryData(row.queryKey, changed)
    onChanged?.(changed, what)
    return true
  }

  /** It is not what was on the screen any more. */
  const lookAgain = async (thrown: unknown): Promise<never> => {
    if (isApiError(thrown, 'invalid_state_transition') || isApiError(thrown, 'link_invalid')) await refetch()
    throw thrown
  }

  return {
    state: replaced
      ? 'replaced'
      : isError && isApiError(error, 'link_invalid')
        ? 'invalid'
        : data
          ? managedStateOf(data.access)
          : isError
            ? 'failed'
            : 'loading',
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
    run: async (what: keyof typeof rows): Promise<boolean> =>
      (data && (await attempt(what, () => change(what, data).catch(lookAgain)))) ?? false,
    /** Where a new link was mailed, once this one was taken back: nothing of the access can be seen any more. */
    replaced,
    /** Takes back this link and all others. Resolves with whether it was done; what it was refused with is thrown. */
    async replaceLink(): Promise<boolean> {
      if (!data || (await onBeforeChange?.('replaceLink', data)) === false) return false
      const idempotencyKey = submission.keyFor('replaceLink')
      const answer = await client.access.replaceManagedLink({ idempotencyKey }).catch(lookAgain)
      submission.release()
      queryClient.removeQueries({ queryKey: row.queryKey })
      setReplaced(answer)
      onLinkReplaced?.(answer)
      return true
    },
    /** The newest signed receipt of a grant. */
    receiptOf: (grantId: string) => client.access.managedReceipt(grantId),
  } as const
}

/** What {@link useManagedAccess} gives. */
export type ManagedAccessModel = ReturnType<typeof useManagedAccess>

function isOnItsWay({ access }: ManagedAccess): boolean {
  const state = managedStateOf(access)
  return state === 'waiting' || state === 'ending' || access.allow.propagation !== 'in_sync'
}
