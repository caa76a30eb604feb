import { isApiError, type Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import type { ResellerKey } from '../host/accounts.ts'
import { keyHolder } from '../host/key-holder.ts'
import type { Vault } from '../host/vault.ts'
import type { DemoClient } from './demo-client.ts'
import { demoClients } from './demo-clients.ts'

/** Adds the clients that are not there yet, each at its own time and by its own reseller. */
export async function seedClients(
  server: ClienteleServer,
  vault: Vault,
  travelTo: (daysAgo: number) => void,
): Promise<void> {
  const platform = keyHolder(server, vault.content.platform?.secret)
  const resellers = new Map<ResellerKey, Clientele>()
  for (const client of demoClients()) {
    const { reseller } = client
    const owner = resellers.get(reseller) ?? keyHolder(server, vault.content.resellers[reseller]?.keys.reseller_owner)
    resellers.set(reseller, owner)
    travelTo(client.daysAgo)
    await add(owner, platform, client, travelTo)
  }
}

async function add(owner: Clientele, platform: Clientele, client: DemoClient, travelTo: (daysAgo: number) => void) {
  const { input, verification, daysAgo } = client
  try {
    const { id } = await owner.clients.create(input)
    if (verification === 'none') return
    travelTo(daysAgo - 1)
    await platform.clients.setVerification(id, { verification })
  } catch (error) {
    // a seeding that was stopped has added it already
    if (!isApiError(error, 'external_id_taken')) throw error
  }
}
