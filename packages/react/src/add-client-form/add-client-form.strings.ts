import type { ClientCheck } from '@clientele/contract'
import type { Texts } from '../words/text.ts'

type WarningCode = ClientCheck['warnings'][number]['code']

export const addClientFormStrings = {
  title: 'Add {aClient}',
  kind: 'Kind of {client}',
  quick: 'A person',
  quickHint: 'A name is enough. Nobody is told.',
  organization: 'An organization',
  organizationHint: 'With its product, address and administrator.',
  productFamilyHint: 'It decides what can be ordered afterwards.',
  productFamilyNone: 'Choose a product family',
  customerType: 'Customer type',
  typeDomainHint: 'The organization has a domain of its own and proves it.',
  typeTeamHint: 'Verified by e-mail address. Other products become available once the domain is verified.',
  domainHint: 'What its e-mail addresses end in, without “www.”: example.com.',
  emailHintDomain: 'Becomes the super administrator of the account.',
  emailHintTeam: 'Becomes the administrator of the team.',
  secondaryEmailHint:
    'Password information and notices go to both addresses. It has to be outside the domain; one at your own company is fine.',
  checking: 'Checking …',
  submit: 'Save',
  forbiddenTitle: 'You cannot add {clients}',
  failedTitle: 'The form could not be loaded',
  refusedTitle: '{TheClient} could not be added',
  blockedTitle: '{TheClient} cannot be added',
  duplicatesTitle: {
    one: 'There is one like this already',
    other: 'There are {count} like this already',
  },
  duplicateSameName: 'Same name',
  duplicateSameEmail: 'Same e-mail address',
  duplicateAdded: 'Added {date}',
  addAnyway: 'Add anyway',
  secondary_email_on_sibling_domain: 'Make sure it works when mail at the main domain does not.',
  createdTitle: '{name} was added',
  settingUp: '{name} is being set up. You need not wait here.',
  setUpFailed: '{name} could not be set up. Ask your provider.',
  accessOff:
    'You have no access to the console of {theClient} yet. Here is a text you can send to explain how to allow it.',
  handOver:
    'Hello {name},\n\nyour account is now looked after by {reseller}. So that we can help you, please open “Access” in your console and allow it for {reseller}. You can end it at any time.',
  handOverLabel: 'Text to send',
  order: 'Place an order',
  goToList: 'Go to the list',
  open: 'Open {name}',
  addAnother: 'Add another',
} satisfies Record<WarningCode, string> & Record<string, string | { one: string; other: string }>

export type AddClientFormStrings = Texts<typeof addClientFormStrings>
