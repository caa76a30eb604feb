import type { AccessGrant } from '@clientele/contract'
import { prefixed } from '../words/prefixed.ts'
import type { Texts } from '../words/text.ts'

const scopeStrings: Record<AccessGrant['scope']['kind'], string> = {
  all: 'Your whole account, and not only what you bought from {reseller}',
  sold_by_reseller: 'What you bought from {reseller}',
  sold_plus_ticked: 'What you bought from {reseller}, and what you have ticked',
  subscriptions: 'These subscriptions: {list}',
  domains: 'These domains: {list}',
}

export const managedDetailsStrings = {
  can: 'Allowed',
  cannot: 'Not allowed',
  details: 'What this allows',
  scope: 'For',
  ends: 'Ends',
  endless: 'When you end it',
  extends: 'And then',
  extendsText: 'It is extended automatically by {duration}. You are told before, and can end it.',
  agreed: 'You agreed',
  used: 'Last used',
  notUsed: 'Not used yet',
  ended: 'Ended',
  receipt: 'Download receipt',
  link: 'This link',
  linkHint: 'Whoever has this link can see and stop this access. If it was passed on by mistake, replace it.',
  linkReplace: 'Replace this link',
  linkTitle: 'Replace this link?',
  linkEffect:
    'This link and all others to this access stop working at once. A new one is mailed to the address that this one was mailed to.',
  linkReplaced: 'This link does not work any more',
  linkMailed: 'A new one was mailed to {email}.',
  linkNotMailed: 'No new one could be mailed. Sign in to your account: there you see all access, and can stop it.',
  ...prefixed('scope', scopeStrings),
}

export type ManagedDetailsStrings = Texts<typeof managedDetailsStrings>
