import { resources, type Resources, type Rows } from '@clientele/contract'
import { callNamed, type CallArgs, type CallResult } from './call.ts'
import type { Transport } from './transport.ts'

/** The rows of a resource as functions of the same names. */
export type ResourceFunctions<T extends Rows> = {
  readonly [Name in keyof T]: (...args: CallArgs<T[Name]>) => CallResult<T[Name]>
}

type AllFunctions = { readonly [Name in keyof Resources]: ResourceFunctions<Resources[Name]> }

/** The whole API as functions: `client.clients.list()`. */
export interface Clientele extends AllFunctions {
  /** The way to the API, for `call`. */
  readonly transport: Transport
}

/**
 * Makes a client of the whole API on a transport: `createTransport`'s, which is 8 kB smaller than what `createClient`
 * sends by and has no hooks, or one of your own.
 *
 * @example
 * const client = clientOver(createTransport({ baseUrl: 'https://clients.example.com', token: getToken }))
 */
export function clientOver(transport: Transport): Clientele {
  const functions = mapValues(resources, (rows, resource) => {
    return mapValues<Rows, unknown>(rows, (row, name) => {
      return (...args: readonly unknown[]) => callNamed(`${resource}.${name}`, transport, row, args)
    })
  })
  return { ...(functions as AllFunctions), transport }
}

function mapValues<T extends object, V>(table: T, map: (value: T[keyof T], key: string) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, map(value as T[keyof T], key)]))
}
