import type { Texts } from './text.ts'

/** Beside a link that can be passed on. */
export const linkStrings = {
  showCode: 'Show as a QR code',
  hideCode: 'Hide the QR code',
  code: 'QR code: {link}',
} satisfies Record<string, string>

export type LinkStrings = Texts<typeof linkStrings>
