import type * as z from 'zod/mini'
import type { ZodOpenApiHeadersObject, ZodOpenApiParameterObject } from 'zod-openapi'
import type { Row } from './route.ts'

const text = { type: 'string' } as const

/** The headers of answers, as components. */
export const headers = {
  'X-Request-Id': {
    description: 'Names this request in logs and in errors. Taken over where the caller sent one.',
    schema: text,
  },
  ETag: { description: 'The version of the resource, for `If-Match`.', schema: text },
  'Idempotency-Replayed': {
    description: '`true` where the answer is that of an earlier request with the same key.',
    schema: text,
  },
  RateLimit: { description: 'What is left of the budget, and seconds until it is full again.', schema: text },
  'RateLimit-Policy': { description: 'The budget: requests and seconds.', schema: text },
  'Retry-After': { description: 'Seconds to wait before the same request may succeed.', schema: { type: 'integer' } },
} as const satisfies ZodOpenApiHeadersObject

export function headerRefs(...names: (keyof typeof headers)[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}

/** The headers of a success. An answer with an `etag` carries it as a header too. */
export function responseHeaders(row: Row, output: z.ZodMiniType): Record<string, { $ref: string }> {
  const versioned =
    'shape' in output && typeof output.shape === 'object' && output.shape !== null && 'etag' in output.shape
  const names: (keyof typeof headers)[] = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy']
  if (versioned) names.push('ETag')
  if (isWrite(row)) names.push('Idempotency-Replayed')
  return headerRefs(...names)
}

/** The headers a row takes. */
export function requestHeaders(row: Row): ZodOpenApiParameterObject[] {
  const header = (name: string, description: string): ZodOpenApiParameterObject => ({
    in: 'header',
    name,
    description,
    schema: text,
  })
  return [
    ...(isWrite(row)
      ? [header('Idempotency-Key', 'The same key and body give the same answer and change nothing again, for a day.')]
      : []),
    ...(row.errors?.includes('etag_mismatch')
      ? [header('If-Match', 'The `etag` that was read: refused with 412 where it has changed since.')]
      : []),
  ]
}

/** Whether a row changes something, and so takes an idempotency key. */
export function isWrite(row: Row): boolean {
  return row.method !== 'GET' && row.reads !== true
}
