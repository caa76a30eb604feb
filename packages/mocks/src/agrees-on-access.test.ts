import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { switchAndTicks } from './walks/switch-and-ticks.ts'
import { walk, type Walk } from './walks/walk.ts'
import { openWorlds } from './walks/worlds.ts'

const walks: Readonly<Record<string, Walk>> = {
  'the switch and its ticks': switchAndTicks,
}

let close = async () => {}
const told = { server: new Map<string, Map<string, unknown>>(), mocks: new Map<string, Map<string, unknown>>() }

beforeAll(async () => {
  const { server, mocks, close: closeBoth } = await openWorlds()
  close = closeBoth
  for (const [name, one] of Object.entries(walks)) {
    told.server.set(name, await walk(server, one))
    told.mocks.set(name, await walk(mocks, one))
  }
})
afterAll(() => close())

describe.each(Object.entries(walks))('mock and server agree on the access of a client: %s', (name, { steps }) => {
  test.each(Object.keys(steps))('%s', (step) => {
    const server = told.server.get(name)?.get(step)
    expect(server).toBeDefined()
    expect(told.mocks.get(name)?.get(step)).toEqual(server)
  })
})
