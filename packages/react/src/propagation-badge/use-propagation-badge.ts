'use client'

import type { ClientAccess, Propagating } from '@clientele/contract'
import { useState } from 'react'
import { isForbidden } from '../parts/is-forbidden.ts'
import { useAttempt } from '../parts/use-attempt.ts'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from '../query/access-changed.ts'
import { useClientAccess } from '../query/use-client-access.ts'

export interface PropagationBadgeOptions {
  /** Whose switch. */
  clientId: string
  /** For which reseller. */
  resellerId: string
  /** The tick of a direct subscription below the switch. Left out, it is about the switch. */
  subscriptionId?: string | undefined
}

/**
 * What was decided, what is in effect, and how long the difference may take. It stays up to date by itself while
 * something is on its way.
 *
 * @example
 * const { value, times } = usePropagationBadge({ clientId, resellerId })
 * value?.wanted !== value?.observed && <p>By {value?.effectiveBy}, at most {times?.max}</p>
 */
export function usePropagationBadge({ clientId, resellerId, subscriptionId }: PropagationBadgeOptions) {
  const { client: clientele, queryClient } = useClientele()
  const { data, isError, error, refetch } = useClientAccess(clientId, resellerId)
  const { running, failure, attempt } = useAttempt()
  const [asked, setAsked] = useState<number>()
  const value = data && (subscriptionId === undefined ? switchOf(data) : tickOf(data, subscriptionId))
  return {
    state: data
      ? (value?.propagation ?? 'missing')
      : isError
        ? isForbidden(error)
          ? 'forbidden'
          : 'failed'
        : 'loading',
    value,
    times: data?.propagation,
    isPaused: subscriptionId === undefined && data !== undefined && data.pausedAt !== null,
    error,
    reload: () => void refetch(),
    /** Looks into what is overdue again, at once. */
    recheck: () =>
      attempt(true, async () => {
        setAsked(undefined)
        setAsked((await clientele.propagations.recheck({ id: clientId, resellerId })).asked)
        accessChanged({ clientele, queryClient })
      }),
    isRechecking: running !== undefined,
    /** How many changes are looked into since it was asked for; none where that was done a moment ago. */
    rechecked: asked,
    recheckError: failure,
  } as const
}

/** What {@link usePropagationBadge} gives. */
export type PropagationBadgeModel = ReturnType<typeof usePropagationBadge>

/** What is wanted of the switch: while all access is paused, that nothing passes. */
export function switchOf({ allow, pausedAt }: Pick<ClientAccess, 'allow' | 'pausedAt'>): Propagating {
  return pausedAt === null ? allow : { ...allow, wanted: false }
}

function tickOf({ direct }: ClientAccess, subscriptionId: string): Propagating | undefined {
  return direct.find(({ subscription }) => subscription.id === subscriptionId)
}
