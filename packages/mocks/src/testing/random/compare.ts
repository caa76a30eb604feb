import { isApiError } from '@clientele/sdk'
import { comparisons } from '../walks/comparable.ts'
import type { World } from '../walks/worlds.ts'
import { nextAct } from './acts.ts'
import { chance } from './chance.ts'
import { nothingMade, type Made } from './known.ts'
import { nextLook } from './looks.ts'

/** One side, with what was made there. */
interface Side {
  world: World
  made: Made
  comparable: ReturnType<typeof comparisons>
}

/** Where both went apart: at which step, and what each answered there. */
export interface Difference {
  step: string
  apart: string[]
}

/** Does the same in both worlds, as chance has it, and looks at things after each step; up to where both go apart. */
export async function differences(
  worlds: { server: World; mocks: World },
  seed: number,
  count: number,
): Promise<Difference[]> {
  const by = chance(seed)
  const [server, mocks] = [sideOf(worlds.server), sideOf(worlds.mocks)]
  const found: Difference[] = []
  const compare = async (step: string, run: (world: World, made: Made) => Promise<unknown>) => {
    const apart = pathsApart(await answered(server, run), await answered(mocks, run))
    if (apart.length > 0) found.push({ step, apart })
    return apart.length === 0
  }
  for (let place = 1; place <= count; place++) {
    await server.world.wait(1)
    await mocks.world.wait(1)
    const act = nextAct(by, server.made)
    const looks = [nextLook(by), nextLook(by)]
    const isSame = await compare(`${place}. ${act.name}`, act.run)
    for (const look of looks) await compare(`${place}. ${look.name}`, look.run)
    if (!isSame) break
  }
  return found
}

function sideOf(world: World): Side {
  return { world, made: nothingMade(), comparable: comparisons() }
}

async function answered(
  { world, made, comparable }: Side,
  run: (world: World, made: Made) => Promise<unknown>,
): Promise<unknown> {
  const isRefused = await run(world, made).then(
    () => false,
    (error: unknown) => {
      if (!isApiError(error)) throw error
      return true
    },
  )
  return { isRefused, answer: comparable(world.last()) }
}

/** Where two answers differ, with both values: the order of fields says nothing. */
function pathsApart(server: unknown, mocks: unknown, path = ''): string[] {
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
  if (isObject(server) && isObject(mocks)) {
    const keys = new Set([...Object.keys(server), ...Object.keys(mocks)])
    return [...keys].flatMap((key) => pathsApart(server[key], mocks[key], `${path}/${key}`))
  }
  if (server === mocks) return []
  return [`${path}: the server ${JSON.stringify(server)}, mocks ${JSON.stringify(mocks)}`]
}
