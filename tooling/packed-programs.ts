import { resources } from '@clientele/contract'

/** A program that uses every row of the API through the SDK, and does not compile where a type of it is `any`. */
export function everyRowProgram(): string {
  const rows = Object.entries(resources).flatMap(([resource, table]) =>
    Object.keys(table).map((row) => [resource, row] as const),
  )
  return [
    `import type { NoAny, NoAnyInside, Yes } from './no-any.ts'`,
    `import type { Input, Item, Output, Params, Query, Resources } from '@clientele/contract'`,
    `import type { createClient } from '@clientele/sdk'`,
    `type Clientele = ReturnType<typeof createClient>`,
    `type Row<R extends keyof Resources, K extends keyof Resources[R]> = Resources[R][K]`,
    ...rows.map(([resource, row]) => everyTypeOf(resource, row)),
  ].join('\n')
}

function everyTypeOf(resource: string, row: string): string {
  const fromTable = `Row<'${resource}', '${row}'>`
  const inside = ['Input', 'Output', 'Params', 'Query', 'Item'].map((part) => `Yes<NoAnyInside<${part}<${fromTable}>>>`)
  const call = `Clientele['${resource}']['${row}']`
  const outside = [`Yes<NoAny<Parameters<${call}>[0]>>`, `Yes<NoAny<Awaited<ReturnType<${call}>>>>`]
  return `export type ${resource}_${row} = [${[...inside, ...outside].join(', ')}]`
}

/** A program that does not compile where something a package exports is `any`, or takes or gives `any`. */
export function exportsProgram(name: string): string {
  return `import type { NoAny } from './no-any.ts'
type Kit = typeof import('${name}')
type Takes<F> = F extends (first: infer First, ...rest: never[]) => unknown ? NoAny<First> : true
type Gives<F> = F extends (...all: never[]) => infer Result ? NoAny<Result> : true
export const proof: { [K in keyof Kit]: [true, true, true] } = {} as {
  [K in keyof Kit]: [NoAny<Kit[K]>, Takes<Kit[K]>, Gives<Kit[K]>]
}
`
}
