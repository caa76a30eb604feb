import type { ErrorCode, ErrorData } from '@clientele/contract'

type Sentences = { readonly [C in ErrorCode]?: (data: ErrorData[C]) => string }

/** Why, and what to do: for codes that say “not now” about something that is there. The title of the code is said before. */
const remedies: Sentences = {
  permission_denied: ({ right }) => `It wants the right ${right}.`,
  role_required: ({ roles }) => `It can be done by: ${roles.join(', ')}.`,
  link_missing: ({ clientId, resellerId }) => `Reseller ${resellerId} looks after client ${clientId} no more.`,
  access_switch_off: ({ clientId }) => `Only client ${clientId} can switch it on again.`,
  access_paused: ({ clientId, since }) => `It has been paused since ${since}. Client ${clientId} can resume it.`,
  access_not_granted: ({ requestId }) =>
    requestId === null
      ? 'Ask for it with accessRequests.create.'
      : `The client has not answered request ${requestId} yet.`,
  capability_not_in_level: ({ capability, level }) =>
    `${level} is without ${capability}. Ask for a level with it, in the place of this one.`,
  subscription_not_in_scope: () => 'Ask for access that covers it, or have the client tick it.',
  invalid_state_transition: ({ state, allowed }) =>
    allowed.length > 0
      ? `It is ${state}. What can be done: ${allowed.join(', ')}.`
      : `It is ${state}, and nothing more can be done with it.`,
  access_request_pending: ({ requestId, level }) =>
    `Request ${requestId} for ${level} is waiting: resend or cancel it, or name it as \`supersede\` to ask for another level.`,
  declined_recently: ({ until }) => `It can be asked again from ${until}, or when it asks for it.`,
  recipient_bounced: ({ email }) =>
    `${email} takes no mail. Ask at another address, or have the platform report the mailbox as deliverable.`,
  setting_missing: ({ setting }) => `The platform has to set ${setting} with settings.update.`,
  level_version_retired: ({ level }) =>
    level === null ? 'It is not offered any more: ask for another level.' : `Ask for ${level}.`,
  duration_not_allowed: ({ max }) => `The longest is ${max} by now.`,
  payment_method_missing: ({ clientId }) => `Client ${clientId} has to add one first.`,
  propagation_pending: ({ expectedBy, overdue }) =>
    overdue ? `It was expected by ${expectedBy} and is overdue.` : `It is expected by ${expectedBy}.`,
  grant_ended: ({ grantId, endedAt }) => `${grantId} ended at ${endedAt}. Ask for access anew.`,
  access_request_expired: ({ expiredAt }) => `Its time was over at ${expiredAt}. The sender can send it again.`,
  access_request_not_pending: ({ state }) => `It is ${state}.`,
  access_request_attempts_exhausted: ({ nextAt }) => `The next mail can go out from ${nextAt}.`,
}

/** What could not be done, and why. `data` is that of the code. */
export function withRemedy(what: string, code: ErrorCode, data: unknown): string {
  const remedy = remedies[code] as ((data: unknown) => string) | undefined
  return remedy ? `${what} ${remedy(data)}` : what
}
