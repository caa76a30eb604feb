import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answersAndOrders } from './testing/walks/answers-and-orders.ts'
import { changesOfGrants } from './testing/walks/changes-of-grants.ts'
import { organization } from './testing/walks/organization.ts'
import { presets } from './testing/walks/presets.ts'
import { switchAndTicks } from './testing/walks/switch-and-ticks.ts'
import { walk } from './testing/walks/walk.ts'
import { openWorlds } from './testing/walks/worlds.ts'

/** The session of the first one lasts an hour. */
const walks = { organization, switchAndTicks, changesOfGrants, answersAndOrders, presets }

/** Some hundred calls of a real server, on a machine that may be busy. */
const patience = 240_000

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
  }, patience)

  test.each(Object.keys(one.steps))('%s', (step) => {
    expect(server?.get(step)).toBeDefined()
    expect(mocks?.get(step)).toEqual(server?.get(step))
  })
})
