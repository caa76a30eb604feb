import { clientOver, createTransport, type Clientele, type ClientOptions } from '@clientele/sdk'
import { QueryClient } from '@tanstack/react-query'

/**
 * How a mounted component reaches the API: by the address and a token, by the address and the link of a mail (beside the
 * token, where somebody is signed in), or by a client that the page has already.
 */
export type Access =
  | { baseUrl: string; token: Token; link?: string; client?: never }
  | { baseUrl: string; link: string; token?: Token; client?: never }
  | { client: Clientele; baseUrl?: never; token?: never; link?: never }

type Token = NonNullable<ClientOptions['token']>

/** One caller with what was loaded for it. */
export interface Tenant {
  id: number
  client: Clientele
  queryClient: QueryClient
}

interface Shared extends Tenant {
  access: Access
  users: number
}

const shared: Shared[] = []
let tenants = 0

/**
 * Mounts with the same address and the same token (the same function, where it is one) are one caller and share what
 * they load; all others stay apart, so that two tenants on one page never see each other's clients.
 */
export function enterTenant(access: Access): Tenant {
  let tenant = shared.find((one) => isSame(one.access, access))
  if (!tenant) {
    tenant = { id: ++tenants, access, users: 0, client: clientOf(access), queryClient: new QueryClient() }
    shared.push(tenant)
  }
  tenant.users++
  return tenant
}

/** Whoever leaves last takes what was loaded along. */
export function leaveTenant(left: Tenant): void {
  const at = shared.findIndex((one) => one === left)
  const tenant = shared[at]
  if (!tenant || --tenant.users > 0) return
  shared.splice(at, 1)
  tenant.queryClient.clear()
}

export function isSame(one: Access, other: Access): boolean {
  return (['client', 'baseUrl', 'token', 'link'] as const).every((by) => one[by] === other[by])
}

function clientOf({ client, baseUrl, token, link }: Access): Clientele {
  if (client) return client
  return clientOver(
    createTransport({ baseUrl, ...(token !== undefined && { token }), ...(link !== undefined && { link }) }),
  )
}
