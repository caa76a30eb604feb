import type {
  AccessLevel,
  AccessRequest,
  AccessScope,
  Client,
  CreateAccessRequest,
  FieldError,
} from '@clientele/contract'
import { fieldErrors } from '@clientele/contract/forms'
import { CreateAccessRequest as Schema } from '@clientele/contract/schemas'
import { languageOfLevel } from '../words/level-texts.ts'

/** What stands in the form. */
export interface AccessRequestValues {
  level: AccessLevel | undefined
  recipientEmail: string
  message: string
  languageCode: string
  /** ISO 8601; empty for without an end. */
  duration: string
  /** Whether the end is put off each time by the same duration. */
  autoExtend: boolean
}

export type AccessRequestField = keyof AccessRequestValues

/** What a request is about besides what is typed. */
export interface RequestSubject {
  clientId: string
  resellerId?: string | undefined
  scope?: AccessScope | undefined
  /** The pending request that it takes the place of. */
  supersede?: string | undefined
}

export function requestInput(values: AccessRequestValues, subject: RequestSubject): Omit<CreateAccessRequest, 'level'> {
  const { level, recipientEmail, message, languageCode, duration, autoExtend } = values
  const { clientId, resellerId, scope, supersede } = subject
  return {
    clientId,
    ...(resellerId === undefined ? {} : { resellerId }),
    ...(level === undefined ? {} : { level: level.id }),
    ...(scope === undefined ? {} : { scope }),
    recipientEmail,
    message,
    languageCode,
    duration: duration === '' ? null : duration,
    autoExtend: duration !== '' && autoExtend ? duration : null,
    ...(supersede === undefined ? {} : { supersede }),
  }
}

/** What is wrong, by the schema that the server uses too. */
export function requestProblems(values: AccessRequestValues, subject: RequestSubject): FieldError[] {
  const input = requestInput(values, subject)
  const parsed = Schema.safeParse(input)
  const found = parsed.success ? [] : fieldErrors(parsed.error, { input })
  return found.map((error) => ({ ...error, code: named[`${error.code} ${error.pointer}`] ?? error.code }))
}

/** Where a general code has a better one. */
const named: Readonly<Record<string, FieldError['code']>> = {
  'required /level': 'level_required',
  'required /message': 'message_empty',
}

/** The field that a pointer into the body means. */
export function requestFieldOf(pointer: string): AccessRequestField | undefined {
  const fields: readonly AccessRequestField[] = [
    'level',
    'recipientEmail',
    'message',
    'languageCode',
    'duration',
    'autoExtend',
  ]
  return fields.find((field) => pointer === `/${field}`)
}

/** What the client is called in a message, as the server fills it in. */
export function firstNameOf({ person, admin, name }: Client): string {
  return person?.firstName ?? admin?.firstName ?? name
}

/** The language of the mail at first: the client's, else that of the page, else English, as the level has them. */
export function mailLanguage(level: AccessLevel | undefined, wanted: readonly (string | null)[]): string {
  const found = wanted.map((language) => language && level && languageOfLevel(level.texts, language))
  return found.find(Boolean) ?? 'en'
}

/** How long it lasts: as it was asked before, if that is offered still; else as long as possible. */
export function termsOf(
  again: AccessRequest | undefined,
  lengths: readonly string[],
  longest: string | null,
): Pick<AccessRequestValues, 'duration' | 'autoExtend'> {
  const duration = lengths.find((length) => length === again?.duration) ?? longest ?? ''
  return { duration, autoExtend: again?.autoExtend != null && again.duration === duration }
}

/** Whether the server says that mail does not get to the address of an earlier request. That it came back once is not it. */
export function isClosed(last: AccessRequest | undefined, email: string): boolean {
  const { send, resend } = last?.actions ?? {}
  return last?.recipientEmail === email.trim() && [send, resend].some((one) => one?.code === 'recipient_bounced')
}
