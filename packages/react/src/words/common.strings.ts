import type { Texts } from './text.ts'

export const commonStrings = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saving: 'Saving …',
  retry: 'Try again',
  undo: 'Undo',
  loading: 'Loading …',
  optional: 'optional',
  requestId: 'Request id',
  copy: 'Copy',
  copied: 'Copied',
  copyValue: 'Copy {value}',
  remove: 'Remove {value}',
  /** Above the field of a command that has to be meant. */
  typePhrase: 'Type {phrase} to go on.',
}

export type CommonStrings = Texts<typeof commonStrings>
