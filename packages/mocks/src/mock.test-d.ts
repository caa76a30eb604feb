import { clients, me, settings, type CreateClient } from '@clientele/contract'
import { expectTypeOf } from 'vitest'
import { aClient, aMe, aPage, handlers, mock, mockError, refuse, theSettings } from './index.ts'

// a mock is typed by its row
mock(clients.list, aPage([aClient()]))
mock(clients.list, ({ query }) => {
  expectTypeOf(query.limit).toEqualTypeOf<number>()
  expectTypeOf(query.q).toEqualTypeOf<string | undefined>()
  return aPage([aClient()])
})
mock(clients.create, async ({ input, params }) => {
  expectTypeOf(input).toEqualTypeOf<CreateClient>()
  expectTypeOf(params).toEqualTypeOf<undefined>()
  return aClient()
})
// @ts-expect-error a list answers with a page
mock(clients.list, [aClient()])
// @ts-expect-error who is calling is no client
mock(me.get, aClient())

// the data of an error is typed by its code
mockError(clients.create, 'quota_exceeded', { limit: 5, used: 5, missing: 1 })
mockError(clients.create, 'quota_exceeded')
mockError(clients.create, 'validation_failed', { errors: [{ pointer: '/phone', code: 'required' }] })
// @ts-expect-error a limit is a number
mockError(clients.create, 'quota_exceeded', { limit: 'five', used: 5, missing: 1 })
// @ts-expect-error fields have a closed list of codes
mockError(clients.create, 'validation_failed', { errors: [{ pointer: '/phone', code: 'wrong' }] })
// @ts-expect-error there is no such code
mockError(clients.create, 'nosuch')

// who refuses has to say what belongs to the code
const refusals = [() => refuse('not_found'), () => refuse('rate_limited', { retryAfterMs: 1000 })]
expectTypeOf(refusals).items.returns.toEqualTypeOf<never>()
// @ts-expect-error how long to wait is missing
void (() => refuse('rate_limited'))

// what is there at first is typed by its resource
handlers({ data: { clients: [aClient()], me: aMe(), settings: theSettings() } })
// @ts-expect-error there is one of it
handlers({ data: { settings: [theSettings()] } })
// @ts-expect-error sessions are not kept
handlers({ data: { sessions: [] } })
mock(settings.get, theSettings())

// a factory takes a part of its thing, at any depth
aClient({ postalAddress: { locality: 'Kiel' }, actions: { update: { allowed: false } } })
// @ts-expect-error there is no such status
aClient({ status: 'sleeping' })
// @ts-expect-error there is no such field
aClient({ descripton: 'x' })
