import type * as z from 'zod/mini'
import { fieldCodes, type FieldCode, type FieldError } from './errors.ts'

type Issue = z.core.$ZodIssue

const needed = 'A value is needed.'

/** What was parsed, and where it stood. */
interface Parsed {
  /** The value that was given to the schema: what is missing there is `required`, not `invalid_format`. */
  input: unknown
  /** What pointers begin with: `/` for a body, `?` for a query. @default '/' */
  prefix?: '/' | '?'
}

/**
 * What a schema found wrong, in the field codes of the API: one error a field, the first. Used alike by the server and
 * by forms.
 *
 * @example
 * const result = z.safeParse(CreateClient, body)
 * if (!result.success) return fieldErrors(result.error, { input: body })
 */
export function fieldErrors(error: { issues: readonly Issue[] }, { input, prefix = '/' }: Parsed): FieldError[] {
  const errors = new Map<string, FieldError>()
  for (const issue of error.issues) {
    for (const one of fromIssue(issue, input, prefix)) if (!errors.has(one.pointer)) errors.set(one.pointer, one)
  }
  return [...errors.values()]
}

function fromIssue(issue: Issue, input: unknown, prefix: string): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key], prefix),
      code: 'unknown_field',
      detail: `There is no field “${key}” here.`,
    }))
  }
  const pointer = pointerTo(issue.path, prefix)
  if (isEmpty(valueAt(input, issue.path)) && issue.code !== 'invalid_key') {
    return [{ pointer, code: 'required', detail: needed, ...choicesOf(issue) }]
  }
  // the pointer names the key, so the error is what is wrong with the key
  const told = (issue.code === 'invalid_key' && issue.issues[0]) || issue
  return [{ pointer, code: codeOf(told), ...factsOf(told) }]
}

/** RFC 6901 */
function pointerTo(path: readonly PropertyKey[], prefix: string): string {
  if (path.length === 0) return ''
  return prefix + path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (Object.hasOwn(Object(value), key) ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** A rule of a schema names its code, and may say after it what to write: `invalid_format: As in P90D.` */
function said({ message }: Issue): (string | undefined)[] {
  return /^(\w+)(?:: (.+))?$/.exec(message)?.slice(1) ?? []
}

function codeOf(issue: Issue): FieldCode {
  const named = fieldCodes.find((code) => code === said(issue)[0])
  if (named) return named
  switch (issue.code) {
    case 'too_small':
      return isCounted(issue.origin) ? 'too_short' : 'invalid_choice'
    case 'too_big':
      if (issue.origin === 'array') return 'too_many'
      return isCounted(issue.origin) ? 'too_long' : 'invalid_choice'
    case 'invalid_value':
    case 'invalid_union':
      return 'invalid_choice'
    default:
      return 'invalid_format'
  }
}

/** Whether a bound is on the length of a thing, not on a number itself. */
function isCounted(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

function factsOf(issue: Issue): { detail: string; data?: Record<string, unknown> } {
  if (issue.code === 'too_big') {
    return { detail: `At most ${String(issue.maximum)}.`, data: { max: Number(issue.maximum) } }
  }
  if (issue.code === 'too_small') {
    return { detail: `At least ${String(issue.minimum)}.`, data: { min: Number(issue.minimum) } }
  }
  const { data } = choicesOf(issue)
  if (data) return { detail: `One of: ${data.choices.join(', ')}.`, data }
  const code = codeOf(issue)
  const [named, told] = said(issue)
  if (named === code && told !== undefined) return { detail: told }
  return { detail: code === 'required' ? needed : `Not valid: ${code}.` }
}

function choicesOf(issue: Issue): { data?: { choices: unknown[] } } {
  if (issue.code === 'invalid_value') return { data: { choices: issue.values } }
  if (issue.code === 'invalid_union' && 'options' in issue) return { data: { choices: [...(issue.options ?? [])] } }
  return {}
}
