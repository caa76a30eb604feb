import { access, type AccessGrant, type ClientAccess, type ClientAccessList } from '@clientele/contract'
import { examples } from '@clientele/contract/examples'
import { mock } from '@clientele/mocks'
import type { HttpHandler } from 'msw'

/** What the client of the examples has allowed its reseller: on, in effect, nothing ticked. */
export const anAccess: ClientAccess = examples.access.get.output

export const aGrant: AccessGrant = examples.accessGrants.get.output

/** Whose access the stories are about. */
export const pair = { clientId: anAccess.clientId, resellerId: anAccess.reseller.id }

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** What was decided lately, and is not in effect yet. */
export const onItsWay = { propagation: 'pending', changedAt: ago(3), effectiveBy: ago(-1437) } as const

/** What was decided the day before yesterday, and should have been in effect since yesterday. */
export const late = { propagation: 'overdue', changedAt: ago(2880), effectiveBy: ago(1440) } as const

/** The switch and its ticks as a story wants them; saving is answered as the server would, with nothing in effect yet. */
export function answersOf(changes: Partial<ClientAccess> = {}): HttpHandler[] {
  const state = { ...anAccess, ...changes }
  return [
    mock(access.get, state),
    mock(access.save, ({ input }) => ({
      ...state,
      allow: { ...state.allow, wanted: input.allow, ...onItsWay },
      direct: state.direct.map((one) =>
        input.direct === undefined || input.direct.includes(one.subscription.id) === one.wanted
          ? one
          : { ...one, wanted: !one.wanted, ...onItsWay },
      ),
      etag: '"9"',
    })),
  ]
}

/** All resellers of a client, each by itself as well. */
export function answersOfAll(
  resellers: readonly ClientAccess[],
  changes: Partial<ClientAccessList> = {},
): HttpHandler[] {
  const list = { ...examples.access.list.output, resellers: [...resellers], ...changes }
  return [
    mock(access.activity, examples.access.activity.output),
    mock(access.replaceLinks, examples.access.replaceLinks.output),
    mock(access.list, list),
    mock(access.get, ({ params }) => resellers.find(({ reseller }) => reseller.id === params.resellerId) ?? anAccess),
  ]
}
