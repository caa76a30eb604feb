import type { ActionState, ErrorCode, Right } from '@clientele/contract'
import type { Surroundings } from '../answers/mock-call.ts'
import { Refusal, type RefusalData } from '../refusal.ts'

type Actions<A extends string> = Record<A, ActionState>

/**
 * What the caller may do with a thing: what the test said of it, as long as it is as the test gave it and for a caller of
 * whom it said nothing; else by the rules.
 */
export function actionsFor<A extends string>(
  record: { actions?: Partial<Actions<A>> | undefined },
  { store }: Surroundings,
  names: readonly A[],
  rule: (name: A) => ActionState,
): Actions<A> {
  const given = store.isCallerGiven || store.changed.has(record) ? undefined : record.actions
  const states = names.map((name) => [name, given?.[name] ?? rule(name)] as const)
  return Object.fromEntries(states) as Actions<A>
}

/** Refuses what is not allowed with the same code and data. */
export function requireAllowed({ allowed, code, data }: ActionState, what: string): void {
  if (!allowed) throw new Refusal((code ?? 'permission_denied') as ErrorCode, `${what} cannot be done now.`, data)
}

/** Why the caller may not, or that they may. */
export function heldRight({ store }: Surroundings, right: Right | undefined): ActionState {
  return right === undefined || store.me.rights[right] !== undefined
    ? { allowed: true }
    : refused('permission_denied', { right })
}

export function refused<C extends ErrorCode>(code: C, data: RefusalData<C>): ActionState {
  return { allowed: false, code, ...(data === undefined ? {} : { data: { ...data } }) }
}

/** A thing in a state where this cannot be done, and what can be. */
export function noTransition(state: string, allowed: readonly string[]): ActionState {
  return refused('invalid_state_transition', { state, allowed: [...allowed] })
}
