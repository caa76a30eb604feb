import type { CreateAccessRequest } from '@clientele/contract'
import type { ClientName, World } from './worlds.ts'
import type { Known, Step } from './walk.ts'

/** A reseller asks a client, each time from a mailbox of its own. */
export function asks(
  about: ClientName,
  recipientEmail: string,
  { by = 'reseller', ...more }: Partial<CreateAccessRequest> & { by?: 'reseller' | 'second' | 'platform' } = {},
): Step {
  const message = 'Hello {client_first_name}, may I look after your products?'
  return async (world) => {
    const { ids } = world
    const asked = { clientId: ids[about], level: 'manage', recipientEmail, message, ...more }
    // the mail is read when it comes
    await world.mailed(await world[by].accessRequests.create(asked))
  }
}

/** By the mailed link the client accepts what it has read. */
export async function accepts(world: World, request: Known, name?: ClientName): Promise<unknown> {
  const holder = world.holder(await world.mailed(request), name)
  return holder.accessRequests.accept({ level: request.level ?? '' })
}

/** The host reports what became of all that is on its way, or of what is about one thing. */
export function reports(
  about: ClientName,
  outcome: 'in_effect' | 'failed',
  target?: 'switch' | 'tick' | 'grant',
): Step {
  return async ({ platform, ids }) => {
    const { data } = await platform.propagations.list({ clientId: ids[about], state: ['pending'], limit: 200 })
    for (const one of data.filter((some) => target === undefined || some.target === target)) {
      await platform.propagations.observed(one.id, {
        outcome,
        ...(outcome === 'failed' && { detail: 'No such domain.' }),
      })
    }
  }
}

/** What stands behind the `#` of a link. */
export function tokenIn(link: string | null | undefined): string {
  return link?.split('#')[1] ?? ''
}
