/** SM4: what the client wants of one reseller, or of one tick, and what is in effect as far as we know. */
export interface SwitchState {
  wanted: boolean
  /** Everything stands still: off for the vendor, whatever is wanted. */
  paused: boolean
  /** On its way to “on” it is off: an older “on” says nothing any more. */
  observed: boolean
  propagation: 'in_sync' | 'pending' | 'overdue'
}

/** What the client asks for, and what is said to have become of it. */
export type SwitchMove = 'on' | 'off' | 'pause' | 'resume'
export type SwitchSeen = 'in_effect' | 'failed' | 'late'

/** The next state, and whether a change sets out to the vendor. */
export interface SwitchStep {
  state: SwitchState
  starts: boolean
}

const asked: Readonly<Record<SwitchMove, Partial<SwitchState>>> = {
  on: { wanted: true },
  off: { wanted: false },
  pause: { paused: true },
  resume: { paused: false },
}

/** Asked for again after the time was over, it sets out again. */
export function moved(before: SwitchState, move: SwitchMove): SwitchStep {
  const state = { ...before, ...asked[move] }
  const aim = aimOf(state)
  if (aim === aimOf(before) && before.propagation !== 'overdue') return { state, starts: false }
  return { state: { ...state, observed: !aim && before.observed, propagation: 'pending' }, starts: true }
}

/** What failed or is late is not in effect yet, and may still come to be. */
export function seen(before: SwitchState, outcome: SwitchSeen): SwitchState {
  if (before.propagation === 'in_sync') return before
  if (outcome !== 'in_effect') return { ...before, propagation: 'overdue' }
  return { ...before, observed: aimOf(before), propagation: 'in_sync' }
}

/** What the vendor has to be brought to. */
export function aimOf({ wanted, paused }: Pick<SwitchState, 'wanted' | 'paused'>): boolean {
  return wanted && !paused
}

/** Off counts at once, on only once it was seen. */
export function isOpen(state: Pick<SwitchState, 'wanted' | 'paused' | 'observed'>): boolean {
  return aimOf(state) && state.observed
}
