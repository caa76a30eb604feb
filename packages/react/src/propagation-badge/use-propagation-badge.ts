'use client'

import type { ClientAccess, Propagating } from '@clientele/contract'
import { isForbidden } from '../parts/is-forbidden.ts'
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
  const { data, isError, error, refetch } = useClientAccess(clientId, resellerId)
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
