import type { Clientele } from '@clientele/sdk'
import type { ClienteleServer } from '@clientele/server'
import { demoResellers, type DemoReseller } from '../host/accounts.ts'
import { keyHolder } from '../host/key-holder.ts'
import type { Vault } from '../host/vault.ts'

/** Makes the resellers and their keys that are not there yet. */
export async function seedResellers(server: ClienteleServer, vault: Vault): Promise<void> {
  const platform = keyHolder(server, vault.content.platform?.secret)
  const present = await platform.resellers.list().toArray({ limit: 1000 })
  for (const reseller of demoResellers) {
    const accountId =
      present.find(({ publicIdentifier }) => publicIdentifier === reseller.publicIdentifier)?.id ??
      (await createReseller(platform, reseller, vault))
    const known = (vault.content.resellers[reseller.key] ??= { accountId, keys: {} })
    for (const role of reseller.keys) {
      if (known.keys[role]) continue
      const made = await platform.apiKeys.create({ accountId, role, name: `${reseller.displayName}: ${role}` })
      known.keys[role] = made.secret
      await vault.save()
    }
  }
}

async function createReseller(platform: Clientele, reseller: DemoReseller, vault: Vault): Promise<string> {
  const { key: _key, keys: _keys, parent, ...input } = reseller
  const parentId = parent && vault.content.resellers[parent]?.accountId
  const { id } = await platform.resellers.create({ ...input, ...(parentId === undefined ? {} : { parentId }) })
  return id
}
