import { clientOver, createTransport, type Clientele, type ClientOptions } from '@clientele/sdk'
import { QueryClient } from '@tanstack/react-query'

/** How a mounted component reaches the API: by the address and a token, or by a client that the page has already. */
export type Access =
  | { baseUrl: string; token: NonNullable<ClientOptions['token']>; client?: never }
  | { client: Clientele; baseUrl?: never; token?: never }

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
  return one.client === other.client && one.baseUrl === other.baseUrl && one.token === other.token
}

function clientOf({ client, baseUrl, token }: Access): Clientele {
  return client ?? clientOver(createTransport({ baseUrl, token }))
}
