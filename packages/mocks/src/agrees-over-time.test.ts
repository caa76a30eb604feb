import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptsAndPeace } from './testing/walks/attempts-and-peace.ts'
import { joinedAccounts } from './testing/walks/joined-accounts.ts'
import { timeLimits } from './testing/walks/time-limits.ts'
import { walk } from './testing/walks/walk.ts'
import { webhookEndpoints } from './testing/walks/webhook-endpoints.ts'
import { openWorlds } from './testing/walks/worlds.ts'

/** Each goes on for months, or changes what the platform decides: in worlds of its own. */
const walks = { joinedAccounts, timeLimits, attemptsAndPeace, webhookEndpoints }

const patience = 240_000

describe.each(Object.entries(walks))('mock and server agree over time: %s', (_, one) => {
  let [server, mocks]: Map<string, unknown>[] = []
  let worlds: Awaited<ReturnType<typeof openWorlds>>

  beforeAll(async () => {
    worlds = await openWorlds()
    server = await walk(worlds.server, one)
    mocks = await walk(worlds.mocks, one)
  }, patience)
  afterAll(() => worlds.close())

  test.each(Object.keys(one.steps))('%s', (step) => {
    expect(server?.get(step)).toBeDefined()
    expect(mocks?.get(step)).toEqual(server?.get(step))
  })
})
