'use client'

import { isApiError } from '@clientele/sdk'
import { useClientele } from '../provider/clientele-context.ts'
import { accessChanged } from './access-changed.ts'

interface DecisionOptions<C> {
  onBeforeChange: ((change: C) => boolean | void | Promise<boolean | void>) | undefined
  onChanged: ((change: C) => void) | undefined
}

/** Refusals that say: it is not what was on the screen. */
const outdated = ['etag_mismatch', 'invalid_state_transition', 'level_version_retired'] as const

/**
 * Sends what somebody has decided about access. Resolves with what came of it, and with `false` where the host stopped it.
 * What changed meanwhile is loaded again before it throws.
 */
export function useDecision<C>({ onBeforeChange, onChanged }: DecisionOptions<C>) {
  const { client: clientele, queryClient } = useClientele()
  return async <T>(change: C, act: () => Promise<T>): Promise<T | false> => {
    if ((await onBeforeChange?.(change)) === false) return false
    let done: T
    try {
      done = await act()
    } catch (thrown) {
      if (outdated.some((code) => isApiError(thrown, code))) accessChanged({ clientele, queryClient })
      throw thrown
    }
    onChanged?.(change)
    return done
  }
}
