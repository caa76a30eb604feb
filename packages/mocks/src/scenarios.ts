import type { Right } from '@clientele/contract'
import { HttpResponse, type HttpHandler } from 'msw/http'
import { callerWith } from './caller-with.ts'
import { contractEndpoints, type Endpoint } from './contract-table.ts'
import { handlerFor } from './handler-for.ts'
import { handlers, type HandlerOptions, type MockData } from './handlers.ts'
import { refusing } from './mock.ts'
import { pause } from './pause.ts'
import { Refusal } from './refusal.ts'
import { conflictHandlers } from './scenario-conflict.ts'

export interface ScenarioOptions extends HandlerOptions {
  /** Where a scenario leaves a call alone, these answer it. `[]` leaves it to handlers that are there. @default `handlers(options)` */
  otherwise?: readonly HttpHandler[] | undefined
}

export interface SlowOptions extends ScenarioOptions {
  /** Milliseconds; `Infinity` never comes. @default 2000 */
  ms?: number
}

export interface RateLimitedOptions extends ScenarioOptions {
  /** By default so long that the SDK does not wait, and says so at once. @default 60_000 */
  retryAfterMs?: number
}

export interface ConflictOptions extends ScenarioOptions {
  /** Conflicts a row; then all is well. @default Infinity */
  times?: number
}

/**
 * Whole worlds for tests and stories: each gives handlers for every row, so that it stands alone, or is put before others
 * for a while by `server.use(...scenarios.offline())`.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://clientele.test', token: 'any', fetch: mockFetch(scenarios.empty()) })
 */
export const scenarios = {
  /** Nothing is there yet. What is added is listed. What the platform sells stays. */
  empty: (options: HandlerOptions = {}): HttpHandler[] =>
    handlers({ ...options, data: { ...nothing(), ...options.data } }),

  /** The caller may sign in, and nothing else. */
  forbidden: (options: HandlerOptions = {}): HttpHandler[] => {
    const me = {
      ...(options.data?.me ?? callerWith(options.role ?? 'reseller_support')),
      rights: Object.fromEntries(left.map((right) => [right, 'self'])),
    }
    return handlers({ ...options, data: { ...options.data, me } })
  },

  /** Every answer takes its time. */
  slow: ({ ms = 2000, ...options }: SlowOptions = {}): HttpHandler[] =>
    before(options, (endpoint) =>
      handlerFor(endpoint, options, async ({ request }) => {
        await pause(ms, request.signal)
        return undefined
      }),
    ),

  /** Every call is one too many. */
  rateLimited: ({ retryAfterMs = 60_000, ...options }: RateLimitedOptions = {}): HttpHandler[] =>
    before(options, (endpoint) => {
      const detail = `A mock allows no more calls for ${retryAfterMs / 1000} s.`
      return refusing(endpoint, new Refusal('rate_limited', detail, { retryAfterMs }), options)
    }),

  /**
   * Somebody else is quicker: a client changes just before each change is sent, and what is to be added is there already.
   * Reads answer as always, so that the other's change is seen.
   */
  conflict: (options: ConflictOptions = {}): HttpHandler[] => {
    const rest = options.otherwise ?? handlers(options)
    return [...conflictHandlers({ ...options, otherwise: rest }), ...rest]
  },

  /** No answer comes, as without a network. */
  offline: (options: ScenarioOptions = {}): HttpHandler[] =>
    before(options, (endpoint) => handlerFor(endpoint, options, async () => HttpResponse.error())),
}

function before(options: ScenarioOptions, handler: (endpoint: Endpoint) => HttpHandler): HttpHandler[] {
  return [...contractEndpoints.map(handler), ...(options.otherwise ?? handlers(options))]
}

/** Every list but those that say what the platform is. */
function nothing(): MockData {
  const lists = contractEndpoints.filter(
    ({ row }) => row.paged && !row.path.includes('{') && row.right !== 'settings.read',
  )
  return { ...Object.fromEntries(lists.map(({ resource }) => [resource, []])), access: [] }
}

/** What a caller keeps who may do nothing: to be told who they are, and what the platform is. */
const left: readonly Right[] = ['self.read', 'settings.read']
