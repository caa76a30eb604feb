import { accounts, agreement } from '../example-accounts.ts'
import { asClient, grant, martha } from './access-grants.example-records.ts'
import type { ClientAccess, ClientAccessList } from './access.schema.ts'

const inEffect = {
  wanted: true,
  observed: true,
  propagation: 'in_sync',
  changedAt: agreement.agreedAt,
  effectiveBy: null,
} as const

const refused = (right: string) => ({ allowed: false, code: 'permission_denied', data: { right } })
const notForClients = refused('access_requests.create')

/** The switch of the winery for its reseller, as the winery sees it: on, in effect, nothing ticked. */
export const open: ClientAccess = {
  clientId: accounts.winery.id,
  reseller: accounts.reseller,
  link: 'owner',
  allow: inEffect,
  changedBy: martha,
  direct: [
    {
      subscription: {
        id: 'sub_01JHB7Y8N2Q4S6T8V0W2X4Z6RC',
        sku: 'workspace_storage',
        name: 'Additional storage',
        soldBy: null,
      },
      wanted: false,
      observed: false,
      propagation: 'in_sync',
      changedAt: null,
      effectiveBy: null,
    },
  ],
  agreement: { state: 'none', at: null },
  pausedAt: null,
  lockedByContract: null,
  grants: [{ ...grant, actions: asClient }],
  pendingRequestId: null,
  propagation: { max: 'PT24H', typical: 'PT12M' },
  etag: '"2"',
  actions: { save: { allowed: true }, agree: { allowed: true }, request: notForClients },
}

const tickedAt = '2025-03-10T08:15:20.006Z'

/** The storage is ticked, and the tick is on its way. */
export const ticked: ClientAccess = {
  ...open,
  direct: open.direct.map((one) => ({
    ...one,
    wanted: true,
    propagation: 'pending',
    changedAt: tickedAt,
    effectiveBy: '2025-03-11T08:15:20.006Z',
  })),
  agreement: { state: 'attested_by_client', at: tickedAt },
  etag: '"4"',
}

const pausedAt = '2025-03-12T21:47:09.383Z'

/** Everything stands still: with us at once, at the vendor as soon as it was seen. */
export const paused: ClientAccess = {
  ...open,
  allow: { ...inEffect, propagation: 'pending', changedAt: pausedAt, effectiveBy: '2025-03-13T21:47:09.383Z' },
  pausedAt,
  grants: open.grants.map((one) => ({ ...one, status: 'paused', updatedAt: pausedAt, etag: '"3"' })),
  etag: '"3"',
}

/** After the pause: on its way to being in effect again. */
export const resumed: ClientAccess = {
  ...open,
  allow: {
    wanted: true,
    observed: false,
    propagation: 'pending',
    changedAt: '2025-03-13T07:02:51.640Z',
    effectiveBy: '2025-03-14T07:02:51.640Z',
  },
  grants: paused.grants,
  etag: '"5"',
}

/** The access by the link of the confirmation, which cannot change the switch as a whole. */
export function managedBy(access: ClientAccess): ClientAccess {
  const grants = access.grants.map((one) => ({ ...one, actions: byLinkNone }))
  return {
    ...access,
    grants,
    actions: { save: refused('access.change'), agree: refused('access.agree'), request: notForClients },
  }
}

const byLinkNone = {
  end: refused('access_grants.end'),
  lower: refused('access_grants.lower'),
  extend: refused('access.change'),
  letRunOut: refused('access_grants.end'),
  acceptVersion: refused('access.change'),
  declineVersion: refused('access.change'),
}

/** All resellers of the winery, of which it has one. */
export function listOf(access: ClientAccess): ClientAccessList {
  return {
    clientId: access.clientId,
    pausedAt: access.pausedAt,
    resellers: [access],
    actions: { pause: { allowed: true }, resume: { allowed: true } },
  }
}
