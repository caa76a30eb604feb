import { isApiError } from '@clientele/sdk'
import { comparisons } from './comparable.ts'
import type { ClientName, World } from './worlds.ts'

/** What answers are known by: of each step that was not refused, what it was answered. */
export interface Known {
  id?: string
  etag?: string
  grantId?: string
  manageLink?: string | null
  copyableLink?: string | null
  recipientEmail?: string
  level?: string
}

/** What happens in a step. Whoever is refused goes on. */
export type Step = (world: World, of: (step: string) => Known) => Promise<unknown>

/** Steps one after the other, about one client. */
export interface Walk {
  about: ClientName
  /** Whose access to the client is looked at after each step. @default 'reseller' */
  by?: 'reseller' | 'second'
  steps: Readonly<Record<string, Step>>
}

/** What each step was answered, and how everything stood after it. */
export async function walk(world: World, { about, by = 'reseller', steps }: Walk): Promise<Map<string, unknown>> {
  const comparable = comparisons()
  const known = new Map<string, Known>()
  const told = new Map<string, unknown>()
  let lastEvent: string | undefined
  for (const [name, step] of Object.entries(steps)) {
    await world.wait(1)
    await heard(step(world, (earlier) => known.get(earlier) ?? {}))
    const answer = world.last()
    const isRefused = answer.status >= 400
    if (!isRefused) known.set(name, answer.body as Known)
    const looks: unknown[] = [comparable(answer)]
    // what is refused has changed nothing, and nothing has happened
    for (const look of looksAt(world, about, by, lastEvent).slice(isRefused ? -1 : 0)) {
      await heard(look())
      looks.push(comparable(world.last()))
    }
    // the last look was at what has happened
    const { data = [] } = Object(world.last().body) as { data?: { id: string }[] }
    lastEvent = data.at(-1)?.id ?? lastEvent
    told.set(name, looks)
  }
  return told
}

/** How everything stands: the switch by both sides, what may be done and why not, and what is on its way. */
function looksAt(world: World, about: ClientName, by: 'reseller' | 'second', after?: string) {
  const { platform, administrator, ids, [by]: reseller } = world
  const resellerId = by === 'second' ? world.secondId : world.resellerId
  const id = ids[about]
  const client = administrator(about)
  return [
    () => client.access.get({ id, resellerId }),
    () => reseller.access.get({ id, resellerId }),
    () => reseller.access.check({ clientId: id, capability: 'products.manage' }),
    () => client.access.explain({ clientId: id, resellerId, capability: 'products.purchase' }),
    () => platform.propagations.list({ clientId: id, limit: 200 }),
    () => reseller.clients.get(id),
    () => reseller.events.list({ clientId: id, limit: 200, ...(after && { after }) }),
  ] as const
}

async function heard(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (!isApiError(error)) throw error
  })
}
