import type { Item, Me, Output, Resources, Role, Row } from '@clientele/contract'
import { schemasOf } from '@clientele/contract/schemas'
import type { HttpHandler } from 'msw/http'
import { answerRequest } from './answers/answer-request.ts'
import { checkData } from './answers/check-answer.ts'
import { callerWith } from './caller-with.ts'
import { beginningOf, contractEndpoints, type Endpoint } from './contract-table.ts'
import { openStore, type Beginning } from './store.ts'
import { handlerFor, preflightHandlers, type Place } from './handler-for.ts'

/** What is there at first: for resources with a list its items, for the others their one answer. */
export type MockData = {
  readonly [R in keyof Resources as First<Resources[R]> extends never ? never : R]?: First<Resources[R]>
}

type First<Rows> = Rows extends { list: infer L extends Row; get: infer G extends Row }
  ? [Item<L>] extends [never]
    ? Output<G>[]
    : Item<L>[]
  : Rows extends { list: infer L extends Row }
    ? Item<L>[]
    : Rows extends { get: infer G extends Row }
      ? Output<G>
      : never

export interface HandlerOptions extends Place {
  /** What is there at first. @default the examples of the contract */
  data?: MockData | undefined
  /** Who is calling: decides what is refused, and which `actions` clients offer. @default 'reseller_manager' */
  role?: Role | undefined
  /**
   * Others who call, by the `token` of their client: both sides of one story. Any other token is the one of `role` or
   * `data.me`.
   */
  callers?: Readonly<Record<string, Me>> | undefined
  /** What new records are dated with. @default the system's clock */
  now?: (() => Date) | undefined
}

/**
 * Handlers for every row of the API, for `setupServer`, `setupWorker` or {@link mockFetch}. They remember: what is
 * created is listed, found, changed and removed afterwards, in this one set. They check what is sent as the server does,
 * and refuse with its codes. A set made anew begins anew.
 *
 * @example
 * const server = setupServer(...handlers({ data: { clients: [aClient({ name: 'Blue Ocean' })] } }))
 */
export function handlers(options: HandlerOptions = {}): HttpHandler[] {
  return handlersOf(contractEndpoints, options)
}

/** The same for rows of other tables. */
export function handlersOf(
  endpoints: readonly Endpoint[],
  options: Omit<HandlerOptions, 'data'> & { data?: Beginning | undefined },
): HttpHandler[] {
  const { data = {}, role, callers = {}, now = () => new Date() } = options
  for (const [resource, first] of Object.entries(data)) checkFirst(endpoints, resource, first)
  for (const [token, caller] of Object.entries(callers)) checkData(caller, meSchema, `\`callers.${token}\``)
  const me = role === undefined ? {} : { me: callerWith(role) }
  const isCallerGiven = role !== undefined || 'me' in data
  const store = openStore(endpoints, { ...me, ...data }, { isCallerGiven, callers })
  return [
    ...endpoints.map((endpoint) =>
      handlerFor(endpoint, options, (matched) => answerRequest(endpoint, matched, store, now)),
    ),
    ...preflightHandlers(endpoints, options),
  ]
}

const meSchema = schemasOf('me', 'get').output

function checkFirst(endpoints: readonly Endpoint[], resource: string, first: unknown): void {
  const beginning = beginningOf(endpoints, resource)
  if (!beginning) throw new TypeError(`Clientele mocks: \`data\` has \`${resource}\`, and the API lists no such thing.`)
  for (const whole of beginning.wrap(first)) checkData(whole, beginning.schema, `\`data.${resource}\``)
}
