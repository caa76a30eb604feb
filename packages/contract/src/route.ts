import type * as z from 'zod/mini'
import type { ErrorCode } from './errors.ts'
import type { Right } from './rights.ts'

/** The schemas of one row, exported by `*.schema.ts` under the row's name. */
export interface RowSchemas {
  params?: z.ZodMiniObject
  query?: z.ZodMiniObject
  input?: z.ZodMiniType
  output: z.ZodMiniType
}

/** What is known of a row at run time. What it does is said by its JSDoc, from which hover texts and docs are made. */
interface RowFacts {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/v1`. Parameters stand in braces: `/clients/{id}`. */
  readonly path: `/${string}`
  /** @default 200 */
  readonly status?: 200 | 201 | 204
  /** The codes this row can answer with, besides those any row can (`commonErrors`). */
  readonly errors?: readonly ErrorCode[]
  /** Answers a page: `{ data, nextCursor }`. */
  readonly paged?: true
  /** A write without an input: its address says all. */
  readonly bodyless?: true
  /** A POST that changes nothing: it takes no idempotency key. */
  readonly reads?: true
  /** Its answer holds a secret and is never stored: a replay names the resource alone. */
  readonly secret?: true
  /** Wants a recent authentication of the viewer. */
  readonly stepUp?: true
  /** The budget it is counted against. @default 'general' */
  readonly limit?: 'general' | 'lookup' | 'check'
}

/** Who may call it: holders of a right, the holder of a link that was mailed to them, or anybody. */
type Guard =
  | { readonly right: Right; readonly link?: never; readonly public?: never }
  | { readonly right?: never; readonly link: LinkPurpose; readonly public?: never }
  | { readonly right?: never; readonly link?: never; readonly public: true }

/** What a link in a mail is for: to answer a request, or to manage what was accepted. */
export type LinkPurpose = 'request' | 'manage'

/** The SDK has no schemas at run time: what a row is called with has to be seen from its facts. */
type Shape<S extends RowSchemas> = S extends { input: z.ZodMiniType }
  ? { readonly method: Exclude<RowFacts['method'], 'GET'>; readonly bodyless?: never }
  : S extends { query: z.ZodMiniObject }
    ? { readonly paged: true }
    : { readonly method: 'GET' } | { readonly bodyless: true }

declare const schemas: unique symbol

/** One endpoint: plain data at run time, with the types of its schemas attached. */
export type Row<S extends RowSchemas = RowSchemas> = RowFacts & Guard & { readonly [schemas]?: S }

/** The table of a resource: rows by name. */
export type Rows = Readonly<Record<string, Row>>

/** Writes one row of a resource's table. */
/* @__NO_SIDE_EFFECTS__ */
export function route<S extends RowSchemas>(facts: RowFacts & Guard & Shape<S>): Row<S> {
  return facts
}

type SchemasOf<R extends Row> = R extends Row<infer S> ? S : never
type InputOf<T> = T extends z.ZodMiniType ? z.input<T> : undefined

/** The path parameters of a row, or `undefined`. */
export type Params<R extends Row> = InputOf<SchemasOf<R>['params']>
/** The query of a row as a caller writes it, or `undefined`. */
export type Query<R extends Row> = InputOf<SchemasOf<R>['query']>
/** The body of a row as a caller writes it, or `undefined`. */
export type Input<R extends Row> = InputOf<SchemasOf<R>['input']>
/** What a handler is given: the parameters, query and body after parsing. */
export interface Parsed<R extends Row> {
  params: ParsedOf<SchemasOf<R>['params']>
  query: ParsedOf<SchemasOf<R>['query']>
  input: ParsedOf<SchemasOf<R>['input']>
}
type ParsedOf<T> = T extends z.ZodMiniType ? z.output<T> : undefined
/** The answer of a row. */
export type Output<R extends Row> = z.output<SchemasOf<R>['output']>
/** The items of a paged row. */
export type Item<R extends Row> = Output<R> extends { data: (infer T)[]; nextCursor: string | null } ? T : never
