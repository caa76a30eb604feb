import type { AccessGrant } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** Why a grant ended, as its reseller reads it. */
const endedStrings: Record<NonNullable<AccessGrant['endReason']>, string> = {
  client_ended: '{theClient} ended it',
  reseller_gave_back: 'you gave it back',
  replaced: 'another level took its place',
  expired: 'its time was up',
  platform: 'your provider ended it',
  moved: 'the account was moved',
  client_deleted: 'the account was deleted',
  reseller_ended: 'you have ended your work here',
}

export const resellerAccessStrings = {
  failedTitle: 'Your access could not be loaded',
  forbiddenTitle: 'You cannot see this access',
  none: 'You have no access here.',
  noneYet: 'You can ask for it: nothing is allowed before {theClient} has accepted.',
  activating: 'Agreed on {date}. It is being set up and is not in effect yet.',
  active: 'In effect since {date}.',
  paused: 'The access is paused; for now, nothing is allowed.',
  pausedAll: '{TheClient} has paused all access on {date}; for now, nothing is allowed.',
  switchedOff: '{TheClient} has switched your access off; for now, nothing is allowed.',
  ending: 'Ended on {date}: {reason}. Nothing is allowed any more; the rest of it is being taken away.',
  ended: 'Ended on {date}: {reason}.',
  expiring: 'It ends soon. {TheClient} is told before, and can let it last longer.',
  late: 'This is taking longer than it should. Your provider sees this too.',
  until: 'Until',
  untilExtended: '{date}, then extended each time by {duration}',
  used: 'Last used',
  notUsed: 'Not used yet',
  contains: 'What it contains',
  lower: 'Lower',
  lowerTitle: 'Lower your access to {client}',
  lowerHint: 'This takes effect at once. For more, you have to ask again.',
  lowerChoose: 'Level',
  lowerWanted: 'Choose a level.',
  giveBack: 'Give back',
  giveBackTitle: 'Give “{level}” back?',
  giveBackEffect: 'You can no longer do what it allows, at once. It cannot be undone: you would have to ask again.',
  giveBackStays: 'You can still manage the subscriptions you sold.',
  /** Of what is told by no mail. */
  seen: 'Nobody gets a mail. {TheClient} can see it.',
  seenMailed: 'Both of you are told by mail.',
  direct: 'Bought elsewhere',
  directNone: 'You may look after it once you have agreed and {theClient} has ticked it.',
  directAttested: '{TheClient} said on {date} that you agree.',
  directAgreed: 'You agreed on {date}.',
  directNothing: 'Nothing is ticked.',
  agree: 'Agree',
  agreeTitle: 'Look after what was bought elsewhere?',
  agreeEffect:
    'You agree to look after subscriptions that {client} did not buy from you. {TheClient} chooses which; until then nothing changes.',
  ...prefixed('ended', endedStrings),
} satisfies Record<string, string>

export type ResellerAccessStrings = Texts<typeof resellerAccessStrings>
