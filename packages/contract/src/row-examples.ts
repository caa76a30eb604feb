import type { Input, Output, Params, Query, Row, Rows } from './route.ts'

type Given<T> = { readonly [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** One believable call of a row: what a caller writes, and what comes back. */
export type ExampleOf<R extends Row> = Given<{
  params: Params<R>
  query: Query<R>
  input: Input<R>
  output: Output<R>
}>

/** An example for every row of a resource's table. */
export type ExamplesOf<T extends Rows> = { readonly [K in keyof T]: ExampleOf<T[K]> }
