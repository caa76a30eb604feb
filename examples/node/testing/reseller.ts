import { createClient, type Clientele } from '@clientele/sdk'
import type { RunningServer } from './start-server.ts'

/** A reseller of the server: what its scripts read, and what they call. */
export interface Reseller {
  id: string
  env: RunningServer['env']
  client: Clientele
}

/** Makes a reseller with a key, on a platform whose mails lead to a page of its own. */
export async function makeReseller({ client: platform, url }: RunningServer): Promise<Reseller> {
  await platform.settings.update({
    links: { requestUrl: 'https://panel.example.com/access', manageUrl: 'https://panel.example.com/access/manage' },
  })
  const { id } = await platform.resellers.create({ displayName: 'Byron Hosting', publicIdentifier: 'byron' })
  const { secret } = await platform.apiKeys.create({ accountId: id, role: 'reseller_owner', name: 'scripts' })
  const env = { CLIENTELE_URL: url, CLIENTELE_KEY: secret }
  return { id, env, client: createClient({ baseUrl: url, apiKey: secret }) }
}
