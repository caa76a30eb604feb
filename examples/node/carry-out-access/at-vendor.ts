import type { Propagation } from '@clientele/contract'

/** What became of a change: it is so now, it is on its way, or it is refused with a reason. */
export type Outcome = { outcome: 'in_effect' } | { outcome: 'on_its_way' } | { outcome: 'failed'; detail: string }

/**
 * Carries one change out where your products are run. **Replace it: it does nothing, and says that all is done.**
 *
 * - `switch`: all access of `resellerId` to `clientId`. While it is off, no tick and no grant lets the reseller in.
 * - `tick`: the one subscription `targetId`, beside those that the reseller has sold.
 * - `grant`: while it is on, exactly `capabilities` with `scope`, and nothing else that was there before.
 *
 * A change comes again until it was reported, so set what is to be instead of adding and taking away: done twice, it does
 * no harm. What it throws is a failure of the moment, and tried again.
 */
export async function carryOut(_change: Propagation): Promise<Outcome> {
  return { outcome: 'in_effect' }
}
