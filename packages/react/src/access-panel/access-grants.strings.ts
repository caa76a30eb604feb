import type { AccessGrant } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** Why a grant ended. */
const endedStrings: Record<NonNullable<AccessGrant['endReason']>, string> = {
  client_ended: 'ended by {theClient}',
  reseller_gave_back: 'given back by the reseller',
  replaced: 'replaced by another level',
  expired: 'its time was up',
  platform: 'ended by your provider',
  moved: 'the account was moved',
  client_deleted: 'the account was deleted',
  reseller_ended: 'the reseller gave up its business',
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
  extends: 'extends itself by {duration}',
  lastUsed: 'Last used {date}',
  notUsed: 'Not used yet',
  endedAt: 'Ended {date}',
  late: 'This takes longer than it should. Your provider has been told.',
  end: 'End access',
  endTitle: 'End “{level}” for {reseller}?',
  endEffect:
    '{reseller} will no longer be able to do what this allowed. It cannot be taken back: {reseller} would have to ask you again.',
  endCommerce: '{reseller} can still manage the subscriptions you bought from it.',
  lower: 'Allow less',
  lowerTitle: 'Allow {reseller} less',
  lowerHint: 'This counts at once. For more, {reseller} has to ask you again.',
  lowerChoose: 'Level',
  lowerWanted: 'Choose a level.',
  offerTitle: 'A newer version of “{level}” is offered',
  offerToday: 'Today: {list}',
  offerMore: 'With the new version also: {list}',
  offerAgree: 'Agree to the new version',
  offerLeave: 'Leave it as it is',
  ...prefixed('ended', endedStrings),
  ...prefixed('scope', scopeStrings),
}

export type AccessGrantsStrings = Texts<typeof accessGrantsStrings>
