import type { AccessScope, LinkedRequest } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** What the access would be for. That it is for all of the account is said as plainly as that it is not. */
const scopeStrings: Record<AccessScope['kind'], string> = {
  all: 'Your whole account, and not only what you bought from {reseller}',
  sold_by_reseller: 'What you bought from {reseller}',
  sold_plus_ticked: 'What you bought from {reseller}, and what you tick yourself later',
  subscriptions: 'These subscriptions: {list}',
  domains: 'These domains: {list}',
}

/** What is over, without a person of this page having answered. */
const overStrings: Record<Exclude<LinkedRequest['status'], 'pending' | 'accepted' | 'declined' | 'expired'>, string> = {
  draft: 'This request has not been sent yet',
  canceled: '{reseller} has taken this request back',
  superseded: 'A newer request has taken the place of this one',
}

export const accessRequestLandingStrings = {
  failedTitle: 'The request could not be loaded',
  invalidTitle: 'This link does not work any more',
  invalidText:
    'It may have been cut off, replaced by a newer one, or taken back. Open the newest message about this request, or ask for a new one.',
  title: '{reseller} asks for access',
  lead: 'To the account of {client}. You decide: nothing is allowed before you accept.',
  wrote: '{reseller} writes',
  level: 'What you would allow: {level}',
  can: 'Allowed',
  cannot: 'Not allowed',
  scope: 'For',
  lasts: 'How long',
  endless: 'Until you end it',
  until: '{duration}; if you accept now, until {date}',
  extends: 'And then',
  extendsText:
    'Instead of ending, it is extended automatically by {duration} each time. You are told before, and can stop it.',
  answerBy: 'Answer by',
  account: 'Account',
  questions: 'Questions to',
  effects: 'If you accept',
  effectSwitch:
    'Access for {reseller} is switched on in your account at the same time. Other resellers are not affected.',
  effectStop: 'You can pause or end it at any time, without giving a reason.',
  effectTold: 'You and {reseller} get a confirmation by e-mail.',
  payment:
    'This access includes buying, and there is no payment method in your account. You can accept all the same: {reseller} can buy nothing before you have added one.',
  choose: 'Which of your accounts do you mean?',
  chooseWanted: 'Choose the account.',
  accept: 'Accept',
  decline: 'Decline',
  acceptTitle: 'Allow {reseller} this access?',
  acceptText: 'You allow “{level}” for {client}.',
  acceptLasts: 'It lasts {duration}.',
  acceptEndless: 'It lasts until you end it.',
  declineTitle: 'Decline this request?',
  declineText: '{reseller} gets no access, and is told that you declined.',
  reason: 'Reason',
  reasonHint: '{reseller} will read it.',
  signInTitle: 'Sign in to answer',
  signInText:
    'Anybody could have passed this link on. So that nobody answers in your place, sign in as an administrator of this account.',
  signIn: 'Sign in',
  signUp: 'Create an account',
  signUpText: 'No account yet? Create one: this request will be waiting.',
  signInElsewhere: 'Sign in to your account, then open the link in the message again.',
  wrongTitle: 'You cannot answer as this person',
  wrongText: 'The account that you are signed in with does not administer {client}.',
  wrongTextNamed: 'You are signed in as {name}, who does not administer {client}.',
  signInOther: 'Sign in as somebody else',
  outdatedTitle: 'This request cannot be accepted any more',
  outdatedText:
    'What you read below is no longer valid. {reseller} can send a new request, which you read and decide about anew.',
  changedTitle: 'Nothing was done',
  askAgain: 'Ask for a new request',
  askedAgain: '{reseller} was told on {time} that you would like a new request. You get a message when it is sent.',
  acceptedNow: 'You have allowed {reseller} access',
  acceptedNext:
    'It is being set up and is not in effect yet. That can take a while; until then {reseller} can do nothing with it.',
  acceptedMail: 'A confirmation is on its way to you by e-mail, with the receipt of what you agreed to.',
  acceptedMailManage:
    'A confirmation is on its way to you by e-mail, with the receipt of what you agreed to. Keep the link below: with it you can pause or end the access.',
  manage: 'See, pause or end this access',
  receipt: 'Download the receipt',
  receiptHint: 'A signed record of what you agreed to. Any later change to it would be noticed.',
  accepted: 'This request has been accepted',
  acceptedText:
    'The confirmation sent by e-mail has the receipt. To pause or end the access, use the link there, or sign in to your account.',
  declinedNow: 'You have declined',
  declinedNext: '{reseller} gets no access through this request, and was told. There is nothing else you need to do.',
  declined: 'This request has been declined',
  declinedText: '{reseller} gets no access through it.',
  declinedAgain: 'If you have changed your mind, {reseller} can ask you once more.',
  answered: '{time}, by {name}',
  expired: 'The time to answer is over',
  expiredText: 'It ended on {time}. Nothing has been allowed. If you would like to, {reseller} can ask you once more.',
  overText: 'There is nothing you need to do.',
  ...prefixed('scope', scopeStrings),
  ...prefixed('over', overStrings),
}

export type AccessRequestLandingStrings = Texts<typeof accessRequestLandingStrings>
