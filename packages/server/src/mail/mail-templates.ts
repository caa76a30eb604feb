import type { MailData, TemplateName } from './mail-data.ts'

/** A mail, written out. */
export interface WrittenMail {
  subject: string
  text: string
  html: string
}

/**
 * Templates of a host's own, by name and language; where there is none, ours is taken. A language beside English, German
 * and French is one more key. Names in the data are single lines without control characters; putting them into HTML, the
 * template escapes them itself.
 *
 * @example
 * const templates: MailTemplates = {
 *   access_paused: {
 *     en: ({ client, reseller }) => ({
 *       subject: `Paused for ${reseller.name}`,
 *       text: `${client.name} has paused the access.`,
 *       html: '<p>The access is paused.</p>',
 *     }),
 *   },
 * }
 */
export type MailTemplates = {
  readonly [T in TemplateName]?: Readonly<Record<string, (data: MailData[T]) => WrittenMail>>
}
