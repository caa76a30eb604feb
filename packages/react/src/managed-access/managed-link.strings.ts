import type { Texts } from '../words/text.ts'

export const managedLinkStrings = {
  link: 'This link',
  linkHint: 'Whoever has this link can see and stop this access. If it was passed on by mistake, replace it.',
  linkReplace: 'Replace this link',
  linkTitle: 'Replace this link?',
  linkEffect:
    'This link and all others to this access stop working at once. A new one is mailed to the address that this one was mailed to.',
  linkReplaced: 'This link does not work any more',
  linkMailed: 'A new one was mailed to {email}.',
  linkNotMailed: 'No new one could be mailed. Sign in to your account to see all access there, and to stop it.',
}

export type ManagedLinkStrings = Texts<typeof managedLinkStrings>
