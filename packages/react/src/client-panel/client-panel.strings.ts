import type { Texts } from '../words/text.ts'

export const clientPanelStrings = {
  failedTitle: 'The record could not be loaded',
  forbiddenTitle: 'You cannot see this record',
  contact: 'Contact',
  editContact: 'Edit contact information',
  addDescription: 'Add description',
  editDescription: 'Edit description',
  descriptionOf: 'Description by {name}',
  addTags: 'Add tags',
  editTags: 'Edit tags',
  tagsHint: 'Enter or a comma adds one.',
  saveFailed: 'This could not be saved',
  conflictTitle: 'Somebody else has changed this record',
  conflictHint: 'Choose what stays, then save.',
  yours: 'Yours',
  theirs: 'Theirs',
  keepYours: 'Keep all of yours',
  takeTheirs: 'Take all of theirs',
  nothing: 'Nothing',
  notSynced: 'Changes that {theClient} makes in its own console do not appear here by themselves.',
  compared: 'Last compared {time}.',
  askToTell: 'Ask for a word whenever the address, the domain or the administrator changes.',
} satisfies Record<string, string>

export type ClientPanelStrings = Texts<typeof clientPanelStrings>
