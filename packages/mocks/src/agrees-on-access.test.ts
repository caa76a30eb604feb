import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersAndOrders } from './walks/answers-and-orders.ts'
import { changesOfGrants } from './walks/changes-of-grants.ts'
import { organization } from './walks/organization.ts'
import { switchAndTicks } from './walks/switch-and-ticks.ts'
import { walk } from './walks/walk.ts'
import { openWorlds } from './walks/worlds.ts'

/** The session of the first one lasts an hour. */
const walks = { organization, switchAndTicks, changesOfGrants, answersAndOrders }

let worlds: Awaited<ReturnType<typeof openWorlds>>

beforeAll(async () => {
  worlds = await openWorlds()
})
afterAll(() => worlds.close())

describe.each(Object.entries(walks))('mock and server agree on the access of a client: %s', (_, one) => {
  let [server, mocks]: Map<string, unknown>[] = []

  beforeAll(async () => {
    server = await walk(worlds.server, one)
    mocks = await walk(worlds.mocks, one)
  })

  test.each(Object.keys(one.steps))('%s', (step) => {
    expect(server?.get(step)).toBeDefined()
    expect(mocks?.get(step)).toEqual(server?.get(step))
  })
})
