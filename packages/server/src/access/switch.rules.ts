/** SM4: what the client wants of one reseller, or of one tick, and what is in effect as far as we know. */
export interface SwitchState {
  wanted: boolean
  /** Everything stands still: off for the vendor, whatever is wanted. */
  paused: boolean
  /** What the vendor was last seen to do. On its way to “on” it is off: an older “on” says nothing any more. */
  observed: boolean
  propagation: 'in_sync' | 'pending' | 'overdue'
}

/** What the client asks for; what the vendor, or the host for it, says; and that the time is over. */
export const switchActions = ['on', 'off', 'pause', 'resume', 'in_effect', 'failed', 'late'] as const
export type SwitchAction = (typeof switchActions)[number]

/** The next state, and whether a change sets out to the vendor: it takes the place of one that is under way. */
export interface SwitchStep {
  state: SwitchState
  starts: boolean
}

const asked: Partial<Record<SwitchAction, Partial<SwitchState>>> = {
  on: { wanted: true },
  off: { wanted: false },
  pause: { paused: true },
  resume: { paused: false },
}

/** Takes one step of SM4. Nothing is ever refused: what does not fit the state changes nothing. */
export function switchStep(before: SwitchState, action: SwitchAction): SwitchStep {
  const change = asked[action]
  if (change) return ask(before, { ...before, ...change })
  if (before.propagation === 'in_sync') return { state: before, starts: false }
  const seen = { observed: aimOf(before), propagation: 'in_sync' } as const
  return { state: { ...before, ...(action === 'in_effect' ? seen : { propagation: 'overdue' }) }, starts: false }
}

/** What the vendor has to be brought to. */
export function aimOf({ wanted, paused }: Pick<SwitchState, 'wanted' | 'paused'>): boolean {
  return wanted && !paused
}

/** The switch's step of model 5.5: off counts at once, on only once it was seen. */
export function isOpen(state: Pick<SwitchState, 'wanted' | 'paused' | 'observed'>): boolean {
  return aimOf(state) && state.observed
}

/** Asked for again after the time was over, it sets out again. */
function ask(before: SwitchState, after: SwitchState): SwitchStep {
  const aim = aimOf(after)
  if (aim === aimOf(before) && before.propagation !== 'overdue') return { state: after, starts: false }
  return { state: { ...after, observed: !aim && before.observed, propagation: 'pending' }, starts: true }
}
