import type { Clientele } from '@clientele/sdk'
import type { ClientName, World } from '../walks/worlds.ts'
import type { Chance } from './chance.ts'
import type { Made } from './known.ts'

/** Something that somebody does. What chance decides about it was decided before: it is done in both worlds. */
export interface Act {
  name: string
  run: (world: World, made: Made) => Promise<unknown>
}

/** Makes one up from what there is by now. */
export type Idea = (chance: Chance, made: Made) => Act | undefined

export const clients = ['ada', 'ben', 'finn', 'gina'] as const satisfies ClientName[]
export const administrators = ['ada', 'ben'] as const satisfies ClientName[]
export const callers = ['reseller', 'second', 'support', 'platform', ...administrators] as const

type Caller = (typeof callers)[number]

/** The client of one of them. */
export function as(world: World, caller: Caller): Clientele {
  if (caller === 'reseller' || caller === 'second' || caller === 'support' || caller === 'platform')
    return world[caller]
  return world.administrator(caller)
}

/** One of the last ones, mostly. */
export function recent(chance: Chance, { length }: readonly unknown[]): number {
  return chance.is(70) ? Math.max(0, length - 1 - chance.below(3)) : chance.below(length)
}
