import type { Texts } from './text.ts'

/** What is said where a file did not come that is loaded when it is first needed. */
export const laterStrings = {
  failed: 'A part of this page could not be loaded',
  failedHint: 'Check your connection and try again. If that does not help, reload the page.',
  reload: 'Reload the page',
}

export type LaterStrings = Texts<typeof laterStrings>
