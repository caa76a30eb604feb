import type { AccessExplanation, ErrorCode } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** What may be met on the way, as it is said to both sides. Codes that are not here say what the error says. */
type Met = Extract<
  ErrorCode,
  | 'link_missing'
  | 'access_switch_off'
  | 'access_paused'
  | 'propagation_pending'
  | 'access_not_granted'
  | 'grant_ended'
  | 'capability_not_in_level'
  | 'capability_never_delegable'
  | 'subscription_not_in_scope'
  | 'payment_method_missing'
  | 'account_suspended'
>

export const metStrings = {
  link_missing: 'This reseller does not look after the account.',
  access_switch_off: 'The switch that lets this reseller in is off.',
  access_paused: 'All access has been paused since {since}.',
  propagation_pending: 'It has been allowed and is not in effect yet. Expected by {expectedBy}.',
  access_not_granted: 'It has not been allowed.',
  grant_ended: 'What had been allowed ended on {endedAt}.',
  capability_not_in_level: 'What has been allowed does not include this.',
  capability_never_delegable: 'This can never be allowed to a reseller, whatever the level.',
  subscription_not_in_scope: 'What has been allowed does not cover this subscription.',
  payment_method_missing: 'There is no payment method to charge it to.',
  account_suspended: 'One of the two accounts is suspended.',
} satisfies Record<Met, string>

const stepStrings: Record<AccessExplanation['steps'][number]['step'], string> = {
  link: 'The reseller looks after this account',
  switch: 'Its access is switched on',
  grant: 'What has been allowed includes this',
  never_list: 'It can be allowed to a reseller',
  payment_method: 'A payment method is on file, where one is needed',
  holds: 'Both accounts are active',
  role: 'The role of the person includes this',
  second_factor: 'The person has signed in securely enough',
}

/** Who can change it: to the one who is asked, and to all others. */
const whoStrings = {
  client: 'Only {theClient} can change that.',
  reseller: 'The reseller can change that.',
  platform: 'Only your provider can change that.',
  time: 'Nobody has to do anything: it takes effect by itself.',
  nobody: 'Nobody can change that.',
  you: 'You can change that.',
}

export const whyButtonStrings = {
  why: 'Why?',
  title: 'Why this is not possible',
  titleAllowed: 'This is possible now',
  allowed: 'Nothing stands in the way any more. Try it again.',
  failedTitle: 'The reason could not be found out',
  forbiddenTitle: 'You cannot see the reason',
  passed: 'Yes',
  blocked: 'No',
  ...metStrings,
  requested: 'A request for it has not been answered yet.',
  late: 'It has been allowed, and should have been in effect by {expectedBy}. Your provider sees this too.',
  do_switch_on: 'Go to the page with all resellers, and switch the access on.',
  do_resume: 'Go to the page with all resellers, and resume the access.',
  do_answer: 'Answer the request that was sent to you by e-mail.',
  do_tick: 'Tick the subscription below the switch, or accept a request that covers it.',
  do_pay: 'Add a payment method.',
  do_ask_client: 'Ask {theClient} to do it.',
  do_remind: 'Send a reminder, or wait for the answer.',
  do_ask_access: 'Ask {theClient} for access, at a level that includes this.',
  do_ask_reseller: 'Ask the reseller about it.',
  do_colleague: 'Ask a colleague whose role includes this, or your administrator for the role.',
  do_provider: 'Write to your provider, and name the account.',
  do_wait: 'Try again after that time.',
  do_self: 'Only {theClient} can do this, personally.',
  ...prefixed('step', stepStrings),
  ...prefixed('who', whoStrings),
}

export type WhyButtonStrings = Texts<typeof whyButtonStrings>
