import { setTimeout as wait } from 'node:timers/promises'
import { systemClock, type Clock } from '../clock.ts'
import type { Connector } from './connector.ts'

/**
 * A vendor to try things with. Domains tell it what to answer: `nonprofit.*` and `legacy.*` are not eligible, `taken.*`
 * is another reseller's, `direct.*` the vendor's own, and `down.*` makes it fail. Changes of access take their time; those
 * of a client whose domain or name begins with `down` fail, and with `never` they are accepted and never take effect.
 */
export function demoConnector({
  delay = 0,
  propagationDelay = 0,
  clock = systemClock,
}: {
  /** Milliseconds before each answer. @default 0 */
  delay?: number
  /** Milliseconds on the clock until a change of access is in effect. @default 0 */
  propagationDelay?: number
  /** The clock of the server. */
  clock?: Clock
} = {}): Connector {
  const answer = async <T>(
    domain: string | undefined,
    by: Record<string, T>,
    otherwise: T,
    signal: AbortSignal,
  ): Promise<T> => {
    if (delay > 0) await wait(delay, undefined, { signal })
    const first = domain?.split('.')[0] ?? ''
    if (first === 'down') throw new Error('The demo vendor is down for this domain.')
    return by[first] ?? otherwise
  }
  return {
    eligibility: ({ primaryDomain }, { signal }) =>
      answer<Awaited<ReturnType<Connector['eligibility']>>>(
        primaryDomain,
        {
          nonprofit: { blockers: [{ code: 'customer_ineligible_nonprofit', edition: 'Workspace for Nonprofits' }] },
          legacy: { blockers: [{ code: 'customer_ineligible_legacy_free', edition: 'Workspace legacy free edition' }] },
        },
        { blockers: [] },
        signal,
      ),
    domain: (domain, { signal }) =>
      answer<Awaited<ReturnType<Connector['domain']>>>(
        domain,
        { taken: 'other', direct: 'direct' },
        'available',
        signal,
      ),
    apply: async ({ primaryDomain, clientName, since }, { signal }) => {
      const first = /^[a-z]*/.exec((primaryDomain ?? clientName).toLowerCase())?.[0]
      const isThere = clock.now().getTime() - since.getTime() >= propagationDelay
      const state = isThere && first !== 'never' ? ('in_effect' as const) : ('accepted' as const)
      return answer(first, {}, state, signal)
    },
  }
}
