import type { Texts } from '../words/text.ts'

export const propagationBadgeStrings = {
  failedTitle: 'This could not be loaded',
  forbiddenTitle: 'You cannot see this',
  missing: 'There is nothing to be seen here any more.',
  on: 'on',
  off: 'off',
  paused: 'paused',
  inSync: 'In effect',
  pending: 'On its way',
  overdue: 'Overdue',
  /** Both values: what was decided is not always what is so (R211). */
  both: 'Chosen: {wanted}. In effect now: {observed}.',
  inSyncSince: 'Changed {since}.',
  unchanged: 'Never changed.',
  pendingSince: 'Chosen {since}. It can take up to {max}.',
  pendingTypical: 'Chosen {since}. It can take up to {max}, usually about {typical}.',
  recheck: 'Check again',
  rechecked: 'It is being looked into again.',
  recheckedNothing: 'It was looked into a moment ago.',
  overdueSince: 'Expected by {by}. Your provider sees this too.',
} satisfies Record<string, string>

export type PropagationBadgeStrings = Texts<typeof propagationBadgeStrings>
