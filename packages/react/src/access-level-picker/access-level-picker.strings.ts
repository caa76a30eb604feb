import type { Texts } from '../words/text.ts'

export const accessLevelPickerStrings = {
  legend: 'Access level',
  allows: 'It allows:',
  allowsMore: 'All of “{lower}”, and also:',
  payment: 'Purchases are charged to the payment method of {theClient}. You will not see it.',
  paymentMissing:
    'There is no payment method on file yet. You can ask for this level; buying becomes possible once {theClient} has added one.',
  compare: 'Compare the levels',
  ability: 'What it allows',
  yes: 'Yes',
  no: 'No',
  stillNot: 'What “{level}” does not allow',
  retired: '“{level}” has changed in the meantime',
  retiredNewer: 'Nothing is chosen yet: read what the level allows now, then choose.',
  retiredGone: 'This level is not offered any more. Choose another one.',
  alreadyAsked: 'You have asked for this level already.',
  present: 'What you have now',
  presentOlder: 'You have an earlier version of this.',
  empty: 'There are no levels to ask for',
  emptyHint: 'The platform does not offer any. Your provider can change that.',
  failedTitle: 'The levels could not be loaded',
  forbiddenTitle: 'You cannot see the levels',
}

export type AccessLevelPickerStrings = Texts<typeof accessLevelPickerStrings>
