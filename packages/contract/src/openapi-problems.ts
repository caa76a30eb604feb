import type { ZodOpenApiResponseObject } from 'zod-openapi'
import * as z from 'zod/mini'
import { commonErrors, errors, type ErrorCode } from './errors.ts'
import { errorData } from './errors.schema.ts'
import { headerRefs, isWrite } from './openapi-headers.ts'
import { Problem } from './problem.schema.ts'
import type { Row } from './route.ts'

/** The codes a row can answer with: those of its own and those that come with its kind. */
function codesOf(row: Row, hasBody: boolean): ErrorCode[] {
  return [
    ...new Set<ErrorCode>([
      ...commonErrors,
      ...(hasBody ? (['payload_too_large', 'unsupported_media_type'] as const) : []),
      ...(isWrite(row) ? (['idempotency_in_progress', 'idempotency_key_reused'] as const) : []),
      ...(row.errors ?? []),
    ]),
  ]
}

/** The answers of a row that are no success, by status. */
export function errorResponses(
  row: Row,
  hasBody: boolean,
): Record<`${number}`, ZodOpenApiResponseObject | { $ref: string }> {
  const byStatus = Map.groupBy(codesOf(row, hasBody), (code) => errors[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const shared = codes.every(isCommon)
      return [status, shared ? { $ref: `#/components/responses/${sharedName(status)}` } : response(codes)]
    }),
  )
}

/** The answers that any row can give, as components. */
export function sharedResponses(): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(commonErrors, (code) => errors[code].status)
  return Object.fromEntries([...byStatus].map(([status, codes]) => [sharedName(status), response(codes)]))
}

/** A schema for each code that comes with data: `DomainTakenOwnProblem`. */
export function problemSchemas(): Record<string, z.ZodMiniType> {
  return Object.fromEntries(Object.entries(problems).map(([code, schema]) => [`${pascal(code)}Problem`, schema]))
}

const problems: Partial<Record<ErrorCode, z.ZodMiniType>> = Object.fromEntries(
  Object.entries(errorData)
    .filter(([, data]) => data.def.type !== 'undefined')
    .map(([code, data]) => [code, z.extend(Problem, { code: z.literal(code), data })]),
)

function response(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const own = codes.flatMap((code) => problems[code] ?? [])
  const all = own.length < codes.length ? [...own, Problem] : own
  const [only] = all
  return {
    description: codes.map((code) => `\`${code}\`: ${errors[code].title}.`).join('\n'),
    'x-codes': [...codes],
    headers: headerRefs('X-Request-Id', ...(codes.some(isWorthWaiting) ? (['Retry-After'] as const) : [])),
    content: { 'application/problem+json': { schema: all.length === 1 && only ? only : z.union(all) } },
  }
}

function isCommon(code: ErrorCode): boolean {
  return (commonErrors as readonly ErrorCode[]).includes(code)
}

function isWorthWaiting(code: ErrorCode): boolean {
  return code === 'rate_limited' || code === 'maintenance' || code === 'idempotency_in_progress'
}

function sharedName(status: number): string {
  return `Error${status}`
}

function pascal(code: string): string {
  return code.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
