import {
  errors,
  problemOf,
  type ApiKey,
  type Client,
  type ErrorCode,
  type Event,
  type FieldError,
  type Problem,
  type Reseller,
} from '@clientele/contract'
import { errorExamples, examples } from '@clientele/contract/examples'
import { Problem as ProblemSchema, schemasOf } from '@clientele/contract/schemas'
import { Refusal, type RefusalData } from '../refusal.ts'
import { made, type Given } from './made.ts'
import { factoryId, factoryTime, nextNumber } from './sequence.ts'

/**
 * One thing that happened. `subject` takes the client, reseller or key that it happened to.
 *
 * @example
 * const client = aClient()
 * handlers({ data: { clients: [client], events: [anEvent({ subject: client, type: 'client.tagged' })] } })
 */
export function anEvent({
  subject,
  ...given
}: Omit<Given<Event>, 'subject'> & { subject?: Event['subject'] | Client | Reseller | ApiKey } = {}): Event {
  const number = nextNumber()
  const [example] = examples.events.list.output.data
  if (!example) throw new Error('Clientele mocks: the contract has no example of an event.')
  const all: Event = { ...example, id: factoryId('evt', number), occurredAt: factoryTime(number) }
  if (subject) all.subject = subjectOf(subject)
  const eventSchema = schemasOf('events', 'list').output
  const event = { ...all, ...given, actor: { ...all.actor, ...given.actor } } as Event
  made('anEvent', eventSchema, { data: [event], nextCursor: null }, {})
  return event
}

/**
 * A page of a list, the last one where nothing else is said.
 *
 * @example
 * server.use(mock(clients.list, aPage([aClient(), aClient()])))
 */
export function aPage<T>(data: T[], more: { nextCursor?: string | null; total?: number } = {}) {
  const { nextCursor = null, total } = more
  return { data, nextCursor, ...(total === undefined ? {} : { total: { count: total, accuracy: 'exact' as const } }) }
}

/**
 * The body of a refusal, with the status and title of its code.
 *
 * @example
 * expect(await response.json()).toMatchObject(aProblem('not_found', undefined, { requestId: 'req_1' }))
 */
export function aProblem<C extends ErrorCode>(code: C, data?: RefusalData<C>, given: Given<Problem> = {}): Problem {
  const number = nextNumber()
  const isAboutFields = code === 'validation_failed' || code === 'filter_invalid'
  const refusal = new Refusal(
    code,
    `${errors[code].title}.`,
    data ?? (isAboutFields ? { errors: [aFieldError()] } : errorExamples[code]),
  )
  return made('aProblem', ProblemSchema, problemOf(refusal, factoryId('req', number)), given)
}

/**
 * One thing that is wrong with one field.
 *
 * @example
 * mockError(clients.create, 'validation_failed', { errors: [aFieldError({ pointer: '/phone' })] })
 */
export function aFieldError(given: Partial<FieldError> = {}): FieldError {
  return { pointer: '/company', code: 'required', detail: 'A value is needed.', ...given }
}

function subjectOf(subject: Event['subject'] | Client | Reseller | ApiKey): Event['subject'] {
  if ('type' in subject) return subject
  const type = 'form' in subject ? 'client' : 'displayName' in subject ? 'reseller' : 'api_key'
  return { type, id: subject.id }
}
