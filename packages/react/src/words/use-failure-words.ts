import { isApiError, type ClienteleError } from '@clientele/sdk'
import { useMemo } from 'react'
import { useClientele } from '../provider/clientele-context.ts'
import { sameFieldSentence, sameSentence, type FailureCode } from './error.strings.ts'
import type { Values } from './text.ts'
import { useFormats } from './use-formats.ts'
import { useTexts, useWords } from './use-words.ts'

/** A code of the API with the data that came with it. */
export interface Reason {
  code?: string | undefined
  data?: Readonly<Record<string, unknown>> | undefined
}

/** What went wrong, in the reader's words. */
export interface FailureWords {
  text: string
  /** To give when asking for help. */
  requestId: string | undefined
}

/** The words for codes that only some components can meet, in English; a language brings its own as a pack. */
export interface MoreFailures {
  errors: Readonly<Record<string, string>>
  fieldErrors: Readonly<Record<string, string>>
}

const nothingMore: MoreFailures = { errors: {}, fieldErrors: {} }

/** Puts errors, reasons and field errors into the reader's words. Codes that have none get a general sentence. */
export function useFailureWords(more: MoreFailures = nothingMore) {
  const { locale, messages } = useClientele()
  const errors = useTexts('errors', more.errors)
  const fields = useTexts('fieldErrors', more.fieldErrors)
  const roles = useWords('roles')
  const { dateTime } = useFormats()
  return useMemo(() => {
    const sentence = finder({ ...more.errors, ...locale.errors, ...messages.errors }, sameSentence)
    const fieldSentence = finder(
      { ...more.fieldErrors, ...locale.fieldErrors, ...messages.fieldErrors },
      sameFieldSentence,
    )
    const valuesOf = (data: Readonly<Record<string, unknown>> | undefined): Values =>
      Object.fromEntries(
        Object.entries(data ?? {}).flatMap(([key, value]) =>
          isTimestamp(value) ? [[key, dateTime(value)]] : isValue(value) ? [[key, value]] : [],
        ),
      )
    const reason = ({ code, data }: Reason): string => {
      const known = sentence(code) ?? 'unknown'
      const values = valuesOf(data)
      const named = data?.['roles']
      return errors(
        known,
        Array.isArray(named) ? { ...values, roles: named.map((role) => roles(String(role))) } : values,
      )
    }
    return {
      reason,
      failure: (error: unknown): FailureWords =>
        isApiError(error)
          ? { text: reason({ code: error.code, data: dataOf(error.data) }), requestId: error.requestId }
          : { text: errors(codeOf(error)), requestId: requestIdOf(error) },
      /** What is wrong with a field: a field code, or an error that is about one field. */
      field: ({ code = 'unknown', data }: Reason, values: Values = {}): string => {
        const known = fieldSentence(code)
        if (known === undefined && sentence(code) !== undefined) return reason({ code, data })
        return fields(known ?? 'unknown', { ...valuesOf(data), ...values })
      },
    }
  }, [locale, messages, more, errors, fields, roles, dateTime])
}

/** Finds the key of a code's sentence: its own, else that of the code it shares one with. */
function finder(texts: object, same: Readonly<Record<string, string>>) {
  return (code = ''): string | undefined => {
    if (Object.hasOwn(texts, code)) return code
    return Object.hasOwn(same, code) ? same[code] : undefined
  }
}

function codeOf(error: unknown): FailureCode {
  const kind = (error as Partial<ClienteleError> | null)?.kind
  return kind === 'network' || kind === 'timeout' ? kind : 'unknown'
}

function requestIdOf(error: unknown): string | undefined {
  return (error as Partial<ClienteleError> | null)?.requestId
}

function dataOf(data: unknown): Record<string, unknown> | undefined {
  return typeof data === 'object' && data !== null ? { ...data } : undefined
}

/** A moment, as the API writes it. */
function isTimestamp(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
}

function isValue(value: unknown): value is string | number | readonly string[] {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return typeof value === 'string' || typeof value === 'number'
}
