import type { ClientAccess, DirectSubscription, SaveAccess } from '@clientele/contract'

/** What stands in the form: the switch, the ticks below it, and the word that the reseller agrees. */
export interface AccessDraft {
  allow: boolean
  direct: readonly string[]
  hasAgreed: boolean
}

/** The form as the server has it. */
export function savedDraft(access: ClientAccess): AccessDraft {
  return { allow: access.allow.wanted, direct: tickedOf(access), hasAgreed: false }
}

/** Whether saving would change anything. While the switch is off, ticks are not for change. */
export function isChanged(draft: AccessDraft, access: ClientAccess): boolean {
  if (draft.allow !== access.allow.wanted) return true
  const { ticked, unticked } = tickChanges(draft, access)
  return draft.allow && ticked.length + unticked.length > 0
}

/** The ticks that saving would set and take away. */
export function tickChanges(draft: AccessDraft, access: ClientAccess) {
  const changes = (to: boolean) =>
    draft.allow
      ? access.direct.filter((one) => one.wanted !== to && draft.direct.includes(one.subscription.id) === to)
      : ([] as DirectSubscription[])
  return { ticked: changes(true), unticked: changes(false) }
}

/** R171: a new tick needs the reseller's agreement, which the client can vouch for in the same save. */
export function needsAgreement(draft: AccessDraft, access: ClientAccess): boolean {
  return access.agreement.state === 'none' && tickChanges(draft, access).ticked.length > 0
}

/** What is sent: ticks only where they change, for without the switch they stay as they are. */
export function saveInput(draft: AccessDraft, access: ClientAccess): SaveAccess {
  const { ticked, unticked } = tickChanges(draft, access)
  return {
    allow: draft.allow,
    ...(ticked.length + unticked.length > 0 ? { direct: [...draft.direct] } : {}),
    ...(needsAgreement(draft, access) && draft.hasAgreed ? { resellerHasAgreed: true as const } : {}),
  }
}

/** Whether somebody else decided otherwise between two versions; that something took effect is no decision. */
export function isDecidedAnew(before: ClientAccess, after: ClientAccess): boolean {
  const decision = (access: ClientAccess) =>
    JSON.stringify([access.allow.wanted, tickedOf(access).toSorted(), access.pausedAt, access.lockedByContract])
  return decision(before) !== decision(after)
}

function tickedOf({ direct }: ClientAccess): string[] {
  return direct.filter(({ wanted }) => wanted).map(({ subscription }) => subscription.id)
}
