import type { Texts } from '../words/text.ts'

export const resellerAccessToggleStrings = {
  failedTitle: 'The access could not be loaded',
  forbiddenTitle: 'You cannot see this access',
  allow: 'Allow access for {reseller}',
  recommend: 'With access your reseller can solve problems faster. You can switch it off at any time.',
  paused:
    'All access has been paused since {since}. Until it is resumed, {reseller} has no access, whatever the switch says.',
  locked: 'A contract keeps this switch on: {clause}. You can pause all access all the same.',
  direct: 'Subscriptions that you did not buy from {reseller}',
  directAgree: 'Ask {reseller} for its agreement before you include subscriptions you bought directly.',
  directNeedsSwitch: 'First allow access for {reseller}; then choose subscriptions.',
  directKept: 'Your choice is kept. It has no effect while the switch is off.',
  directFrom: 'Bought from {seller}',
  directOwn: 'Bought directly',
  agreed: '{reseller} has agreed to look after these subscriptions',
  agreementWanted: 'Confirm this, or leave out what you have just ticked.',
  agreedBefore: '{reseller} has agreed to look after such subscriptions.',
  whatHappens: 'When you save',
  effectOff: '{reseller} will no longer be able to open your console or send support requests for you.',
  effectOffAtOnce: 'Here this takes effect at once, elsewhere somewhat later.',
  effectCommerce: '{reseller} can still manage the subscriptions you bought from it.',
  effectOn: '{reseller} will be able to use the access that you have agreed to.',
  effectTicked: '{reseller} may also look after {list}.',
  effectUnticked: '{reseller} may no longer look after {list}.',
  upTo: 'It can take up to {max}.',
  upToTypical: 'It can take up to {max}, usually about {typical}.',
  saved: 'Saved.',
  discard: 'Discard changes',
  nothingChanged: 'Nothing has been changed.',
  changedTitle: 'This has been changed in the meantime',
  changedHint: 'What you chose is still here. Look at it again, then save.',
  saveFailed: 'This could not be saved',
} satisfies Record<string, string>

export type ResellerAccessToggleStrings = Texts<typeof resellerAccessToggleStrings>
