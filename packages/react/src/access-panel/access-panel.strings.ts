import type { Texts } from '../words/text.ts'

export const accessPanelStrings = {
  title: 'Who has access to your account',
  failedTitle: 'The access could not be loaded',
  forbiddenTitle: 'You cannot see who has access',
  emptyTitle: 'Nobody has access to your account',
  emptyHint: 'When a reseller asks for access you get a message. Nothing happens before you agree.',
  nobody: 'At present no reseller has access to your account.',
  some: { one: '{count} reseller has access.', other: '{count} resellers have access.' },
  pausedTitle: 'All access is paused',
  pausedHint: 'Since {since} no reseller has access to your account. Everything else is as you left it.',
  pause: 'Pause all access',
  pauseTitle: 'Pause all access?',
  pauseEffect:
    'Until you resume it, no reseller has access to your account: {list}. This takes effect at once, even where a contract keeps a switch on.',
  pauseStays:
    'Switches and agreements stay as they are. Resellers can still manage the subscriptions you bought from them.',
  resume: 'Resume access',
  activity: 'What was done',
}

export type AccessPanelStrings = Texts<typeof accessPanelStrings>
