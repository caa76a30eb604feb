import { setTimeout as wait } from 'node:timers/promises'
import type { Connector } from './connector.ts'

/**
 * A vendor to try things with. Domains tell it what to answer: `nonprofit.*` and `legacy.*` are not eligible, `taken.*`
 * is another reseller's, `direct.*` the vendor's own, and `down.*` makes it fail.
 */
export function demoConnector({
  delay = 0,
}: { /** Milliseconds before each answer. @default 0 */ delay?: number } = {}): Connector {
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
  }
}
