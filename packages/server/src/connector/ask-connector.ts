import type { Blocker, Candidate, Connector } from './connector.ts'

/** What the outside world said. What it did not say in time is unknown. */
export interface Verdict {
  blockers: readonly Blocker[]
  domain: 'unknown' | 'available' | 'other' | 'direct'
}

/** Asks both questions at once. A vendor that is slow or down never stops a client from being added. */
export async function askConnector(connector: Connector, candidate: Candidate, patience: number): Promise<Verdict> {
  const signal = AbortSignal.timeout(patience)
  const { primaryDomain } = candidate
  const [eligibility, domain] = await Promise.all([
    unknownUnless(() => connector.eligibility(candidate, { signal }), signal),
    primaryDomain === undefined
      ? ('unknown' as const)
      : unknownUnless(() => connector.domain(primaryDomain, { signal }), signal),
  ])
  return { blockers: eligibility === 'unknown' ? [] : eligibility.blockers, domain }
}

async function unknownUnless<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T | 'unknown'> {
  const tooLate = new Promise<'unknown'>((resolve) => {
    signal.addEventListener('abort', () => resolve('unknown'), { once: true })
  })
  // in a function of its own: a connector may throw before it gives a promise
  const answer = (async () => ask())().catch(() => 'unknown' as const)
  return Promise.race([answer, tooLate])
}
