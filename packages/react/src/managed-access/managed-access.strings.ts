import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

/** What is true now, in a sentence each. */
const stateStrings = {
  active: '{reseller} can use what you have allowed. It is in effect.',
  waiting: 'What you have allowed is on its way and not in effect everywhere yet.',
  paused: 'Paused since {time}: {reseller} has no access. What you agreed to is kept, for when you resume.',
  pausing:
    'Paused since {time}: {reseller} has no access here any more; elsewhere that is on its way. What you agreed to is kept, for when you resume.',
  off: 'Access for {reseller} is switched off in your account. To switch it on, sign in to your account.',
  ending: 'This access has been ended. {reseller} can do nothing with it any more; elsewhere that is on its way.',
  ended: 'This access has ended. {reseller} can do nothing with it. It would have to ask you again.',
}

export const managedAccessStrings = {
  failedTitle: 'The access could not be loaded',
  invalidTitle: 'This link does not work any more',
  invalidText:
    'There may be a newer one: open the newest message about this access. If you have an account, you can see all access there, too.',
  title: 'Access of {reseller}',
  lead: 'To the account of {client}.',
  pause: 'Pause',
  pauseHint: 'Pausing takes effect at once, and can be undone. Ending is for good.',
  resume: 'Resume',
  resumeHint: 'Resuming allows again what you had agreed to, and nothing more.',
  resumeByAdmin:
    'This account belongs to an organization, so the link alone is not enough. One of its administrators has to sign in with an account of the organization, and resume the access.',
  signIn: 'Sign in',
  end: 'End access',
  endTitle: 'End the access of {reseller}?',
  endEffect:
    '{reseller} will no longer be able to manage your products, open your console or send support requests for you.',
  endForGood: 'This takes effect at once and for good: for new access {reseller} has to ask you again.',
  endCommerce: '{reseller} can still manage the subscriptions you bought from it.',
  ...prefixed('state', stateStrings),
}

export type ManagedAccessStrings = Texts<typeof managedAccessStrings>
