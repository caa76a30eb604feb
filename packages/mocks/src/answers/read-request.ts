import type { FieldError } from '@clientele/contract'
import { fieldErrors } from '@clientele/contract/forms'
import type { Endpoint } from '../contract-table.ts'
import { Refusal } from '../refusal.ts'

/** The parts of a request, by the schemas of its row. */
export interface ParsedRequest {
  params: Record<string, string>
  query: Record<string, unknown>
  input: Record<string, unknown>
}

/** A body as it came: idempotency compares the text. */
export interface Body {
  text: string
  value: unknown
}

/** Reads a JSON body. */
export async function readBody(request: Request): Promise<Body> {
  if (request.method === 'GET') return { text: '', value: undefined }
  const text = await request.clone().text()
  if (text === '') return { text, value: undefined }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new Refusal(
      'unsupported_media_type',
      `The body is ${type ?? 'of no named type'}: only JSON is read.`,
      undefined,
    )
  }
  try {
    return { text, value: JSON.parse(text) as unknown }
  } catch {
    throw new Refusal('malformed_request', 'The body is not valid JSON. Nothing was changed.', undefined)
  }
}

/** Parses a request, or refuses it with what the server would say. */
export function parseRequest(
  { row, schemas }: Endpoint,
  params: Record<string, string>,
  search: URLSearchParams,
  body: Body,
): ParsedRequest {
  // an id of another shape is an id of nothing
  if (schemas.params && !schemas.params.safeParse(params).success) throw notFound()
  const query = parseQuery(schemas.query, search)
  const given = body.value === undefined ? {} : body.value
  if (!schemas.input) {
    if (row.method !== 'GET') refuseFields(unknownFields(given))
    return { params, query, input: {} }
  }
  const input = schemas.input.safeParse(given)
  if (!input.success) refuseFields(fieldErrors(input.error, { input: given }))
  return { params, query, input: input.data as Record<string, unknown> }
}

/** One answer for what is not there. */
export function notFound(): Refusal {
  return new Refusal('not_found', 'There is nothing at this address in the mocks. Look at the id.', undefined)
}

/** One answer for a link that opens nothing. */
export function linkInvalid(): Refusal {
  return new Refusal(
    'link_invalid',
    'The link opens nothing in the mocks. Give the client one: `createClient({ link })`.',
    undefined,
  )
}

/** Refuses a request for what is wrong with its fields, if anything is. */
export function refuseFields(errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  throw new Refusal('validation_failed', `Nothing was changed, because some fields are not valid: ${listed(errors)}.`, {
    errors,
  })
}

function parseQuery(schema: Endpoint['schemas']['query'], search: URLSearchParams): Record<string, unknown> {
  const shape = (schema?.shape ?? {}) as Record<string, unknown>
  const given: Record<string, unknown> = {}
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(shape, name)) {
      throw filterInvalid([{ pointer: `?${name}`, code: 'unknown_field', detail: 'This address has no such option.' }])
    }
    const values = search.getAll(name)
    given[name] = takesMany(shape[name]) || values.length > 1 ? values : values[0]
  }
  if (!schema) return {}
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw filterInvalid(fieldErrors(parsed.error, { input: given, prefix: '?' }))
  return parsed.data
}

function takesMany(schema: unknown): boolean {
  const def = (schema as { _zod?: { def: { type: string; innerType?: unknown } } } | undefined)?._zod?.def
  if (def?.innerType !== undefined) return takesMany(def.innerType)
  return def?.type === 'array'
}

function unknownFields(given: unknown) {
  const keys = Object.keys(Object(given) as object)
  return keys.map((key) => ({ pointer: `/${key}`, code: 'unknown_field', detail: 'This row takes no body.' }) as const)
}

function filterInvalid(errors: readonly FieldError[]): Refusal {
  return new Refusal('filter_invalid', `The list was not read: ${listed(errors)}.`, { errors })
}

function listed(errors: readonly FieldError[]): string {
  return errors.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
}
