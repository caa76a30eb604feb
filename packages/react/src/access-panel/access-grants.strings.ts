import type { AccessGrant } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** Why a grant ended. */
const endedStrings: Record<NonNullable<AccessGrant['endReason']>, string> = {
  client_ended: 'on your side',
  reseller_gave_back: 'given back by the reseller',
  replaced: 'replaced by another level',
  expired: 'its time was up',
  platform: 'by your provider',
  moved: 'the account was moved',
  client_deleted: 'the account was deleted',
  reseller_ended: 'the reseller has ended its work here',
}

const scopeStrings: Record<AccessGrant['scope']['kind'], string> = {
  all: 'For everything in your account',
  sold_by_reseller: 'For what you bought from {reseller}',
  sold_plus_ticked: 'For what you bought from {reseller} and what you have ticked',
  subscriptions: 'For certain subscriptions: {list}',
  domains: 'For these domains: {list}',
}

export const accessGrantsStrings = {
  grants: 'What {reseller} may do',
  noGrants: '{reseller} has no access that you agreed to.',
  asked: '{reseller} has asked you for access. You can answer by the link in the message.',
  extends: 'extended automatically by {duration}',
  lastUsed: 'Last used {date}',
  notUsed: 'Not used yet',
  endedAt: 'Ended {date}',
  late: 'This is taking longer than it should. Your provider sees this too.',
  receipt: 'Download receipt',
  extend: 'Extend',
  extendTitle: 'Extend “{level}” for {reseller}',
  extendHint: 'At present it ends {date}. The time that you choose counts from today.',
  extendNone: 'It ends {date}. That is as long as access may last here.',
  extendChoose: 'For how long',
  extendWanted: 'Choose how long.',
  extendEndless: 'Until you or {reseller} end it',
  letRunOut: 'Let it end',
  letRunOutTitle: 'Let “{level}” end on {date}?',
  letRunOutEffect: 'It is no longer extended automatically. You can still extend it yourself.',
  end: 'End access',
  endTitle: 'End “{level}” for {reseller}?',
  endEffect:
    '{reseller} will no longer be able to do what this allowed. It cannot be taken back: {reseller} would have to ask you again.',
  endCommerce: '{reseller} can still manage the subscriptions you bought from it.',
  lower: 'Allow less',
  lowerTitle: 'Allow {reseller} less',
  lowerHint: 'This takes effect at once. For more, {reseller} has to ask you again.',
  lowerChoose: 'Level',
  lowerWanted: 'Choose a level.',
  offerTitle: 'A newer version of “{level}” is offered',
  offerToday: 'Today: {list}',
  offerMore: 'With the new version also: {list}',
  offerAgree: 'Agree to the new version',
  offerLeave: 'Leave it as it is',
  offerLeft: 'There is a newer version. You left it as it was on {date}.',
  offerAgain: 'Look again',
  links: 'Mailed links',
  linksHint:
    'Whoever has the link in a confirmation can see and stop the access of {reseller}, without an account. If one was passed on by mistake, take them all back.',
  linksReplace: 'Take back mailed links',
  linksTitle: 'Take back all mailed links to the access of {reseller}?',
  linksEffect: 'They stop working at once. A new one is mailed to you, if your address is known here.',
  linksSent: 'The links do not work any more. A new one was mailed to {email}.',
  linksNotSent: 'The links do not work any more. No new one was mailed: your address is not known here.',
  ...prefixed('ended', endedStrings),
  ...prefixed('scope', scopeStrings),
}

export type AccessGrantsStrings = Texts<typeof accessGrantsStrings>
