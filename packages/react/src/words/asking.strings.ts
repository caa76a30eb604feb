import type { Texts } from './text.ts'

/** The way to ask for access, where clients are listed and shown. */
export const askingStrings = {
  title: 'Access',
  request: 'Request access',
  requestFor: 'Request access: {name}',
  /** Where there is access already. */
  more: 'Request more access',
  moreFor: 'Request more access: {name}',
  show: 'Show the request',
  showFor: 'Show the request: {name}',
}

export type AskingStrings = Texts<typeof askingStrings>
